package sweep

import (
	"linestop/graph"
	"linestop/graph/index"
)

// Trail fails nodes, with all that breaks with them, and takes it back, latest
// first. Unlike Engine it keeps no steps and no reasons. A Trail serves one goroutine.
type Trail struct {
	world  *index.World
	failed index.Marks
	spare  []int32        // by need: how many more of its counted rows may die
	nodes  []graph.NodeID // failed, in the order in which that was found
	lost   []graph.NeedID // one entry for each dead row of a node that ran then
}

// Mark is a place on a trail to go back to.
type Mark struct{ nodes, lost int }

// NewTrail is an empty trail. O(nodes + needs).
func NewTrail(w *index.World) *Trail {
	t := &Trail{world: w, failed: index.NewMarks(w.Nodes()), spare: make([]int32, w.Needs())}
	for k := range t.spare {
		t.spare[k] = w.Tolerance(graph.NeedID(k))
	}
	return t
}

// Here is the end of the trail.
func (t *Trail) Here() Mark { return Mark{len(t.nodes), len(t.lost)} }

// Nodes are the failed nodes, in the order in which they were found. Cut and Back
// change the slice.
func (t *Trail) Nodes() []graph.NodeID { return t.nodes }

// Failed says whether node i has failed.
func (t *Trail) Failed(i graph.NodeID) bool { return t.failed.Has(i) }

// Lost are the needs that have lost rows, an entry for each row that died while the customer ran;
// the customer may have failed since. Cut and Back change the slice.
func (t *Trail) Lost() []graph.NeedID { return t.lost }

// Cut fails node i and all that breaks with it.
func (t *Trail) Cut(i graph.NodeID) {
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

func (t *Trail) fail(i graph.NodeID) {
	if !t.failed.Has(i) {
		t.failed.Add(i)
		t.nodes = append(t.nodes, i)
	}
}

// Back undoes all that came after m.
func (t *Trail) Back(m Mark) {
	for _, i := range t.nodes[m.nodes:] {
		t.failed.Drop(i)
	}
	for _, k := range t.lost[m.lost:] {
		t.spare[k]++
	}
	t.nodes, t.lost = t.nodes[:m.nodes], t.lost[:m.lost]
}
