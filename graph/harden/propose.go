package harden

import (
	"context"
	"maps"
	"slices"

	"linestop/graph"
)

// propose gathers the candidates: changes to the needs by which losses break products.
func (t *Task) propose(ctx context.Context) error {
	t.at, t.under, t.stacked = make([][]int, t.world.Needs()), make([][]int32, t.world.Needs()), map[graph.NeedID]bool{}
	s := newSuggester(ctx, t)
	times := map[graph.NeedID]int{} // losses that leave a need unmet
	err := t.eachFault(ctx, false, func(f fault, _ int, in *trial) {
		times[f.need]++
		s.shared(f.need, in)
	})
	if err != nil {
		return err
	}
	for _, k := range slices.Sorted(maps.Keys(times)) {
		t.changes(k, s.best(k, times[k]))
	}
	return t.eachFault(ctx, true, func(f fault, loss int, _ *trial) {
		if len(t.at[f.need]) > 0 {
			t.under[f.need] = append(t.under[f.need], int32(loss))
			if f.missing > 1 {
				t.stacked[f.need] = true
			}
		}
	})
}

// eachFault looks at the needs that each loss leaves unmet as things are.
func (t *Task) eachFault(ctx context.Context, open bool, look func(f fault, loss int, in *trial)) error {
	in := t.newTrial()
	for n, l := range t.losses {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		in.lose(l.nodes)
		for _, f := range in.faults(l.nodes, l.products, open) {
			look(f, n, in)
		}
	}
	return nil
}

// changes adds the candidates of need k that the structure knows. Second is who may be a second source of it, or None.
func (t *Task) changes(k graph.NeedID, second graph.NodeID) {
	net := t.ix.Net
	for _, row := range net.SourcesOf(k) {
		if supplier, _ := net.Ends(row); !net.Sure(row) && !t.options.Sure && !t.unsure(k) {
			t.add(Confirm, k, supplier)
		}
	}
	if second != graph.None {
		t.add(Source, k, second)
	}
	if net.NeedQuorum(k) > 1 && !t.unsure(k) {
		t.add(Quorum, k, graph.None)
	}
	if !t.licensed(k) {
		t.add(NewSource, k, graph.None)
	}
}

// licensed says that a need is met by nothing but licences, which are neither held in stock nor to be had from anybody else.
func (t *Task) licensed(k graph.NeedID) bool {
	for _, row := range t.ix.Net.SourcesOf(k) {
		supplier, _ := t.ix.Net.Ends(row)
		switch t.ix.Net.Kind(supplier) {
		case "licence", "license", "permit":
		default:
			return false
		}
	}
	return true
}

func (t *Task) add(kind Kind, k graph.NeedID, supplier graph.NodeID) {
	if t.options.allows(kind) {
		c := Candidate{Kind: kind, Need: k, Supplier: supplier}
		c.Cost = t.options.Cost(c)
		if t.most = max(t.most, c.Cost); t.least == 0 || c.Cost < t.least {
			t.least = c.Cost
		}
		if k != NoNeed {
			t.at[k] = append(t.at[k], len(t.Candidates))
		}
		t.Candidates = append(t.Candidates, c)
	}
}
