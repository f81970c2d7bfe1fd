package cutset

import "linestop/graph"

// PFail reads the probability that each group is lost: the p_fail of the node or parent that it is named after, of a
// range the middle; otherwise, where there is none, the number given.
func PFail(net *graph.Network, groups *graph.Groups, otherwise float64) func(graph.GroupID) float64 {
	return func(g graph.GroupID) float64 {
		if head := groups.Head(g); head != graph.None {
			return net.PFail(head).Or(otherwise)
		}
		return otherwise
	}
}

// HavePFail says whether the data give any of the groups a probability.
func HavePFail(net *graph.Network, groups *graph.Groups) bool {
	for g := range graph.GroupID(groups.Len()) {
		if head := groups.Head(g); head != graph.None && net.PFail(head).Given {
			return true
		}
	}
	return false
}
