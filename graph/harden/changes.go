package harden

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"linestop/graph"
)

// Changes makes a plan's changes what a scenario holds. Each is a what-if and says so
// in its note; nodes that the data do not know are assumed. Rows that are added carry no confidence, as a
// what-if is taken as it stands: with one below graph.SureFrom the worst world
// would not count on them, and nothing would be saved.
func (t *Task) Changes(p *Plan) []graph.Change {
	w := writer{Task: t, net: t.ix.Net, firm: map[graph.NeedID]bool{}, named: map[graph.NeedID]string{}, ids: map[string]bool{}}
	w.names(p.Set)
	for _, n := range p.Set {
		w.candidate(w.Candidates[n])
	}
	return w.changes
}

type writer struct {
	*Task
	net     *graph.Network
	changes []graph.Change
	firm    map[graph.NeedID]bool   // needs whose sources have been made sure of
	named   map[graph.NeedID]string // needs that had no name
	ids     map[string]bool         // of placeholders
}

// names gives a name to each need to be changed that has none: rows without one are no alternatives. All rows between its two ends are taken out and put back.
func (w *writer) names(set []int) {
	type ends struct{ supplier, customer graph.NodeID }
	done := map[ends]bool{}
	wanted := map[graph.NeedID]bool{}
	for _, n := range set {
		wanted[w.Candidates[n].Need] = true
	}
	for _, n := range set {
		k := w.Candidates[n].Need
		if k == NoNeed || w.net.Need(k).Name != "" {
			continue
		}
		supplier, customer := w.net.Ends(w.net.SourcesOf(k)[0])
		if done[ends{supplier, customer}] {
			continue
		}
		done[ends{supplier, customer}] = true
		w.add(graph.Remove, graph.Source{Supplier: w.net.ID(supplier), Customer: w.net.ID(customer)})
		for _, row := range w.net.Deliveries(supplier) {
			if _, to := w.net.Ends(row); to != customer {
				continue
			}
			s := w.net.Source(row)
			if need := w.net.NeedOf(row); s.Need == "" && wanted[need] {
				w.named[need] = w.free(need, customer)
				s.Need = w.named[need]
			}
			w.add(graph.Add, s)
		}
	}
}

// free is a name for a need that no other need of its customer has: that of its supplier.
func (w *writer) free(k graph.NeedID, customer graph.NodeID) string {
	supplier, _ := w.net.Ends(w.net.SourcesOf(k)[0])
	taken := map[string]bool{}
	for other := range w.net.Needs(customer) {
		taken[w.net.Need(other).Name] = true
		taken[w.named[other]] = true
	}
	return unused(w.net.ID(supplier), func(name string) bool { return taken[name] })
}

// unused is a name, with a number behind it if others have it.
func unused(name string, taken func(string) bool) string {
	for n := 1; ; n++ {
		numbered := name
		if n > 1 {
			numbered = fmt.Sprintf("%s %d", name, n)
		}
		if !taken(numbered) {
			return numbered
		}
	}
}

func (w *writer) add(action graph.Action, s graph.Source) {
	w.changes = append(w.changes, graph.Change{Action: action, Source: s})
}

// need names a need as a change does.
func (w *writer) need(k graph.NeedID) graph.Source {
	return graph.Source{Customer: w.net.ID(w.net.CustomerOf(k)), Need: cmp.Or(w.net.Need(k).Name, w.named[k])}
}

func (w *writer) candidate(c Candidate) {
	switch c.Kind {
	case Confirm:
		w.confirm(c.Need, c.Supplier)
	case Quorum:
		s := w.need(c.Need)
		s.Quorum = graph.Num(float64(w.net.NeedQuorum(c.Need) - 1))
		w.add(graph.Set, s)
	case Buffer:
		s := w.need(c.Need)
		s.BufferDays = graph.Num(w.net.BufferDays(c.Need).Or(0) + w.options.Buffer)
		w.add(graph.Set, s)
	case Switch:
		s := w.need(c.Need)
		s.Supplier, s.SwitchDays = w.net.ID(c.Supplier), graph.Num(0)
		w.add(graph.Set, s)
	case Recovery:
		node := graph.Node{ID: w.net.ID(c.Supplier), RecoverDays: graph.Num(w.net.RecoverDays(c.Supplier).Value / 2)}
		w.changes = append(w.changes, graph.Change{Action: graph.Set, Node: &node})
	case Source:
		w.second(c, w.net.ID(c.Supplier), "supplies others with the same in the data; what if it supplied this, too")
	case NewSource:
		w.second(c, w.placeholder(c.Need), "not in the data; what if there were a second source")
	}
}

// confirm makes sure of the sources of need k that supplier is, of all if it is None.
func (w *writer) confirm(k graph.NeedID, supplier graph.NodeID) {
	for _, row := range w.net.SourcesOf(k) {
		if from, _ := w.net.Ends(row); !w.net.Sure(row) && (supplier == graph.None || from == supplier) {
			s := w.need(k)
			s.Supplier, s.Confidence = w.net.ID(from), "1"
			w.add(graph.Set, s)
		}
	}
}

// second adds a source. In data with numbers it is ready to carry the whole need from the
// first day on, and carries nothing before.
func (w *writer) second(c Candidate, supplier, note string) {
	if w.unsure(c.Need) && !w.firm[c.Need] {
		w.firm[c.Need] = true
		w.confirm(c.Need, graph.None)
	}
	s := w.need(c.Need)
	s.Supplier, s.Note = supplier, "what-if: "+note
	if w.net.Quantified() {
		s.Share, s.MaxShare = graph.Num(0), graph.Num(1)
	}
	w.add(graph.Add, s)
}

// visible is a name without what no id may hold.
func visible(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return '_'
		}
		return r
	}, name)
}

// placeholder adds a node that stands for a source nobody knows yet. It is of no kind, country or
// parent, so that it is lost with no other.
func (w *writer) placeholder(k graph.NeedID) string {
	supplier, customer := w.net.Ends(w.net.SourcesOf(k)[0])
	what := cmp.Or(w.net.Need(k).Name, w.named[k], w.net.ID(supplier))
	node := graph.Node{
		ID: unused(fmt.Sprintf("new-source/%s/%s", w.net.ID(customer), visible(what)), func(id string) bool {
			_, known := w.net.Lookup(id)
			return known || w.ids[id]
		}),
		Name:       fmt.Sprintf("a second source of %s for %s (assumed)", what, w.net.Label(customer)),
		Confidence: graph.Assumed,
		Note:       "what-if: not in the data; it stands for a source to be found",
	}
	w.ids[node.ID] = true
	w.changes = append(w.changes, graph.Change{Action: graph.Add, Node: &node})
	return node.ID
}
