package reference

import "linestop/graph"

// Cut is what is taken away: nodes and source rows, in any order.
type Cut struct {
	Nodes []graph.NodeID
	Rows  []graph.SourceID
}

// Broken is the least set of failures, each with its step. Cut nodes fail at
// step 0. A node fails at step r if it runs until then and has a critical need
// of which, after the failures of all steps before r, fewer than the quorum of
// sources run. Since failures only add up, the set does not depend on the order
// in which they are found, and the rest is the greatest set that can run on:
// a cycle that is not hit survives.
//
// A quorum above the number of rows, which graph.Validate refuses, is never
// met: its customer fails at step 1, whatever is cut.
//
// Cost O(steps × (nodes + rows)); there are at most as many steps as nodes.
func Broken(net *graph.Network, cut Cut) map[graph.NodeID]int {
	return brokenWithout(nil, net, cut)
}

// brokenWithout is Broken in the world that lacks the absent rows.
func brokenWithout(absent map[graph.SourceID]bool, net *graph.Network, cut Cut) map[graph.NodeID]int {
	step := map[graph.NodeID]int{}
	for _, i := range cut.Nodes {
		step[i] = 0
	}
	cutRow := setOf(cut.Rows)
	runs := func(s graph.SourceID) bool {
		supplier, _ := net.Ends(s)
		_, failed := step[supplier]
		return !cutRow[s] && !failed
	}
	for round := 1; ; round++ {
		var failing []graph.NodeID
		for i := range graph.NodeID(net.NumNodes()) {
			if _, failed := step[i]; !failed && starved(net, i, absent, runs) {
				failing = append(failing, i)
			}
		}
		if failing == nil {
			return step
		}
		for _, i := range failing {
			step[i] = round
		}
	}
}

// starved says whether some critical need of node i is not met. A need whose
// rows are all absent does not exist.
func starved(net *graph.Network, i graph.NodeID, absent map[graph.SourceID]bool, runs func(graph.SourceID) bool) bool {
	for k := range net.Needs(i) {
		present, running := 0, 0
		for _, s := range net.SourcesOf(k) {
			if absent[s] {
				continue
			}
			present++
			if runs(s) {
				running++
			}
		}
		if net.NeedLevel(k) == graph.Critical && present > 0 && running < net.NeedQuorum(k) {
			return true
		}
	}
	return false
}

func setOf[T comparable](list []T) map[T]bool {
	set := map[T]bool{}
	for _, v := range list {
		set[v] = true
	}
	return set
}
