package harden

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"linestop/graph"
)

// looks is how many nodes are looked at as a second source of a need.
const looks = 32

// propose gathers the candidates: changes to the needs by which losses break products.
func (t *Task) propose(ctx context.Context) error {
	t.at, t.under, t.stacked = map[graph.NeedID][]int{}, map[graph.NeedID][]int{}, map[graph.NeedID]bool{}
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
			t.under[f.need] = append(t.under[f.need], loss)
			t.stacked[f.need] = t.stacked[f.need] || f.missing > 1
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
	t.add(NewSource, k, graph.None)
}

func (t *Task) add(kind Kind, k graph.NeedID, supplier graph.NodeID) {
	if t.options.allows(kind) {
		c := Candidate{Kind: kind, Need: k, Supplier: supplier}
		c.Cost = t.options.Cost(c)
		t.at[k] = append(t.at[k], len(t.Candidates))
		t.Candidates = append(t.Candidates, c)
	}
}

// suggester finds nodes that might be a second source.
type suggester struct {
	t      *Task
	height []int32                   // by node: how long the longest way to it is, cycles as one step
	makers map[string][]graph.NodeID // by the name of a need: who meets it somewhere, rising
	asked  map[graph.NeedID][]suggestion
}

type suggestion struct {
	supplier graph.NodeID
	shares   int // losses that leave the need unmet and the supplier dead
}

func newSuggester(ctx context.Context, t *Task) *suggester {
	s := &suggester{t: t, makers: map[string][]graph.NodeID{}, asked: map[graph.NeedID][]suggestion{}}
	if !t.options.allows(Source) {
		return s
	}
	net := t.ix.Net
	s.height = t.heights()
	for k := range graph.Each(ctx, graph.NeedID(net.NumNeeds())) {
		if net.NeedLevel(k) != graph.Critical {
			continue
		}
		if name := net.Need(k).Name; name != "" {
			for _, row := range net.SourcesOf(k) {
				supplier, _ := net.Ends(row)
				s.makers[name] = append(s.makers[name], supplier)
			}
		}
	}
	for name, list := range s.makers {
		slices.Sort(list)
		s.makers[name] = slices.Compact(list)
	}
	return s
}

// heights are rising along every row but those inside cycles. What supplies from below can
// close no cycle, neither alone nor with others, that would keep itself alive.
func (t *Task) heights() []int32 {
	rank := t.ix.Components().Rank
	order := make([]graph.NodeID, len(rank))
	for i := range order {
		order[i] = graph.NodeID(i)
	}
	slices.SortFunc(order, func(a, b graph.NodeID) int { return cmp.Compare(rank[a], rank[b]) })
	height := make([]int32, len(rank)) // by rank
	for _, i := range order {
		_, customers := t.ix.Out(i)
		for _, c := range customers {
			if rank[c] > rank[i] {
				height[rank[c]] = max(height[rank[c]], height[rank[i]]+1)
			}
		}
	}
	byNode := make([]int32, len(rank))
	for i, r := range rank {
		byNode[i] = height[r]
	}
	return byNode
}

// shared counts which suggestions for need k are dead with it.
func (s *suggester) shared(k graph.NeedID, in *trial) {
	list, known := s.asked[k]
	if !known {
		list = s.suggest(k)
		s.asked[k] = list
	}
	for n := range list {
		if in.failed.Has(list[n].supplier) {
			list[n].shares++
		}
	}
}

// suggest lists nodes below the customer of need k that meet a need of the same name
// elsewhere: of another country and parent than the sources it has, if there are such.
func (s *suggester) suggest(k graph.NeedID) []suggestion {
	net := s.t.ix.Net
	var countries []string
	var parents, present []graph.NodeID
	for _, row := range net.SourcesOf(k) {
		supplier, _ := net.Ends(row)
		present = append(present, supplier)
		countries = append(countries, net.Country(supplier))
		parents = append(parents, net.Parent(supplier))
	}
	var list []suggestion
	for _, i := range s.makers[net.Need(k).Name] {
		if s.height[i] < s.height[net.CustomerOf(k)] && !slices.Contains(present, i) {
			list = append(list, suggestion{supplier: i})
		}
	}
	alike := func(i graph.NodeID) (n int) {
		if slices.Contains(countries, net.Country(i)) {
			n += 2
		}
		if p := net.Parent(i); p != graph.None && slices.Contains(parents, p) {
			n++
		}
		return n
	}
	slices.SortStableFunc(list, func(a, b suggestion) int { return cmp.Compare(alike(a.supplier), alike(b.supplier)) })
	return list[:min(len(list), looks)]
}

// best is the suggestion that shares the fate of need k least; None if each does so as many times as it fails.
func (s *suggester) best(k graph.NeedID, times int) graph.NodeID {
	best, shares := graph.None, times
	for _, c := range s.asked[k] {
		if c.shares < shares {
			best, shares = c.supplier, c.shares
		}
	}
	return best
}
