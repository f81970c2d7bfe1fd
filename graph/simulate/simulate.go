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
	m := model{ix: ix, ranges: ix.Net.Ranges(), options: o, horizon: cmp.Or(s.Horizon, graph.DefaultHorizon)}
	if m.options.Watch == nil {
		m.options.Watch = ix.Net.IsProduct
	}
	if len(s.Cuts) == 0 {
		m.fallible = fallible(ix.Net)
	} else {
		m.scenario = &s
	}
	if len(m.ranges) == 0 && len(m.fallible) == 0 {
		return nil, ErrNothingOpen
	}
	runs, err := parallel.Map(ctx, cmp.Or(o.Runs, DefaultRuns), parallel.Options{Workers: o.Workers, Progress: o.Progress}, m.engine, m.run)
	if err != nil {
		return nil, err
	}
	return m.gather(runs), nil
}

// model is what all runs have in common.
type model struct {
	ix       *index.Index
	ranges   []graph.Range
	fallible []graph.NodeID
	scenario *graph.Scenario // nil: nodes fail
	horizon  float64
	options  Options
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

// engine serves all runs in which no number is drawn; it is nil if some are.
func (m *model) engine() *timeline.Engine {
	if len(m.ranges) > 0 {
		return nil
	}
	return timeline.NewEngine(m.ix, m.options.Timeline)
}

func (m *model) run(ctx context.Context, engine *timeline.Engine, run int) ([]loss, error) {
	rng := rand.New(rand.NewPCG(m.options.Seed, uint64(run)))
	ix := m.draw(rng)
	plan := timeline.Plan{Horizon: m.horizon}
	if m.scenario != nil {
		var err error
		if plan, err = timeline.NewPlan(ctx, ix.Net, *m.scenario); err != nil {
			return nil, err
		}
	} else {
		plan.Nodes = failing(ix.Net, m.fallible, rng)
	}
	if engine == nil {
		engine = timeline.NewEngine(ix, m.options.Timeline)
	}
	result, err := engine.Run(ctx, plan)
	if err != nil {
		return nil, err
	}
	var list []loss
	for _, c := range result.Nodes {
		if c.FirstLoss.Given && m.options.Watch(c.Node) {
			list = append(list, loss{c.Node, c.Stop, c.LostDays})
		}
	}
	return list, nil
}
