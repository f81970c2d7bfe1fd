package simulate

import (
	"cmp"
	"context"
	"errors"
	"math/rand/v2"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/timeline"
	"linestop/internal/parallel"
	"linestop/internal/shard"
)

// DefaultRuns is how many runs are made if Options do not say.
const DefaultRuns = 1000

// Options say how to simulate. The zero value means the defaults.
type Options struct {
	Runs     int                     // default DefaultRuns
	Seed     uint64                  // same seed, same answer
	Watch    func(graph.NodeID) bool // the nodes to follow; default: the products
	Timeline timeline.Options
	Workers  int                     // goroutines; default one for each processor
	Progress func(done, total int64) // called now and then, by any goroutine but one at a time
}

// ErrNothingOpen is that each run would be like the others: no number is a range and, without
// a scenario, no node has a p_fail.
var ErrNothingOpen = errors.New("the data leave nothing open: no number is a range, no node has a p_fail")

// Run follows a scenario through ranges of numbers. Where the scenario cuts nothing,
// the nodes with a p_fail fail, all on day 0, each by itself, and with all that belongs
// to it; they are back after their recover_days, or never.
//
// O(runs * cost of a timeline).
func Run(ctx context.Context, ix *index.Index, s graph.Scenario, o Options) (*Result, error) {
	j, err := NewJob(ix, s, o)
	if err != nil {
		return nil, err
	}
	pieces, err := shard.Run(ctx, j, parallel.Options{Workers: o.Workers, Progress: o.Progress})
	if err != nil {
		return nil, err
	}
	return j.Result(pieces)
}

// Job is a simulation that can be made in pieces (shard.Job), each a range of runs. It serves any
// number of goroutines.
type Job struct {
	ix       *index.Index
	ranges   []graph.Range
	fallible []graph.NodeID
	scenario *graph.Scenario // nil: nodes fail
	horizon  float64
	options  Options
}

var _ shard.Job = (*Job)(nil)

// NewJob prepares what Run does. Of the options Workers and Progress do not matter. The only error is
// ErrNothingOpen.
func NewJob(ix *index.Index, s graph.Scenario, o Options) (*Job, error) {
	o.Runs = cmp.Or(o.Runs, DefaultRuns)
	j := &Job{ix: ix, ranges: ix.Net.Ranges(), options: o, horizon: cmp.Or(s.Horizon, graph.DefaultHorizon)}
	if j.options.Watch == nil {
		j.options.Watch = ix.Net.IsProduct
	}
	if len(s.Cuts) == 0 {
		j.fallible = fallible(ix.Net)
	} else {
		j.scenario = &s
	}
	if len(j.ranges) == 0 && len(j.fallible) == 0 {
		return nil, ErrNothingOpen
	}
	return j, nil
}

// Size is how many runs there are.
func (j *Job) Size() int { return j.options.Runs }

// Worker does pieces for one goroutine.
func (j *Job) Worker(pieces int) func(ctx context.Context, piece int) ([]byte, error) {
	var engine *timeline.Engine // serves all runs in which no number is drawn
	if len(j.ranges) == 0 {
		engine = timeline.NewEngine(j.ix, j.options.Timeline)
	}
	return func(ctx context.Context, piece int) ([]byte, error) {
		var bytes []byte
		for run := j.Size() * piece / pieces; run < j.Size()*(piece+1)/pieces; run++ {
			losses, err := j.run(ctx, engine, run)
			if err != nil {
				return nil, err
			}
			bytes = appendRun(bytes, losses)
		}
		return bytes, nil
	}
}

// Result is what comes of all pieces, in their order. It is an error if they are not of this job.
func (j *Job) Result(pieces [][]byte) (*Result, error) {
	var runs [][]loss
	for _, piece := range pieces {
		for len(piece) > 0 {
			losses, rest, ok := readRun(piece, j.ix.Net.NumNodes())
			if !ok || len(runs) == j.Size() {
				return nil, errForeign
			}
			runs, piece = append(runs, losses), rest
		}
	}
	if len(runs) < j.Size() {
		return nil, errForeign
	}
	return j.gather(runs), nil
}

func fallible(net *graph.Network) []graph.NodeID {
	var list []graph.NodeID
	for i := range graph.NodeID(net.NumNodes()) {
		if net.PFail(i).Given {
			list = append(list, i)
		}
	}
	return list
}

// loss is what a watched node lost in a run.
type loss struct {
	node graph.NodeID
	stop graph.Number
	lost float64
}

func (j *Job) run(ctx context.Context, engine *timeline.Engine, run int) ([]loss, error) {
	rng := rand.New(rand.NewPCG(j.options.Seed, uint64(run)))
	ix := j.draw(rng)
	plan := timeline.Plan{Horizon: j.horizon}
	if j.scenario != nil {
		var err error
		if plan, err = timeline.NewPlan(ctx, ix.Net, *j.scenario); err != nil {
			return nil, err
		}
	} else {
		plan.Nodes = failing(ix.Net, j.fallible, rng)
	}
	if engine == nil {
		engine = timeline.NewEngine(ix, j.options.Timeline)
	}
	result, err := engine.Run(ctx, plan)
	if err != nil {
		return nil, err
	}
	var list []loss
	for _, c := range result.Nodes {
		if c.FirstLoss.Given && j.options.Watch(c.Node) {
			list = append(list, loss{c.Node, c.Stop, c.LostDays})
		}
	}
	return list, nil
}
