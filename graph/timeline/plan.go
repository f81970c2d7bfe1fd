package timeline

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"linestop/graph"
)

// Plan is what a scenario makes of nodes and rows from day to day. Where several
// cuts meet the least part is left, and delays add up. One made by hand names each node and
// each row once, with parts from 0 to 1 and days from 0 on.
type Plan struct {
	Horizon float64    // days
	Nodes   []NodePlan // by node
	Rows    []RowPlan  // by row
}

// NodePlan is what is left of a node; all of it before the first change.
type NodePlan struct {
	Node graph.NodeID
	Left []Change // days rise
}

// RowPlan is what is left of a row, and by how many days goods that leave by it
// come later than usual.
type RowPlan struct {
	Row         graph.SourceID
	Left, Delay []Change // days rise
}

// Change is a value from a day on.
type Change struct {
	Day, Value float64
	Cut        int // number among the scenario's cuts
}

// NewPlan finds what the cuts of a scenario mean in a network, which must be the
// one with the scenario's changes made (see graph.Network.With). It reports every
// cut that names nothing in the network or holds an impossible number, or only
// that ctx has ended.
//
// A cut node with recover_days is back so much later than the cut ends, unless a
// curve says how it recovers. A cut that only delays a node delays all its
// deliveries.
func NewPlan(ctx context.Context, net *graph.Network, s graph.Scenario) (Plan, error) {
	p := planner{net: net, nodes: map[graph.NodeID][]span{}, left: map[graph.SourceID][]span{}, delay: map[graph.SourceID][]span{}}
	var errs []error
	horizon := cmp.Or(s.Horizon, graph.DefaultHorizon)
	if !(horizon > 0 && horizon <= graph.MaxHorizon) {
		errs = append(errs, fmt.Errorf("horizon %v is not above 0 and up to %v days", horizon, graph.MaxHorizon))
	}
	for number, c := range s.Cuts {
		err := checkCut(c)
		if err == nil {
			err = p.add(ctx, c, number)
		}
		if ctx.Err() != nil {
			return Plan{}, ctx.Err()
		}
		errs = append(errs, c.Place.Of(err))
	}
	return p.plan(horizon), errors.Join(errs...)
}

type planner struct {
	net         *graph.Network
	nodes       map[graph.NodeID][]span
	left, delay map[graph.SourceID][]span
}

func (p *planner) add(ctx context.Context, c graph.Cut, number int) error {
	nodes, rows, err := p.net.Resolve(ctx, c)
	if err != nil {
		return err
	}
	if c.Delay.Given {
		for _, i := range nodes {
			rows = append(rows, p.net.Deliveries(i)...)
		}
		late := span{c.From, c.Until.Or(math.Inf(1)), c.Delay.Value, number}
		for _, row := range rows {
			p.delay[row] = append(p.delay[row], late)
		}
		return nil
	}
	for _, i := range nodes {
		p.nodes[i] = append(p.nodes[i], spans(c, number, p.net.RecoverDays(i).Or(0))...)
	}
	for _, row := range rows {
		p.left[row] = append(p.left[row], spans(c, number, 0)...)
	}
	return nil
}

func (p *planner) plan(horizon float64) Plan {
	plan := Plan{Horizon: horizon}
	for _, i := range slices.Sorted(maps.Keys(p.nodes)) {
		if left := changes(p.nodes[i], least); left != nil {
			plan.Nodes = append(plan.Nodes, NodePlan{i, left})
		}
	}
	rows := maps.Clone(p.left)
	maps.Copy(rows, p.delay)
	for _, row := range slices.Sorted(maps.Keys(rows)) {
		left, delay := changes(p.left[row], least), changes(p.delay[row], total)
		if left != nil || delay != nil {
			plan.Rows = append(plan.Rows, RowPlan{row, left, delay})
		}
	}
	return plan
}
