package report

import (
	"fmt"
	"math/big"
	"slices"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/internal/words"
)

// HardenSets are how many minimal cut sets a product has without and with the changes.
type HardenSets struct {
	Product       graph.NodeID
	Before, After SetCounts
}

// SetCounts are how many minimal cut sets a product has, by order.
type SetCounts struct {
	Counts  byOrder `json:"counts"`
	Whole   bool    `json:"complete"`
	Limit   string  `json:"limit,omitempty"`
	Through *int    `json:"complete_through,omitempty"` // where they are not complete
}

// CountSets counts what has been found. Single points are known, whatever ended the search.
func CountSets(s *cutset.Sets, singles int) SetCounts {
	n := SetCounts{Counts: s.Counts(), Whole: s.Complete, Limit: limitOf(s.Err)}
	n.Counts[0] = big.NewInt(int64(singles))
	if !s.Complete {
		through := max(1, s.Order)
		n.Through = &through
	}
	return n
}

// of says how many there are of an order, as far as is known.
func (n SetCounts) of(order int) string {
	known := n.Whole || order <= *n.Through
	switch {
	case order <= len(n.Counts):
		return either(known, "", "at least ") + thousands(n.Counts[order-1])
	case known:
		return "0"
	}
	return "not known"
}

// larger says how many cut sets of order 2 and more the changes end.
func (h Harden) larger() (text string) {
	if h.Order <= 1 {
		return ""
	}
	all, ended := h.Task.Losses(), h.Task.Ended(h.Plan.Set)
	for order := 1; order < len(all); order++ {
		text += fmt.Sprintf("%s %s of %s of order %d", either(order == len(all)-1, " and", ","), words.Thousands(ended[order]), words.Count(all[order], "cut set"), order+1)
	}
	return text
}

type hardenSets struct {
	Order    int                 `json:"order"`
	Looked   byOrder             `json:"looked_at"`                       // of all products, by order
	Ended    byOrder             `json:"ended"`                           // of them, by the changes
	Short    int                 `json:"products_not_complete,omitempty"` // of which not all are looked at
	Limit    string              `json:"limit,omitempty"`                 // why
	Skipped  int                 `json:"products_not_counted"`
	Products []hardenSetsProduct `json:"products"`
}

type hardenSetsProduct struct {
	ID     string    `json:"id"`
	Before SetCounts `json:"before"`
	After  SetCounts `json:"after"`
}

// MostEnded lists the products whose cut sets are counted: no more than a screen of them, as each is a search of
// its own. Those of which most single points of failure end come first.
func (h Harden) MostEnded() []graph.NodeID {
	list := h.byEnded()
	return list[:min(screen, len(list))]
}

// sets is nil if cut sets were not counted.
func (h Harden) sets() *hardenSets {
	if h.Order <= 1 {
		return nil
	}
	out := &hardenSets{
		Order: h.Order, Looked: ofInts(h.Task.Losses()), Ended: ofInts(h.Task.Ended(h.Plan.Set)), Short: h.Task.Short, Limit: limitOf(h.Task.ShortOf),
		Skipped: len(h.Products) - len(h.Sets), Products: []hardenSetsProduct{},
	}
	for _, s := range h.Sets {
		out.Products = append(out.Products, hardenSetsProduct{h.Before.Net.ID(s.Product), s.Before, s.After})
	}
	return out
}

func ofInts(counts []int) (list byOrder) {
	for _, n := range counts {
		list = append(list, big.NewInt(int64(n)))
	}
	return list
}

func (h Harden) writeSets(p *page) {
	if len(h.Sets) == 0 {
		return
	}
	p.line("")
	rows := [][]cell{{{"minimal cut sets", dim}}}
	for order := range h.largest() {
		rows[0] = append(rows[0], cell{fmt.Sprintf("order %d", order+1), dim})
	}
	for _, s := range h.Sets {
		row := []cell{{h.Before.losses().id(s.Product), bold}}
		for order := range h.largest() {
			row = append(row, cell{s.Before.of(order+1) + " → " + s.After.of(order+1), plain})
		}
		rows = append(rows, row)
	}
	p.columns(rows)
	if skipped := len(h.Products) - len(h.Sets); skipped > 0 {
		p.line("  ... not counted for %s: name some to count theirs", words.Count(skipped, "other product"))
	}
	if reason := h.shortOf(); reason != "" {
		p.line("%s", p.in(yellow, "not complete: "+reason))
	}
}

// largest is the order of the largest sets that are to be told of: no larger ones were asked for, or found.
func (h Harden) largest() int {
	largest := 1
	for _, s := range h.Sets {
		for _, n := range []SetCounts{s.Before, s.After} {
			largest = max(largest, len(n.Counts))
			if !n.Whole {
				largest = max(largest, *n.Through+1)
			}
		}
	}
	return min(largest, h.Order)
}

// shortOf says what ended the counting early; "" if nothing did.
func (h Harden) shortOf() string {
	at := slices.IndexFunc(h.Sets, func(s HardenSets) bool { return !s.Before.Whole || !s.After.Whole })
	if at < 0 {
		return ""
	}
	return outOf(either(h.Sets[at].Before.Whole, h.Sets[at].After, h.Sets[at].Before).Limit)
}
