package timeline

import (
	"cmp"
	"slices"

	"linestop/graph"
)

// revive finds the nodes that rose from a stop by each other's goods only.
func (e *Engine) revive() {
	v := revival{Engine: e, still: map[graph.NodeID]int32{}, has: map[graph.NeedID]int32{}}
	for _, m := range e.moves.values {
		if m.before <= Negligible && m.after > Negligible {
			v.list = append(v.list, m.node)
			v.still[m.node] = 0
		}
	}
	if len(v.list) > 0 {
		v.start()
		v.trim()
		v.report()
	}
}

// revival is about the nodes that rose from a stop at this instant.
type revival struct {
	*Engine
	list  []graph.NodeID
	still map[graph.NodeID]int32 // those that nothing has been found to start; with what they wait for
	has   map[graph.NeedID]int32 // sources that deliver and could start
}

// start starts whom it can from goods of others, and from these those that wait for
// them.
func (v *revival) start() {
	var ready []graph.NodeID
	for _, i := range v.list {
		for k := range v.net.Needs(i) {
			if !v.bindsNow(k) {
				continue
			}
			for _, s := range v.net.SourcesOf(k) {
				if !v.fromStill(s) && v.brings(s) > 0 {
					v.has[k]++
				}
			}
			if v.has[k] < v.sys.Quorum[k] {
				v.still[i]++
			}
		}
		if v.still[i] == 0 {
			ready = append(ready, i)
		}
	}
	for len(ready) > 0 {
		i := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		v.customers(i, func(k graph.NeedID, c graph.NodeID) {
			if v.has[k]++; v.has[k] == v.sys.Quorum[k] {
				if v.still[c]--; v.still[c] == 0 {
					ready = append(ready, c)
				}
			}
		})
		delete(v.still, i)
	}
}

// trim leaves out those that only wait and supply nobody else who does.
func (v *revival) trim() {
	supplies := map[graph.NodeID]int{}
	var idle []graph.NodeID
	for _, i := range v.list {
		if _, waits := v.still[i]; !waits {
			continue
		}
		v.customers(i, func(graph.NeedID, graph.NodeID) { supplies[i]++ })
		if supplies[i] == 0 {
			idle = append(idle, i)
		}
	}
	for len(idle) > 0 {
		i := idle[len(idle)-1]
		idle = idle[:len(idle)-1]
		delete(v.still, i)
		for k := range v.net.Needs(i) {
			if !v.bindsNow(k) {
				continue
			}
			for _, s := range v.net.SourcesOf(k) {
				if supplier, _ := v.net.Ends(s); v.fromStill(s) {
					if supplies[supplier]--; supplies[supplier] == 0 {
						idle = append(idle, supplier)
					}
				}
			}
		}
	}
}

// report adds a Revival for each component.
func (v *revival) report() {
	rank := v.ix.Components().Rank
	groups := map[int32][]graph.NodeID{}
	for _, i := range v.list {
		if _, waits := v.still[i]; waits {
			groups[rank[i]] = append(groups[rank[i]], i)
		}
	}
	var found []Revival
	for _, nodes := range groups {
		found = append(found, Revival{v.now, nodes})
	}
	slices.SortFunc(found, func(a, b Revival) int { return cmp.Compare(a.Nodes[0], b.Nodes[0]) })
	v.revivals = append(v.revivals, found...)
}

// bindsNow says whether need k stops its customer when nothing arrives.
func (v *revival) bindsNow(k graph.NeedID) bool { return v.sys.Critical[k] && !v.sys.Stocked[k] }

// fromStill says whether a row brings what a node makes that nothing has started.
func (v *revival) fromStill(s graph.SourceID) bool {
	supplier, _ := v.net.Ends(s)
	_, waits := v.still[supplier]
	return waits && !v.sys.Held[s]
}

// customers yields for each row of node i the need it serves and the customer, where
// that waits.
func (v *revival) customers(i graph.NodeID, yield func(graph.NeedID, graph.NodeID)) {
	for _, s := range v.net.Deliveries(i) {
		k := v.net.NeedOf(s)
		c := v.net.CustomerOf(k)
		if _, waits := v.still[c]; waits && v.bindsNow(k) && !v.sys.Held[s] && v.brings(s) > 0 {
			yield(k, c)
		}
	}
}
