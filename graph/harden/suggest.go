package harden

import (
	"cmp"
	"context"
	"slices"

	"linestop/graph"
)

// looks is how many nodes are weighed as a second source of a need, and among how many of those
// that meet a need of the same name they are looked for.
const looks, among = 32, 2000

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
	var like [4][]suggestion // by how much they are like the sources: 2 of a country, 1 of a parent
	makers := s.makers[net.Need(k).Name]
	for _, i := range makers[:min(len(makers), among)] {
		if s.height[i] >= s.height[net.CustomerOf(k)] || slices.Contains(present, i) {
			continue
		}
		n := 2 * one(slices.Contains(countries, net.Country(i)))
		if p := net.Parent(i); p != graph.None && slices.Contains(parents, p) {
			n++
		}
		if len(like[n]) < looks {
			like[n] = append(like[n], suggestion{supplier: i})
		}
	}
	list := slices.Concat(like[:]...)
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
