package report

import (
	"errors"
	"iter"
	"strings"
	"testing"
)

// counted is an answer with a long list of numbers; made counts them.
type counted struct {
	n    int
	made *int
}

type countedHead struct {
	Question string         `json:"question"`
	Summary  map[string]int `json:"summary"`
}

type countedEntry struct {
	N    int      `json:"n"`
	Tags []string `json:"tags,omitempty"`
}

func (c counted) text(*page) {}
func (c counted) json() any  { return countedHead{"<how many?>", map[string]int{"entries": c.n}} }

func (c counted) list() (string, iter.Seq[any]) {
	return "entries", func(yield func(any) bool) {
		for i := range c.n {
			*c.made++
			if !yield(countedEntry{i, strings.Fields("a&b c")[:i%3]}) {
				return
			}
		}
	}
}

func (c counted) table() Table {
	return Table{Header: []string{"n"}, Long: func(yield func([]string) bool) {
		for i := 0; i < c.n && yield([]string{"=x"}); i++ {
			*c.made++
		}
	}}
}

// TestLongListsAreTheSame as those that are encoded as a whole.
func TestLongListsAreTheSame(t *testing.T) {
	for _, n := range []int{0, 1, 4} {
		c := counted{n, new(int)}
		entries := []any{}
		_, list := c.list()
		for e := range list {
			entries = append(entries, e)
		}
		var whole, long strings.Builder
		err := errors.Join(Write(&long, c, JSON, false), writeJSON(&whole, struct {
			countedHead
			Entries []any `json:"entries"`
		}{c.json().(countedHead), entries}))
		if err != nil || long.String() != whole.String() {
			t.Errorf("%d entries: %v\n%s\nwant\n%s", n, err, long.String(), whole.String())
		}
	}
}

// TestLongListsEndEarly where nobody reads on.
func TestLongListsEndEarly(t *testing.T) {
	for _, format := range []Format{JSON, CSV, Markdown} {
		c := counted{1_000_000, new(int)}
		if err := Write(full{}, c, format, false); !errors.Is(err, errFull) {
			t.Errorf("%s: error %v", format, err)
		}
		if *c.made == 0 || *c.made > 10_000 {
			t.Errorf("%s: %d entries made for nobody", format, *c.made)
		}
	}
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }
