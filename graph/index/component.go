package index

import "linestop/graph"

// Components are the strongly connected components of a network over rows of
// critical and degrading needs, those by which a supplier's level reaches its customer.
type Components struct {
	Rank  []int32 // by node: its component; suppliers outside it are in components of lower rank
	Sizes []int32 // by rank: how many nodes
}

// Components are computed once, O(nodes + rows).
func (ix *Index) Components() *Components { return ix.components() }

// computeComponents is Tarjan's algorithm (SIAM J. Computing 1, 1972) with a stack of its own:
// supply chains may be long. It follows customers, so that components are
// finished downstream first.
func computeComponents(net *graph.Network) *Components {
	n := net.NumNodes()
	t := tarjan{net: net, number: make([]int32, n), low: make([]int32, n), next: make([]int32, n), rank: make([]int32, n)}
	for i := range graph.NodeID(n) {
		if t.number[i] == 0 {
			t.search(i)
		}
	}
	c := &Components{Rank: t.rank, Sizes: make([]int32, t.closed)}
	for i := range c.Rank {
		c.Rank[i] = t.closed - c.Rank[i]
		c.Sizes[c.Rank[i]]++
	}
	return c
}

type tarjan struct {
	net         *graph.Network
	number, low []int32 // by node, from 1 on in the order of discovery; 0 = not yet
	next        []int32 // by node: its next delivery to follow
	rank        []int32 // by node: component counted from 1 in the order of completion; 0 = open
	path, open  []graph.NodeID
	entered     int32
	closed      int32 // components
}

func (t *tarjan) search(root graph.NodeID) {
	t.enter(root)
	for len(t.path) > 0 {
		i := t.path[len(t.path)-1]
		rows := t.net.Deliveries(i)
		if int(t.next[i]) < len(rows) {
			row := rows[t.next[i]]
			t.next[i]++
			t.follow(i, row)
			continue
		}
		t.path = t.path[:len(t.path)-1]
		if len(t.path) > 0 {
			above := t.path[len(t.path)-1]
			t.low[above] = min(t.low[above], t.low[i])
		}
		if t.low[i] == t.number[i] {
			t.close(i)
		}
	}
}

func (t *tarjan) enter(i graph.NodeID) {
	t.entered++
	t.number[i], t.low[i] = t.entered, t.entered
	t.path, t.open = append(t.path, i), append(t.open, i)
}

func (t *tarjan) follow(i graph.NodeID, row graph.SourceID) {
	if l := t.net.NeedLevel(t.net.NeedOf(row)); l != graph.Critical && l != graph.Degrading {
		return
	}
	switch _, c := t.net.Ends(row); {
	case t.number[c] == 0:
		t.enter(c)
	case t.rank[c] == 0:
		t.low[i] = min(t.low[i], t.number[c])
	}
}

// close ends the component whose first node is i.
func (t *tarjan) close(i graph.NodeID) {
	t.closed++
	for {
		last := t.open[len(t.open)-1]
		t.open = t.open[:len(t.open)-1]
		t.rank[last] = t.closed
		if last == i {
			return
		}
	}
}
