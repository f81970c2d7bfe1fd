package sweep

import (
	"context"
	"math/bits"

	"linestop/graph"
	"linestop/graph/index"
)

// Width is how many cuts a word holds.
const Width = 64

// Lanes finds the failures of up to Width cuts at once, one for each bit of a word, as
// MS-BFS does for searches (Then et al., PVLDB 8, 2014). A node is served once for
// all cuts that fail it by then: that pays where the cuts fail the same nodes. Lanes serve one
// goroutine.
type Lanes struct {
	world *index.World
	state []state        // by node
	todo  *index.Agenda  // nodes with fresh failures
	seen  *index.Agenda  // nodes that some cut fails, until they are listed
	nodes []graph.NodeID // then

	// How many more rows of a need may die, for each cut: a number of binary digits, the
	// least first, each a word. A need that tolerates none has no digits.
	digits []uint64
	first  []int32 // by need, and one more
}

// state is a node in all cuts.
type state struct {
	failed uint64 // the cuts that fail it
	fresh  uint64 // those of them that its customers have not heard of
}

// NewLanes prepares lanes. O(nodes + needs) once.
func NewLanes(w *index.World) *Lanes {
	l := &Lanes{
		world: w,
		state: make([]state, w.Nodes()),
		todo:  index.NewAgenda(w.Nodes()),
		seen:  index.NewAgenda(w.Nodes()),
		first: make([]int32, 1, w.Needs()+1),
	}
	for k := range graph.NeedID(w.Needs()) {
		l.first = append(l.first, l.first[k]+int32(bits.Len32(uint32(w.Tolerance(k)))))
	}
	l.digits = make([]uint64, l.first[w.Needs()])
	for k := range graph.NeedID(w.Needs()) {
		l.restore(k)
	}
	return l
}

// restore is as if no row of need k had died.
func (l *Lanes) restore(k graph.NeedID) {
	tolerance := l.world.Tolerance(k)
	for n := range l.digits[l.first[k]:l.first[k+1]] {
		l.digits[l.first[k]+int32(n)] = -uint64(tolerance >> n & 1)
	}
}

// Run fails the nodes of each cut, and all that breaks with them. It returns the nodes that any
// cut fails, rising; the slice is valid until the next Run. The only error is that of ctx.
func (l *Lanes) Run(ctx context.Context, cuts [][]graph.NodeID) ([]graph.NodeID, error) {
	l.reset()
	for lane, nodes := range cuts {
		for _, i := range nodes {
			l.fail(i, 1<<lane)
		}
	}
	for i := range l.todo.Drain(ctx) {
		fresh := l.state[i].fresh
		l.state[i].fresh = 0
		needs, customers := l.world.Out(i)
		for n, customer := range customers {
			if running := fresh &^ l.state[customer].failed; running != 0 {
				l.fail(customer, l.lose(needs[n], running))
			}
		}
	}
	l.list()
	return l.nodes, ctx.Err()
}

// Failed are the cuts of the last Run that fail node i.
func (l *Lanes) Failed(i graph.NodeID) uint64 { return l.state[i].failed }

func (l *Lanes) list() {
	for i := range l.seen.Drain(context.Background()) {
		l.nodes = append(l.nodes, i)
	}
}

// reset undoes the last run, touching only what it touched.
func (l *Lanes) reset() {
	for range l.todo.Drain(context.Background()) { // if it was cut short
	}
	for _, i := range l.nodes {
		l.state[i] = state{}
		needs, _ := l.world.Out(i)
		for _, k := range needs {
			l.restore(k)
		}
	}
	l.nodes = l.nodes[:0]
}

func (l *Lanes) fail(i graph.NodeID, cuts uint64) {
	at := &l.state[i]
	if cuts &^= at.failed; cuts == 0 {
		return
	}
	if at.fresh == 0 {
		l.todo.Add(i)
	}
	if at.failed == 0 {
		l.seen.Add(i)
	}
	at.failed |= cuts
	at.fresh |= cuts
}

// lose takes a row of need k away in some cuts and returns those in which that is one
// too many: it subtracts 1 from their numbers, and what is borrowed in the end was not there.
func (l *Lanes) lose(k graph.NeedID, cuts uint64) uint64 {
	for n := l.first[k]; n < l.first[k+1] && cuts != 0; n++ {
		digit := l.digits[n]
		l.digits[n] = digit ^ cuts
		cuts &^= digit
	}
	return cuts
}
