package rank

import (
	"context"
	"sort"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/sweep"
)

// breakers knows of each node whose loss breaks it, or takes it. Groups are numbered as a walk
// loses them: in that order those that break a node are a few ranges.
type breakers struct {
	group []graph.GroupID // by step
	step  []int32         // by group
	first []int32         // by node, and one more: its ranges
	spans []span
}

// span is a range of steps.
type span struct{ first, end int32 }

// newBreakers loses each group once. It takes as long as a sweep on one core, and 8 bytes for
// each node that is broken anew at a step.
func newBreakers(ctx context.Context, w *index.World, o Options) *breakers {
	b := &breakers{step: make([]int32, o.Groups.Len()), first: make([]int32, w.Nodes()+2)}
	type ended struct {
		node graph.NodeID
		span
	}
	var all []ended
	var nodes []graph.NodeID // broken now
	var since []int32        // and from which step on
	end := func(kept int) {
		for at := kept; at < len(nodes); at++ {
			all = append(all, ended{nodes[at], span{since[at], int32(len(b.group))}})
		}
		nodes, since = nodes[:kept], since[:kept]
	}
	for s := range sweep.Each(ctx, w, o.Groups, o.MayFail) {
		end(s.Kept)
		for _, i := range s.Broken[s.Kept:] {
			nodes, since = append(nodes, i), append(since, int32(len(b.group)))
		}
		b.step[s.Group] = int32(len(b.group))
		b.group = append(b.group, s.Group)
		if o.Progress != nil && len(b.group)%10_000 == 0 {
			o.Progress(int64(len(b.group)), int64(o.Groups.Len()))
		}
	}
	end(0)
	for _, e := range all {
		b.first[e.node+2]++
	}
	for i := range w.Nodes() {
		b.first[i+2] += b.first[i+1]
	}
	b.spans = make([]span, len(all))
	for _, e := range all {
		b.spans[b.first[e.node+1]] = e.span
		b.first[e.node+1]++
	}
	return b
}

// of lists the steps that break node i.
func (b *breakers) of(i graph.NodeID) []span { return b.spans[b.first[i]:b.first[i+1]] }

// breaks says whether the loss of group g breaks node i, or takes it.
func (b *breakers) breaks(g graph.GroupID, i graph.NodeID) bool {
	step, spans := b.step[g], b.of(i)
	n := sort.Search(len(spans), func(n int) bool { return spans[n].end > step })
	return n < len(spans) && spans[n].first <= step
}
