package draw

import (
	"linestop/graph"
	"linestop/graph/cut"
)

// Status says what became of a node, the worst last.
type Status uint8

// The statuses of a node.
const (
	Running Status = iota
	Exposed
	Reduced
	MayBreak // broken for some turn of the unsure rows
	Broken
	Cut
	MayPoint // a single point of failure for some turn of the unsure rows; it runs
	Point    // a single point of failure however they turn out; it runs
)

var statuses = [...]string{
	"running", "exposed", "reduced", "possibly broken", "broken", "cut", "possibly a single point of failure", "single point of failure",
}

func (s Status) String() string { return statuses[s] }

// touched is the status in words, empty for a node that just runs.
func (s Status) touched() string {
	if s == Running {
		return ""
	}
	return s.String()
}

// verdict is a cut's result, looked up by node and row. Without a result all is
// as it was.
type verdict struct {
	*cut.Result
	status   []Status // by node
	failures map[graph.NodeID]cut.Failure
	stranded map[graph.NodeID]bool
	rows     map[graph.SourceID]Fate // of those that are cut or reduced by themselves
}

func newVerdict(net *graph.Network, r *cut.Result, statuses []cut.Status) verdict {
	v := verdict{
		Result:   r,
		status:   make([]Status, net.NumNodes()),
		failures: map[graph.NodeID]cut.Failure{},
		stranded: map[graph.NodeID]bool{},
		rows:     map[graph.SourceID]Fate{},
	}
	if r == nil {
		return v
	}
	if statuses == nil {
		statuses = r.Statuses()
	}
	for i, s := range statuses {
		v.status[i] = [...]Status{cut.Running: Running, cut.Exposed: Exposed, cut.Reduced: Reduced, cut.Broken: Broken, cut.Cut: Cut}[s]
	}
	for _, f := range r.Failures {
		v.failures[f.Node] = f
		if !f.Sure && v.status[f.Node] == Broken {
			v.status[f.Node] = MayBreak
		}
	}
	for _, i := range r.Stranded {
		v.stranded[i] = true
	}
	for _, row := range r.Set.ReducedRows {
		v.rows[row] = Lessened
	}
	for _, row := range r.Set.Rows {
		v.rows[row] = Dead
	}
	return v
}
