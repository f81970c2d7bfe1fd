package index

import (
	"context"

	"linestop/graph"
)

// rule is what a need asks: m rows, s of them sure, q of them running. A need
// that is not critical has q = 0.
type rule struct{ m, s, q int32 }

func rules(ctx context.Context, net *graph.Network) (needs []rule, unsure bool) {
	needs = make([]rule, net.NumNeeds())
	for k := range graph.Each(ctx, graph.NeedID(net.NumNeeds())) {
		rows := net.SourcesOf(k)
		r := rule{m: int32(len(rows))}
		for _, row := range rows {
			if net.Sure(row) {
				r.s++
			}
		}
		if net.NeedLevel(k) == graph.Critical {
			r.q = int32(net.NeedQuorum(k))
			unsure = unsure || r.s < r.m
		}
		needs[k] = r
	}
	return needs, unsure
}

// best and worst say how many rows of a need count in that world, and how many
// of these may be dead. Either all rows count or only the sure ones.
func (r rule) best() (counted, tolerance int32) {
	if r.q == 0 || r.s == 0 {
		return 0, 0
	}
	return r.m, r.m - r.q
}

func (r rule) worst() (counted, tolerance int32) {
	switch {
	case r.q == 0:
		return 0, 0
	case r.s >= r.q:
		return r.s, r.s - r.q
	}
	return r.m, 0
}

// worlds are the two turns of the unsure rows that bound all others.
func worlds(ctx context.Context, net *graph.Network) (worst, best *World) {
	rules, unsure := rules(ctx, net)
	best = newWorld(ctx, net, rules, rule.best)
	if !unsure {
		return best, best
	}
	return newWorld(ctx, net, rules, rule.worst), best
}

func newWorld(ctx context.Context, net *graph.Network, rules []rule, count func(rule) (counted, tolerance int32)) *World {
	w := &World{net: net, needs: make([]need, len(rules))}
	whole := true
	for k := range graph.Each(ctx, graph.NeedID(len(rules))) {
		counted, tolerance := count(rules[k])
		w.needs[k] = need{counted - tolerance, tolerance}
		whole = whole && counted == rules[k].m
	}
	if !whole {
		w.out = &onward{}
		w.out.fill(ctx, w)
	}
	w.findSole(ctx)
	return w
}

// plainWorld is the one of a network that is plain: see graph.Network.Plain.
func plainWorld(ctx context.Context, net *graph.Network) *World {
	w := &World{net: net}
	w.findSole(ctx)
	return w
}

func (w *World) findSole(ctx context.Context) {
	w.sole = NewMarks(w.Needs())
	for k := range graph.Each(ctx, graph.NeedID(w.Needs())) {
		if w.Tolerance(k) == 0 {
			w.sole[k>>6] |= 1 << (k & 63)
		}
	}
}
