package report

import (
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/harden"
	"linestop/graph/impact"
	"linestop/internal/words"
)

// HardenAgainst is the answer to what would have kept products running under a scenario.
type HardenAgainst struct {
	Net      *graph.Network
	Products []graph.NodeID // asked for
	Budget   float64
	Priced   bool    // changes may cost other than 1
	Buffer   float64 // days that a larger buffer adds
	Defence  *harden.Defence
	All      bool
}

type againstAnswer struct {
	header
	Reading  []string         `json:"reading"`
	Scenario scenario         `json:"scenario"`
	Summary  againstSummary   `json:"summary"`
	Changes  []hardenChange   `json:"changes"`
	Other    []hardenChange   `json:"other_changes,omitempty"` // with All
	Products []againstProduct `json:"products"`
}

type againstSummary struct {
	Products   int     `json:"products"`
	Hit        int     `json:"products_hit"`
	HitAfter   int     `json:"products_hit_after"`
	Unit       string  `json:"unit"`
	Lost       float64 `json:"lost"`
	LostAfter  float64 `json:"lost_after"`
	Saved      float64 `json:"saved"`
	Exact      bool    `json:"exact"`
	Budget     float64 `json:"budget"`
	Cost       float64 `json:"cost"`
	Candidates int     `json:"candidates"`
}

type againstProduct struct {
	ID     string       `json:"id"`
	Name   string       `json:"name"`
	Before againstState `json:"before"`
	After  againstState `json:"after"`
}

type againstState struct {
	Status string   `json:"status"`
	Stop   *float64 `json:"stop_day,omitempty"`
	Lost   *float64 `json:"lost_days,omitempty"`
}

func (h HardenAgainst) json() any {
	out := againstAnswer{
		newHeader("harden", h.Net), h.readings(), newScenario(h.Defence.Before.Scenario), h.summary(),
		h.changes(), h.others(),
		[]againstProduct{},
	}
	for _, i := range h.hit() {
		before, after := h.states(i)
		out.Products = append(out.Products, againstProduct{h.Net.ID(i), h.Net.Label(i), newAgainstState(before), newAgainstState(after)})
	}
	return out
}

func newAgainstState(s impact.State) againstState {
	return againstState{s.Status.String(), given(s.Stop), given(s.LostDays)}
}

func (h HardenAgainst) readings() []string {
	var list []string
	for _, r := range h.Defence.Before.Readings {
		list = append(list, string(r))
	}
	return list
}

func (h HardenAgainst) timed() bool { return h.Defence.Before.Timeline != nil }

// states are what becomes of a product without and with the changes.
func (h HardenAgainst) states(i graph.NodeID) (before, after impact.State) {
	j, _ := h.Defence.Net.Lookup(h.Net.ID(i))
	return h.Defence.Before.State(i), h.Defence.After.State(j)
}

// lost is what a state costs, in the unit of the answer.
func (h HardenAgainst) lost(s impact.State) float64 {
	if h.timed() {
		return s.LostDays.Value
	}
	return float64(one(s.Status >= cut.Broken))
}

// hit lists the products that lose something, those of which most is saved first.
func (h HardenAgainst) hit() []graph.NodeID {
	list := slices.Clone(h.Products)
	list = slices.DeleteFunc(list, func(i graph.NodeID) bool { before, _ := h.states(i); return h.lost(before) == 0 })
	saved := func(i graph.NodeID) float64 { before, after := h.states(i); return h.lost(before) - h.lost(after) }
	slices.SortStableFunc(list, func(a, b graph.NodeID) int {
		switch d := saved(b) - saved(a); {
		case d > 0:
			return 1
		case d < 0:
			return -1
		}
		return 0
	})
	return list
}

func (h HardenAgainst) summary() againstSummary {
	s := againstSummary{
		Products: len(h.Products), Unit: either(h.timed(), "days of output", "products"),
		Budget: h.Budget, Cost: h.Defence.Plan.Cost, Candidates: len(h.Defence.Candidates),
	}
	for _, i := range h.Products {
		before, after := h.states(i)
		s.Lost += h.lost(before)
		s.LostAfter += h.lost(after)
		s.Hit += one(h.lost(before) > 0)
		s.HitAfter += one(h.lost(after) > 0)
	}
	s.Saved = s.Lost - s.LostAfter
	s.Exact = s.LostAfter == 0
	return s
}

func (h HardenAgainst) changes() []hardenChange {
	list := []hardenChange{}
	for at, n := range h.Defence.Plan.Set {
		c := h.change(n)
		c.Together = &h.Defence.Plan.Saves[at]
		list = append(list, c)
	}
	return list
}

func (h HardenAgainst) others() []hardenChange {
	if !h.All {
		return nil
	}
	var list []hardenChange
	for n := range h.Defence.Candidates {
		if !slices.Contains(h.Defence.Plan.Set, n) {
			list = append(list, h.change(n))
		}
	}
	return byAlone(list)
}

func (h HardenAgainst) change(n int) hardenChange {
	out := newHardenChange(h.Net, h.Defence.Candidates[n], h.Buffer)
	out.Alone = h.Defence.Alone[n]
	return out
}

func (h HardenAgainst) table() Table { return hardenTable(slices.Concat(h.changes(), h.others())) }

func (h HardenAgainst) text(p *page) {
	n := names{h.Net}
	p.line("%s %s, against %s", p.in(bold, "hardening:"), words.Count(len(h.Products), "product"), title(h.Defence.Before.Scenario))
	p.line("%s %s", p.in(bold, "data:"), describe(h.Net).line())
	p.line("")
	switch s := h.summary(); {
	case s.Lost == 0:
		p.line("%s", p.in(green, "no product loses anything: there is nothing to save"))
		return
	case len(h.Defence.Plan.Set) == 0:
		p.line("%s", p.in(red, fmt.Sprintf("no change that may be made%s saves any of %s", price(h.Priced, h.Budget), h.measure(s.Lost))))
	default:
		p.line("%s", p.in(green, h.Line()))
		if s.LostAfter > 0 {
			p.line("chosen one after the other: others may save more")
		}
	}
	listChanges(p, h.changes(), "saves alone")
	h.products(p, n)
	if others := h.others(); len(others) > 0 {
		p.line("")
		p.line("other changes:")
		listChanges(p, others, "saves alone")
	}
	p.line("")
	p.whatIf(h.Priced)
	p.line("%s %s", p.in(dim, "reading:"), strings.Join(h.readings(), ", "))
}

// Line says in one sentence what the changes do.
func (h HardenAgainst) Line() string {
	s := h.summary()
	text := fmt.Sprintf("%s %s %s of %s", words.Count(len(h.Defence.Plan.Set), "change"), either(len(h.Defence.Plan.Set) == 1, "saves", "save"), brief(s.Saved), h.measure(s.Lost))
	if h.Priced {
		text += fmt.Sprintf(", for %s", number(s.Cost))
	}
	return text
}

// measure says what is lost.
func (h HardenAgainst) measure(lost float64) string {
	if h.timed() {
		hit := h.summary().Hit
		return fmt.Sprintf("%s of output that %s %s", days(lost), words.Count(hit, "product"), either(hit == 1, "loses", "lose"))
	}
	return words.Count(int(lost), "product") + either(lost == 1, " that breaks", " that break")
}

// products lists those that lose something.
func (h HardenAgainst) products(p *page, n names) {
	list := h.hit()
	shown := list
	if !h.All && len(list) > screen {
		shown = list[:screen]
	}
	calendar := calendar{h.Defence.Before.Scenario.Start}
	rows := [][]cell{{{"product", dim}, {"stops", dim}, {"days of output lost", dim}}}
	if !h.timed() {
		rows = [][]cell{{{"product", dim}, {"is", dim}}}
	}
	for _, i := range shown {
		before, after := h.states(i)
		if !h.timed() {
			rows = append(rows, []cell{{n.id(i), bold}, {before.Status.String() + " → " + after.Status.String(), plain}})
			continue
		}
		rows = append(rows, []cell{
			{n.id(i), bold},
			{calendar.maybe(before.Stop, "never") + " → " + calendar.maybe(after.Stop, "never"), plain},
			{brief(before.LostDays.Value) + " → " + brief(after.LostDays.Value), plain},
		})
	}
	p.line("")
	p.columns(rows)
	p.more(len(list)-len(shown), "product")
}
