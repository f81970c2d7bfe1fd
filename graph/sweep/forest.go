package sweep

import (
	"context"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/internal/scc"
)

// Forest is where groups are lost one after another, so that each loss costs only
// what it breaks beyond the one before.
//
// Where s is the only source of a need of c, all that breaks with c breaks with
// s. So the components of the rows without which a need fails are hung each
// under one of their customers, groups under one of their nodes, and that forest is
// walked depth first: a step breaks only what its place above has not broken, and
// takes it back afterwards. In SAT solvers this is tree-based lookahead (Heule, Järvisalo and Biere,
// CPAIOR 2013). All steps together cost what is new at each place: near-linear in
// production networks, O(groups × rows) at worst.
//
// A Forest is read-only. It serves any number of goroutines, each with a Walk of its own.
type Forest struct {
	world  *index.World
	groups *graph.Groups
	may    func(graph.NodeID) bool

	// Places are components, which break as one, by rank, and behind the last one
	// the root, where nothing is broken.
	node       []graph.NodeID  // by place: one that breaks all of it
	under      []int32         // by place: the place that it is hung under, which breaks with it
	first, end []int32         // by place: it and all that hangs under it, in the order of the walk
	steps      []graph.GroupID // in that order
	at         []int32         // by group: the place that breaks with it
}

// NewForest prepares the loss of each group alone in one world. Of a group only the
// nodes that may fail are lost; a nil may stands for all. O(nodes + rows); it ends early
// with ctx, as the walks then do.
func NewForest(ctx context.Context, w *index.World, groups *graph.Groups, may func(graph.NodeID) bool) *Forest {
	f := &Forest{world: w, groups: groups, may: may}
	broken := forced(w)
	c := scc.Find(w.Nodes(), func(i int32) int { return len(broken.of(i)) }, func(i int32, row int) int32 { return int32(broken.of(i)[row]) })
	depth := f.hang(c, broken)
	f.order()
	f.at = make([]int32, groups.Len())
	for g := range graph.Each(ctx, groups.Len()) {
		f.at[g] = f.root()
		for _, i := range groups.Nodes(graph.GroupID(g)) {
			if r := c.Rank[i]; depth[r] > depth[f.at[g]] && f.mayFail(i) {
				f.at[g] = r
			}
		}
	}
	places := make([]int32, len(f.at)) // as the walk numbers them
	for g, at := range f.at {
		places[g] = f.first[at]
	}
	f.steps = file[graph.GroupID](len(f.first), places).items
	return f
}

// Steps is how many steps a walk of the whole forest has: one for each group.
func (f *Forest) Steps() int { return len(f.steps) }

func (f *Forest) root() int32 { return int32(len(f.node)) }

func (f *Forest) mayFail(i graph.NodeID) bool { return f.may == nil || f.may(i) }

// hang chooses for each place the place that it is hung under: that behind which most
// is known to break. It returns that number of nodes, by place.
func (f *Forest) hang(c scc.Components, forced filed[graph.NodeID]) []int32 {
	f.node, f.under = make([]graph.NodeID, len(c.Sizes)), make([]int32, len(c.Sizes))
	depth := make([]int32, len(c.Sizes)+1)
	members := file[graph.NodeID](len(c.Sizes), c.Rank)
	for r := f.root() - 1; r >= 0; r-- { // customers first
		f.under[r] = f.root()
		for _, i := range members.of(r) {
			f.node[r] = i
			for _, customer := range forced.of(int32(i)) {
				if to := c.Rank[customer]; to != r && depth[to] > depth[f.under[r]] {
					f.under[r] = to
				}
			}
		}
		depth[r] = c.Sizes[r] + depth[f.under[r]]
	}
	return depth
}

// order numbers the places as a walk meets them.
func (f *Forest) order() {
	f.first, f.end = make([]int32, len(f.node)+1), make([]int32, len(f.node)+1)
	size, next := f.end, make([]int32, len(f.node)+1)
	for r, up := range f.under { // what hangs under a place has a lower rank
		size[r]++
		size[up] += size[r]
	}
	size[f.root()]++
	next[f.root()] = 1
	for r := f.root() - 1; r >= 0; r-- {
		up := f.under[r]
		f.first[r] = next[up]
		next[up] += size[r]
		next[r] = f.first[r] + 1
	}
	for r := range f.end {
		f.end[r] = f.first[r] + size[r]
	}
}

// holds says whether a place is another one or above it.
func (f *Forest) holds(above, place int32) bool {
	return f.first[above] <= f.first[place] && f.first[place] < f.end[above]
}

// forced files under each supplier the customers that break with it: those of which
// some need tolerates no death.
func forced(w *index.World) filed[graph.NodeID] {
	f := filed[graph.NodeID]{first: make([]int32, 1, w.Nodes()+1)}
	for i := range graph.NodeID(w.Nodes()) {
		needs, customers := w.Out(i)
		for n, k := range needs {
			if w.Sole(k) {
				f.items = append(f.items, customers[n])
			}
		}
		f.first = append(f.first, int32(len(f.items)))
	}
	return f
}

// filed are numbers under places.
type filed[T ~int32] struct {
	first []int32
	items []T
}

func (f filed[T]) of(place int32) []T { return f.items[f.first[place]:f.first[place+1]] }

// file puts each number under its place: a counting sort.
func file[T ~int32](places int, place []int32) filed[T] {
	f := filed[T]{make([]int32, places+2), make([]T, len(place))}
	for _, p := range place {
		f.first[p+2]++
	}
	for p := range places + 1 {
		f.first[p+1] += f.first[p]
	}
	for item, p := range place {
		f.items[f.first[p+1]] = T(item)
		f.first[p+1]++
	}
	return f
}
