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

// Cutsets is the answer to which smallest sets of losses break a product. It is written while they are
// found, each order as soon as it is whole.
type Cutsets struct {
	Net     *graph.Network
	Product graph.NodeID
	Sets    *cutset.Sets
	Search  iter.Seq[int]                       // the orders, as they are found
	Order   int                                 // asked for; 0: no limit
	Most    int                                 // sets to list; 0: no limit
	Counted bool                                // only say how many there are
	Chance  func() *cutset.Chance               // asked when all is found; nil: nobody gave probabilities
	Sure    func([]graph.GroupID) (bool, error) // whether a set breaks it however the unsure rows turn out; asked for what is written; nil: all do
	All     bool                                // list every set
}

type cutsetsAnswer struct {
	header
	Reading []string `json:"reading"`
	Product string   `json:"product"`
	By      string   `json:"by"`
	Order   int      `json:"order,omitempty"`
	// and cut_sets, lists of ids, and a cutsetsVerdict
}

type cutsetsVerdict struct {
	Complete bool       `json:"complete"`
	Limit    string     `json:"limit,omitempty"`
	Through  *int       `json:"complete_through,omitempty"` // where it is not complete
	Whole    bool       `json:"no_larger"`
	Counts   byOrder    `json:"counts"`
	Chance   *setChance `json:"chance,omitempty"`
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
	return cutsetsAnswer{newHeader("cutsets", c.Net), []string{"structure"}, c.Net.ID(c.Product), c.Sets.Groups.By, c.Order}
}

func (c Cutsets) verdict() any {
	return cutsetsVerdict{c.Complete(), c.limit(), c.through(), c.Sets.Whole, c.Sets.Counts(), c.chance()}
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
			if set == nil {
				if !yield(nil) {
					return
				}
				continue
			}
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

// listed searches, and yields as many sets as were asked for; nil after each order.
func (c Cutsets) listed() iter.Seq[[]graph.GroupID] {
	return func(yield func([]graph.GroupID) bool) {
		n := 0
		for order := range c.Search {
			for set := range c.sets(order, n) {
				if n++; !yield(set) {
					return
				}
			}
			if !yield(nil) {
				return
			}
		}
	}
}

// sets yields those of an order, as many as are listed beside those that are so before them.
func (c Cutsets) sets(order, before int) iter.Seq[[]graph.GroupID] {
	return func(yield func([]graph.GroupID) bool) {
		if c.Counted {
			return
		}
		for set := range c.Sets.Of(order) {
			if c.Most > 0 && before == c.Most || !yield(set) {
				return
			}
			before++
		}
	}
}

// certainty of a set, in a word. An error is that of a context that is over, and so is the answer.
func (c Cutsets) certainty(set []graph.GroupID) (string, error) {
	if c.Sure == nil {
		return certainty(true), nil
	}
	sure, err := c.Sure(set)
	return certainty(sure), err
}

// table has a row for each group of each set, or for each order.
func (c Cutsets) table() Table {
	if c.Counted {
		return Table{Header: []string{"order", "sets"}, Long: func(yield func([]string) bool) {
			for order := range c.Search {
				if !yield([]string{fmt.Sprint(order), c.Sets.Counts()[order-1].String()}) || !yield(nil) {
					return
				}
			}
		}}
	}
	header := []string{"set", "order", "certainty", "id", "name", "kind", "country"}
	return Table{Header: header, Long: func(yield func([]string) bool) {
		n := 0
		for set := range c.listed() {
			if set == nil {
				if !yield(nil) {
					return
				}
				continue
			}
			certainty, err := c.certainty(set)
			if err != nil {
				return
			}
			n++
			for _, g := range set {
				of := c.losses().group(g)
				if !yield([]string{fmt.Sprint(n), fmt.Sprint(len(set)), certainty, of.ID, of.Name, of.Kind, of.Country}) {
					return
				}
			}
		}
	}}
}
