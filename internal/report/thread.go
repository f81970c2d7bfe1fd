package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/words"
)

// thread writes a proof on a line: the node that is cut, and behind it an arrow to each node that breaks. Of
// several reasons it follows the one that comes last.
func (n names) thread(proof cut.Proof) (from, thread string) {
	steps := map[graph.NodeID]cut.ProofStep{}
	for _, s := range proof {
		steps[s.Node] = s
	}
	var links []string
	s := proof[len(proof)-1]
	for s.Need != cut.NoNeed {
		dead := slices.DeleteFunc(slices.Clone(s.Sources), func(p cut.ProofSource) bool { return p.Fate != cut.Dead })
		last := slices.MaxFunc(dead, func(a, b cut.ProofSource) int { return cmp.Compare(a.Step, b.Step) })
		arrow := " -> "
		switch need := n.need(s.Need); {
		case len(dead) > 1:
			arrow = fmt.Sprintf(" -[%s, %s lost]-> ", need, words.Count(len(dead), "source"))
		case need != n.id(last.Supplier):
			arrow = " -[" + need + "]-> "
		}
		links = append(links, arrow+n.id(s.Node))
		s = steps[last.Supplier]
	}
	slices.Reverse(links)
	const end = 3 // links shown of each end of a long thread
	if hidden := len(links) - 2*end; hidden > 1 {
		links = slices.Replace(links, end, end+hidden, fmt.Sprintf(" -> ... %s more ...", words.Thousands(hidden)))
	}
	return n.id(s.Node), strings.Join(links, "")
}
