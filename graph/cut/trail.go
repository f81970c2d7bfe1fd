package cut

import (
	"linestop/graph"
	"linestop/graph/index"
)

// trail fails nodes, with all that breaks with them, and takes it back, latest
// first. Unlike Engine it keeps no steps and no reasons.
type trail struct {
	world  *index.World
	failed index.Marks
	spare  []int32        // by need: how many more of its counted rows may die
	nodes  []graph.NodeID // failed, in the order in which that was found
	lost   []graph.NeedID // one entry for each dead row of a node that ran then
}

// mark is a place on a trail to go back to.
type mark struct{ nodes, lost int }

func newTrail(w *index.World) *trail {
	t := &trail{world: w, failed: index.NewMarks(w.Nodes()), spare: make([]int32, w.Needs())}
	for k := range t.spare {
		t.spare[k] = w.Tolerance(graph.NeedID(k))
	}
	return t
}

func (t *trail) here() mark { return mark{len(t.nodes), len(t.lost)} }

// cut fails node i and all that breaks with it.
func (t *trail) cut(i graph.NodeID) {
	next := len(t.nodes)
	t.fail(i)
	for ; next < len(t.nodes); next++ {
		needs, customers := t.world.Out(t.nodes[next])
		for n, customer := range customers {
			if t.failed.Has(customer) {
				continue
			}
			k := needs[n]
			t.lost = append(t.lost, k)
			if t.spare[k]--; t.spare[k] == -1 {
				t.fail(customer)
			}
		}
	}
}

func (t *trail) fail(i graph.NodeID) {
	if !t.failed.Has(i) {
		t.failed.Add(i)
		t.nodes = append(t.nodes, i)
	}
}

// back undoes all that came after m.
func (t *trail) back(m mark) {
	for _, i := range t.nodes[m.nodes:] {
		t.failed.Drop(i)
	}
	for _, k := range t.lost[m.lost:] {
		t.spare[k]++
	}
	t.nodes, t.lost = t.nodes[:m.nodes], t.lost[:m.lost]
}
