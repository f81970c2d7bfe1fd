package graph

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xrash/smetrics"
)

// Nearest lists at most limit of the names that a mistyped word may stand for,
// nearest first: those within a third of its length in edits, or that contain it.
func Nearest(word string, names iter.Seq[string], limit int) []string {
	word = strings.ToLower(word)
	size := utf8.RuneCountInString(word)
	if size == 0 || size > 100 {
		return nil
	}
	distance := map[string]int{}
	for name := range names {
		lower := strings.ToLower(name)
		if long := len(name) > 3*len(word)+8; long && !strings.Contains(lower, word) {
			continue
		}
		switch d := smetrics.WagnerFischer(word, lower, 1, 1, 1); {
		case d <= max(1, size/3):
			distance[name] = d
		case size >= 3 && strings.Contains(lower, word):
			distance[name] = size // behind those that differ by a slip
		}
	}
	found := slices.SortedFunc(maps.Keys(distance), func(a, b string) int {
		return cmp.Or(cmp.Compare(distance[a], distance[b]), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
	return found[:min(limit, len(found))]
}

// Nearest lists at most limit ids that a mistyped id may stand for.
func (n *Network) Nearest(id string, limit int) []string {
	return Nearest(id, slices.Values(n.ids), limit)
}
