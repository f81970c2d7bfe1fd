package simulate

import (
	"maps"
	"math/rand/v2"
	"slices"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/timeline"
)

// draw gives each range a value, all between its ends equally likely.
func (j *Job) draw(rng *rand.Rand) *index.Index {
	if len(j.ranges) == 0 {
		return j.ix
	}
	values := make([]float64, len(j.ranges))
	for n, r := range j.ranges {
		values[n] = r.Low + rng.Float64()*(r.High-r.Low)
	}
	return j.ix.With(j.ix.Net.Drawn(values))
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
	for _, i := range slices.Sorted(maps.Keys(down)) {
		back := net.RecoverDays(i)
		if back.Given && back.Value == 0 {
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
