package report

import (
	"errors"
	"fmt"
	"iter"
	"math/big"
	"strings"

	"linestop/graph"
	"linestop/graph/cutset"
)

// Cutsets is the answer to which smallest sets of losses break a product.
type Cutsets struct {
	Net     *graph.Network
	Product graph.NodeID
	Sets    *cutset.Sets
	Order   int                                 // asked for; 0: no limit
	Most    int                                 // sets to list; 0: no limit
	Chance  *cutset.Chance                      // nil: nobody gave probabilities
	Sure    func([]graph.GroupID) (bool, error) // whether a set breaks it however the unsure rows turn out; asked for what is written
	All     bool                                // list every set
}

type cutsetsAnswer struct {
	header
	Reading  []string   `json:"reading"`
	Product  string     `json:"product"`
	By       string     `json:"by"`
	Order    int        `json:"order,omitempty"`
	Complete bool       `json:"complete"`
	Limit    string     `json:"limit,omitempty"`
	Through  *int       `json:"complete_through,omitempty"` // where it is not complete
	Whole    bool       `json:"no_larger"`
	Counts   byOrder    `json:"counts"`
	Chance   *setChance `json:"chance,omitempty"`
	// and cut_sets, lists of ids
}

// byOrder are counts by order, from 1 on.
type byOrder []*big.Int

// MarshalJSON keeps them in their order.
func (c byOrder) MarshalJSON() ([]byte, error) {
	var fields []string
	for n, count := range c {
		fields = append(fields, fmt.Sprintf("%q:%d", fmt.Sprint(n+1), count))
	}
	return []byte("{" + strings.Join(fields, ",") + "}"), nil
}

// total is how many sets there are.
func (c byOrder) total() *big.Int {
	sum := new(big.Int)
	for _, n := range c {
		sum.Add(sum, n)
	}
	return sum
}

func (c Cutsets) losses() losses { return losses{names{c.Net}, c.Sets.Groups} }

// Complete says whether all sets that were asked for are listed.
func (c Cutsets) Complete() bool { return c.limit() == "" }

// limit is what the answer was cut short by: time, memory or count; "" if it was not.
func (c Cutsets) limit() string {
	if c.Sets.Complete && c.Most > 0 && byOrder(c.Sets.Counts()).total().Cmp(big.NewInt(int64(c.Most))) > 0 {
		return "count"
	}
	return limitOf(c.Sets.Err)
}

// limitOf says in a word what ended a search.
func limitOf(err error) string {
	switch {
	case err == nil:
		return ""
	case errors.Is(err, cutset.ErrMany):
		return "count"
	case errors.Is(err, cutset.ErrMemory):
		return "memory"
	}
	return "time"
}

func (c Cutsets) json() any {
	return cutsetsAnswer{
		newHeader("cutsets", c.Net),
		[]string{"structure"},
		c.Net.ID(c.Product), c.Sets.Groups.By,
		c.Order, c.Complete(), c.limit(), c.through(), c.Sets.Whole, c.Sets.Counts(), c.chance(),
	}
}

// through is the order up to which all sets are listed, where that is less than was asked for.
func (c Cutsets) through() *int {
	if c.Complete() {
		return nil
	}
	through, listed := 0, new(big.Int)
	for _, n := range c.Sets.Counts()[:c.Sets.Order] {
		if listed.Add(listed, n); c.Most > 0 && listed.Cmp(big.NewInt(int64(c.Most))) > 0 {
			break
		}
		through++
	}
	return &through
}

func (c Cutsets) list() (string, iter.Seq[any]) {
	return "cut_sets", func(yield func(any) bool) {
		ids := make([]string, c.Sets.Groups.Len()) // as JSON
		var text []byte
		for set := range c.listed() {
			before := "[\n      "
			text = text[:0]
			for _, g := range set {
				if ids[g] == "" {
					ids[g] = inJSON(c.Sets.Groups.Name(g))
				}
				text = append(append(text, before...), ids[g]...)
				before = ",\n      "
			}
			text = append(text, "\n    ]"...)
			if !yield(ready(text)) {
				return
			}
		}
	}
}

func inJSON(text string) string {
	var b strings.Builder
	_ = newEncoder(&b, "").Encode(text) // a text can always be encoded
	return strings.TrimSpace(b.String())
}

// listed yields as many sets as were asked for.
func (c Cutsets) listed() iter.Seq[[]graph.GroupID] {
	return func(yield func([]graph.GroupID) bool) {
		n := 0
		for set := range c.Sets.All() {
			if n++; c.Most > 0 && n > c.Most || !yield(set) {
				return
			}
		}
	}
}

// table has a row for each group of each set.
func (c Cutsets) table() Table {
	header := []string{"set", "order", "certainty", "id", "name", "kind", "country"}
	return Table{Header: header, Long: func(yield func([]string) bool) {
		n := 0
		for set := range c.listed() {
			sure, err := c.Sure(set)
			if err != nil { // the context is over, and so is the answer
				return
			}
			n++
			for _, g := range set {
				of := c.losses().group(g)
				if !yield([]string{fmt.Sprint(n), fmt.Sprint(len(set)), certainty(sure), of.ID, of.Name, of.Kind, of.Country}) {
					return
				}
			}
		}
	}}
}
