package timeline

import (
	"context"
	"math"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/internal/heap"
)

// EarliestStop gives for each node the first day at level 0 if all or nothing
// arrives and any source carries a need alone (with a quorum q, any q). Of the plan it
// takes what is gone for good, from that day on; partial cuts, those that end,
// and delays it leaves out. A node that never stops has +Inf.
//
// Where the plan has nothing else, every max_share is 1 (with a quorum q, at least 1/q) and
// no row takes days to switch, these are the days of Run. Elsewhere they bound neither side.
//
// A node stops when the first of its critical needs does; a need, its buffer after
// the (m-q+1)-th of its m sources stopped arriving. Days only add up, so that this is a
// superior function in the sense of Knuth (Inf. Proc. Letters 6, 1977), whose
// generalization of Dijkstra's algorithm settles node by node: O(rows log rows). A
// cycle that nothing outside stops never stops.
func EarliestStop(ctx context.Context, ix *index.Index, plan Plan) ([]float64, error) {
	e := newEarliest(ix)
	for _, p := range plan.Nodes {
		if day := goneFrom(p.Left); day < math.Inf(1) {
			e.queue.Push(stop{day: day, node: p.Node, row: NoRow})
		}
	}
	for _, p := range plan.Rows {
		if day := goneFrom(p.Left); day < math.Inf(1) {
			e.queue.Push(stop{day: day + e.days.Transit[p.Row], node: graph.None, row: p.Row})
		}
	}
	return e.run(ctx)
}

// goneFrom is the day from which nothing is left for good.
func goneFrom(left []Change) float64 {
	if n := len(left); n > 0 && left[n-1].Value == 0 {
		return left[n-1].Day
	}
	return math.Inf(1)
}

type earliest struct {
	ix    *index.Index
	days  *index.Days
	stops []float64 // by node
	dead  []int32   // by need: rows by which nothing arrives any more
	ended []bool    // by row
	queue heap.Heap[stop]
}

func newEarliest(ix *index.Index) *earliest {
	e := &earliest{
		ix:    ix,
		days:  ix.Days(),
		stops: make([]float64, ix.Net.NumNodes()),
		dead:  make([]int32, ix.Net.NumNeeds()),
		ended: make([]bool, ix.Net.NumSources()),
	}
	for i := range e.stops {
		e.stops[i] = math.Inf(1)
	}
	return e
}

func (e *earliest) run(ctx context.Context) ([]float64, error) {
	for n := 0; len(e.queue) > 0; n++ {
		if n%1024 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		s := e.queue.Pop()
		if s.row != NoRow {
			e.end(s.row, s.day)
		} else if s.day < e.stops[s.node] {
			e.stop(s.node, s.day)
		}
	}
	return e.stops, ctx.Err()
}

// stop settles a node. Its deliveries go on while it has finished stock.
func (e *earliest) stop(i graph.NodeID, day float64) {
	e.stops[i] = day
	for _, row := range e.ix.Net.Deliveries(i) {
		if e.ix.Net.NeedLevel(e.ix.Net.NeedOf(row)) == graph.Critical {
			e.queue.Push(stop{day: day + e.days.Stock[i] + e.days.Transit[row], node: graph.None, row: row})
		}
	}
}

// end marks that nothing arrives by a row from a day on.
func (e *earliest) end(row graph.SourceID, day float64) {
	k := e.ix.Net.NeedOf(row)
	if e.ended[row] || e.ix.Net.NeedLevel(k) != graph.Critical {
		return
	}
	e.ended[row] = true
	e.dead[k]++
	tolerance := len(e.ix.Net.SourcesOf(k)) - e.ix.Net.NeedQuorum(k)
	if int(e.dead[k]) == tolerance+1 {
		e.queue.Push(stop{day: day + e.days.Buffer[k], node: e.ix.Net.CustomerOf(k), row: NoRow})
	}
}

// stop is the day on which a node stops, or a row ends.
type stop struct {
	day  float64
	node graph.NodeID
	row  graph.SourceID
}

// Before orders stops by day.
func (s stop) Before(other stop) bool { return s.day < other.day }
