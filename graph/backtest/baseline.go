package backtest

import (
	"linestop/graph"
	"linestop/graph/timeline"
)

// Nobody predicts that nobody stops: what to beat where little happened.
func Nobody(graph.NodeID) timeline.Course { return timeline.Course{} }

// Everyone predicts that all who are reached stop on a day and stay so until the
// horizon, as tools do that count every reachable node as broken: what to beat
// where much happened.
func Everyone(reached func(graph.NodeID) bool, day, horizon float64) func(graph.NodeID) timeline.Course {
	stopped := timeline.Course{
		Steps:     []timeline.Step{{Day: day}},
		FirstLoss: graph.Num(day), Stop: graph.Num(day), LostDays: horizon - day,
	}
	return func(i graph.NodeID) timeline.Course {
		if reached(i) {
			return stopped
		}
		return timeline.Course{}
	}
}
