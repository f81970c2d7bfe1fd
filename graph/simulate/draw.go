package simulate

import (
	"math/rand/v2"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/timeline"
)

// draw gives each range a value, all between its ends equally likely.
func (m *model) draw(rng *rand.Rand) *index.Index {
	if len(m.ranges) == 0 {
		return m.ix
	}
	values := make([]float64, len(m.ranges))
	for n, r := range m.ranges {
		values[n] = r.Low + rng.Float64()*(r.High-r.Low)
	}
	return m.ix.With(m.ix.Net.Drawn(values))
}

// failing draws the nodes that fail. With each goes all that belongs to it. What is back in
// no time might as well not have failed.
func failing(net *graph.Network, fallible []graph.NodeID, rng *rand.Rand) []timeline.NodePlan {
	down := map[graph.NodeID]bool{}
	for _, i := range fallible {
		if rng.Float64() >= net.PFail(i).Value {
			continue
		}
		for j := range net.Family(i) {
			down[j] = true
		}
	}
	var plans []timeline.NodePlan
	for i := range graph.NodeID(net.NumNodes()) {
		back := net.RecoverDays(i)
		if !down[i] || back.Given && back.Value == 0 {
			continue
		}
		left := []timeline.Change{{Day: 0, Value: 0}}
		if back.Given {
			left = append(left, timeline.Change{Day: back.Value, Value: 1})
		}
		plans = append(plans, timeline.NodePlan{Node: i, Left: left})
	}
	return plans
}
