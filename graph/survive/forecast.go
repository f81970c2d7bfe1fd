package survive

import (
	"cmp"
	"math"
	"slices"

	"linestop/graph"
	"linestop/internal/heap"
)

// forecast tells the first losses that need no simulation. It finds for each node the
// earliest day on which it may lose output, by Knuth's generalization of
// Dijkstra's algorithm (Inf. Proc. Letters 6, 1977): a need may fall short once the rows
// that nothing has touched carry less than all of it, and binds no earlier than its
// stock lasts. That bounds the first loss from below, for levels fall by no more
// than everything and stocks last no shorter than that takes.
//
// Beside the day it keeps by how much the node is sure to lose on it, and how long that
// stays so. Where that is anything, the day is the first loss. It is where nothing is in stock,
// or where what is in stock is all that comes.
//
// A forecast serves one goroutine; each run costs the rows of the nodes that may lose.
type forecast struct {
	*facts
	horizon float64
	gone    []graph.NodeID

	now      float64
	queue    heap.Heap[coming]
	line     heap.Heap[telling]
	nodes    []outlook      // by node
	told     []bool         // by node: its customers know, or no product hangs on them
	supplies []supply       // by need
	lossy    []graph.NodeID // that may lose
	short    []graph.NeedID // whose supply is not as it was in the beginning
	lasts    []Last
}

func newForecast(f *facts, horizon float64) *forecast {
	net := f.ix.Net
	o := &forecast{
		facts: f, horizon: horizon,
		nodes:    slices.Repeat([]outlook{untouched}, net.NumNodes()),
		told:     make([]bool, net.NumNodes()),
		supplies: make([]supply, net.NumNeeds()),
	}
	for i, matters := range f.matters {
		o.told[i] = !matters
	}
	return o
}

// run takes nodes away for good and lists the first losses of the products, by day
// and node; or it gives up, once one of them cannot be known. The list is valid until
// the next call.
func (f *forecast) run(gone []graph.NodeID) (lasts []Last, known bool) {
	f.reset()
	f.gone = gone
	for _, i := range gone {
		f.lose(i, 1, math.Inf(1))
	}
	for known = true; known; {
		switch {
		case len(f.queue) > 0 && f.queue[0].day <= f.now+simultaneous:
			f.come(f.queue.Pop())
		case len(f.line) > 0:
			known = f.tell(f.line.Pop().node)
		case len(f.queue) > 0:
			f.now = f.queue[0].day
		default:
			slices.SortFunc(f.lasts, func(a, b Last) int { return cmp.Or(cmp.Compare(a.Days, b.Days), cmp.Compare(a.Product, b.Product)) })
			return f.lasts, true
		}
	}
	return nil, false
}

func (f *forecast) reset() {
	for _, i := range f.lossy {
		f.nodes[i], f.told[i] = untouched, !f.matters[i]
	}
	for _, k := range f.short {
		f.supplies[k].touched = false
	}
	f.lossy, f.short, f.lasts, f.queue, f.line, f.now = f.lossy[:0], f.short[:0], f.lasts[:0], f.queue[:0], f.line[:0], 0
}
