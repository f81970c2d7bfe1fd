package harden

import (
	"linestop/graph"
	"linestop/graph/index"
)

// trial fails what one loss after another breaks, with some candidates taken. A trial serves one goroutine.
type trial struct {
	*Task
	taken  map[graph.NeedID][]Candidate
	serves map[graph.NodeID][]graph.NeedID // what taken candidates let a supplier serve
	spare  []int32                         // by need: how many more of its counted rows may die
	failed index.Marks
	nodes  []graph.NodeID // failed, in the order in which that was found
	place  []int32        // by failed node: its place among them
	dead   []graph.NeedID // one entry for each dead row of a node that ran then
	work   int            // nodes that have failed in all losses so far

	// Scratch of faults, and of what is made of them.

	seen    index.Marks
	todo    []graph.NodeID
	found   []fault
	sources []graph.NodeID
	wrecked wreck
	rescued rescue
}

func (t *Task) newTrial() *trial {
	w := t.world
	in := &trial{
		Task:  t,
		taken: map[graph.NeedID][]Candidate{}, serves: map[graph.NodeID][]graph.NeedID{},
		spare: make([]int32, w.Needs()), failed: index.NewMarks(w.Nodes()), place: make([]int32, w.Nodes()), seen: index.NewMarks(w.Nodes()),
	}
	for k := range in.spare {
		in.spare[k] = w.Tolerance(graph.NeedID(k))
	}
	return in
}

// take makes a candidate's change.
func (t *trial) take(c Candidate) {
	t.reset()
	t.taken[c.Need] = append(t.taken[c.Need], c)
	if c.Supplier != graph.None {
		t.serves[c.Supplier] = append(t.serves[c.Supplier], c.Need)
	}
	t.spare[c.Need] = t.tolerance(c.Need)
}

// drop takes back what take did, latest first.
func (t *trial) drop(c Candidate) {
	t.reset()
	pop(t.taken, c.Need)
	if c.Supplier != graph.None {
		pop(t.serves, c.Supplier)
	}
	t.spare[c.Need] = t.tolerance(c.Need)
}

func pop[K comparable, V any](of map[K][]V, key K) { of[key] = of[key][:len(of[key])-1] }

// tolerance is how many of the counted rows of need k may be dead. Each change to a need lets it
// bear one death more. The first one to a need of which too few sources are sure makes sure of
// all of them as well (see changes.go).
func (t *trial) tolerance(k graph.NeedID) int32 {
	taken := int32(len(t.taken[k]))
	if taken > 0 && t.unsure(k) {
		return int32(len(t.ix.Net.SourcesOf(k))-t.ix.Net.NeedQuorum(k)) + taken
	}
	return t.world.Tolerance(k) + taken
}

// lose fails nodes, and all that breaks with them and matters, and nothing else.
func (t *trial) lose(nodes []graph.NodeID) {
	t.reset()
	for _, i := range nodes {
		t.fail(i)
	}
	for next := 0; next < len(t.nodes); next++ {
		i := t.nodes[next]
		needs, customers := t.world.Out(i)
		for n, customer := range customers {
			t.die(needs[n], customer)
		}
		for _, k := range t.serves[i] {
			t.die(k, t.world.Customer(k))
		}
	}
	t.work += len(t.nodes)
}

// die counts one more dead row of need k.
func (t *trial) die(k graph.NeedID, customer graph.NodeID) {
	if t.failed.Has(customer) || t.matters != nil && !t.matters.Has(customer) {
		return
	}
	t.dead = append(t.dead, k)
	if t.spare[k]--; t.spare[k] == -1 {
		t.fail(customer)
	}
}

func (t *trial) fail(i graph.NodeID) {
	if !t.failed.Has(i) {
		t.failed.Add(i)
		t.place[i] = int32(len(t.nodes))
		t.nodes = append(t.nodes, i)
	}
}

func (t *trial) reset() {
	for _, i := range t.nodes {
		t.failed.Drop(i)
	}
	for _, k := range t.dead {
		t.spare[k]++
	}
	t.nodes, t.dead = t.nodes[:0], t.dead[:0]
}

// unmet says whether a need of node i is.
func (t *trial) unmet(i graph.NodeID) bool {
	for k := range t.world.NeedsOf(i) {
		if n := len(t.deadOf(k)); n > 0 && n > int(t.tolerance(k)) {
			return true
		}
	}
	return false
}
