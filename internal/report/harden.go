package report

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"

	"linestop/graph"
	"linestop/graph/harden"
)

// Harden is the answer to what to add first.
type Harden struct {
	Task          *harden.Task
	Plan          *harden.Plan
	Products      []graph.NodeID // asked for
	Budget        float64
	Priced        bool           // changes may cost other than 1
	Scenario      graph.Scenario // that makes the changes
	Before, After Points         // single points of failure; After in the network with the changes
	Order         int            // of the largest cut sets to end
	Sets          []HardenSets   // of MostEnded; none if they were not counted
	Delays        []harden.Delay // by each change of the plan, and then by all; none if they were not asked for
}

type hardenAnswer struct {
	header
	Reading  []string        `json:"reading"`
	By       string          `json:"by"`
	Summary  hardenSummary   `json:"summary"`
	Changes  []hardenChange  `json:"changes"`
	Other    []hardenChange  `json:"other_changes,omitempty"` // with All
	Products []hardenProduct `json:"products"`
	Sets     *hardenSets     `json:"cut_sets,omitempty"`
	Days     *hardenDays     `json:"days,omitempty"`
}

type hardenSummary struct {
	Products    int     `json:"products"`
	Points      int     `json:"points"` // single points of failure of some product
	PointsAfter int     `json:"points_after"`
	Pairs       int     `json:"pairs"` // of a product and a single point of failure of it
	PairsAfter  int     `json:"pairs_after"`
	Ended       int     `json:"pairs_ended"`
	Most        float64 `json:"most"`  // pairs that any changes within the budget could end
	Exact       bool    `json:"exact"` // none end more than these
	Unseen      int     `json:"points_not_looked_at,omitempty"`
	Reach       int     `json:"reach_for_all,omitempty"` // of --reach, with which all are
	Budget      float64 `json:"budget"`
	Cost        float64 `json:"cost"`
	Candidates  int     `json:"candidates"`
	Rough       bool    `json:"alone_at_least,omitempty"` // changes may end more alone than they are said to
}

type hardenChange struct {
	Kind     harden.Kind `json:"change"`
	Customer string      `json:"customer,omitempty"`
	Need     string      `json:"need,omitempty"`
	Supplier string      `json:"supplier,omitempty"`
	Assumes  string      `json:"assumes"`
	Cost     float64     `json:"cost"`
	Alone    float64     `json:"alone"`              // what it ends or saves by itself
	Together *float64    `json:"together,omitempty"` // what it and those before it do
	ByOrder  byOrder     `json:"alone_by_order,omitempty"`
	Days     *float64    `json:"days_alone,omitempty"` // by which products lose output later, summed
}

type hardenProduct struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Before int    `json:"before"`
	After  int    `json:"after"`
}

func (h Harden) json() any {
	out := hardenAnswer{
		newHeader("harden", h.Before.Net),
		[]string{"structure"},
		h.Before.Groups.By, h.summary(),
		[]hardenChange{},
		nil,
		[]hardenProduct{},
		h.sets(),
		h.days(),
	}
	out.Changes = append(out.Changes, h.changes()...)
	out.Other = h.others()
	for _, p := range h.improved() {
		out.Products = append(out.Products, hardenProduct{h.Before.Net.ID(p), h.Before.Net.Label(p), h.before(p), h.after(p)})
	}
	return out
}

func (h Harden) summary() hardenSummary {
	s := hardenSummary{
		Products: len(h.Products), Points: points(h.Before.Singles.Spread()), PointsAfter: points(h.After.Singles.Spread()),
		Most: h.Plan.Most, Exact: h.Plan.Exact, Unseen: h.Task.Unseen, Reach: h.reach(),
		Budget: h.Budget, Cost: h.Plan.Cost, Candidates: len(h.Task.Candidates), Rough: h.Task.Rough(),
	}
	for _, p := range h.Products {
		s.Pairs += h.before(p)
		s.PairsAfter += h.after(p)
	}
	s.Ended = s.Pairs - s.PairsAfter
	return s
}

// reach is that with which all points are looked at; 0 if they are.
func (h Harden) reach() int {
	if h.Task.Unseen == 0 {
		return 0
	}
	return h.Task.Reach
}

func points(spread []int) (n int) {
	for _, products := range spread {
		n += one(products > 0)
	}
	return n
}

func (h Harden) before(p graph.NodeID) int { return h.Before.Singles.Count(p) }

func (h Harden) after(p graph.NodeID) int {
	i, _ := h.After.Net.Lookup(h.Before.Net.ID(p))
	return h.After.Singles.Count(i)
}

// improved lists the products of which single points of failure end, those of which most do first; or all that
// have some.
func (h Harden) improved() []graph.NodeID {
	return slices.DeleteFunc(h.byEnded(), func(p graph.NodeID) bool { return h.before(p) == 0 || !h.Before.All && h.after(p) == h.before(p) })
}

// byEnded are the products asked for, in that order.
func (h Harden) byEnded() []graph.NodeID {
	list := slices.Clone(h.Products)
	slices.SortStableFunc(list, func(a, b graph.NodeID) int { return h.before(b) - h.after(b) - h.before(a) + h.after(a) })
	return list
}

// changes are those of the plan.
func (h Harden) changes() []hardenChange {
	var list []hardenChange
	for at, n := range h.Plan.Set {
		c := h.change(n)
		c.Together = &h.Plan.Saves[at]
		if len(h.Delays) > 0 {
			c.Days = &h.Delays[at].Days
		}
		list = append(list, c)
	}
	return list
}

// others are the other candidates, if all are asked for, those that end most alone first.
func (h Harden) others() []hardenChange {
	if !h.Before.All {
		return nil
	}
	var list []hardenChange
	for n := range h.Task.Candidates {
		if !slices.Contains(h.Plan.Set, n) {
			list = append(list, h.change(n))
		}
	}
	return byAlone(list)
}

func byAlone(list []hardenChange) []hardenChange {
	slices.SortStableFunc(list, func(a, b hardenChange) int { return cmp.Compare(b.Alone, a.Alone) })
	return list
}

func (h Harden) change(n int) hardenChange {
	out := newHardenChange(h.Before.Net, h.Task.Candidates[n], 0)
	out.Alone = h.Task.Alone[n]
	if len(h.Task.ByOrder) > 1 {
		for _, ends := range h.Task.ByOrder {
			out.ByOrder = append(out.ByOrder, big.NewInt(int64(ends[n])))
		}
	}
	return out
}

func newHardenChange(net *graph.Network, c harden.Candidate, buffer float64) hardenChange {
	out := hardenChange{Kind: c.Kind, Cost: c.Cost}
	if c.Supplier != graph.None {
		out.Supplier = net.ID(c.Supplier)
	}
	if c.Need != harden.NoNeed {
		out.Customer, out.Need = net.ID(net.CustomerOf(c.Need)), needName(net, c.Need)
	}
	switch c.Kind {
	case harden.Confirm:
		out.Assumes = "that it does supply this, which nobody reported"
	case harden.Source:
		out.Assumes = "that it could supply this, as it supplies others"
	case harden.Quorum:
		q := net.NeedQuorum(c.Need)
		out.Assumes = fmt.Sprintf("that %d of %d sources would do, not %d", q-1, len(net.SourcesOf(c.Need)), q)
	case harden.NewSource:
		out.Assumes = "that a source can be found"
	case harden.Buffer:
		held := net.BufferDays(c.Need).Or(0)
		out.Assumes = fmt.Sprintf("that %s can be held, not %s", days(held+buffer), days(held))
	case harden.Switch:
		out.Assumes = "that it can step up at once"
	case harden.Recovery:
		recover := net.RecoverDays(c.Supplier).Value
		out.Assumes = fmt.Sprintf("that it is back in %s, not %s", days(recover/2), days(recover))
	}
	return out
}

func (h Harden) table() Table { return hardenTable(slices.Concat(h.changes(), h.others())) }

func hardenTable(changes []hardenChange) Table {
	t := Table{Header: []string{"change", "customer", "need", "supplier", "cost", "alone", "together", "assumes"}}
	for _, c := range changes {
		t.Rows = append(t.Rows, []string{string(c.Kind), c.Customer, c.Need, c.Supplier, number(c.Cost), number(c.Alone), maybeNumber(c.Together), c.Assumes})
	}
	if len(changes) > 0 {
		for order := range changes[0].ByOrder {
			t.Header = append(t.Header, fmt.Sprintf("alone_order_%d", order+1))
			for n, c := range changes {
				t.Rows[n] = append(t.Rows[n], c.ByOrder[order].String())
			}
		}
		if changes[0].Days != nil {
			t.Header = append(t.Header, "days_alone")
			for n, c := range changes {
				t.Rows[n] = append(t.Rows[n], maybeNumber(c.Days))
			}
		}
	}
	return t
}

// maybeNumber is empty where there is none.
func maybeNumber(v *float64) string {
	if v == nil {
		return ""
	}
	return number(*v)
}

func number(v float64) string { return graph.Num(v).String() }
