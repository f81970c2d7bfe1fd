package reference

import (
	"errors"
	"fmt"

	"linestop/graph"
)

// ProofStep says why one node is down: it is cut, at step 0, or one of its
// critical needs is not met. Absent are rows of that need that the proof
// supposes not to exist.
type ProofStep struct {
	Node   graph.NodeID
	Step   int
	Cut    bool
	Need   graph.NeedID     // unless Cut
	Absent []graph.SourceID // unless Cut
}

// CheckProof says what is wrong with a proof that the nodes of steps are down
// after a cut; nil if it holds. Each node comes once, in any order. Take a need
// of m rows, of which the proof supposes a absent. Of the others, d are dead: a
// row is if it is cut or if its supplier has an entry with a smaller step. Then
//
//	m - a - d < quorum     the need is not met
//	m - a     >= quorum    though it could be, before the cut
//	absent rows            belong to the need and are unsure
//
// Reasons have smaller steps, so they never run in a circle; and needs do not
// share rows, so all suppositions hold in one world. A proof without absent rows
// thus shows that its nodes are in Broken; any other, in data that graph.Validate
// accepts, that they are among the possible of Certainty. Steps need not be the
// least, nor every entry be used.
//
// Cost O(rows of the needs named + entries).
func CheckProof(net *graph.Network, cut Cut, steps []ProofStep) error {
	c := checker{net: net, cutNode: setOf(cut.Nodes), cutRow: setOf(cut.Rows), step: map[graph.NodeID]int{}}
	for n, s := range steps {
		if s.Node < 0 || int(s.Node) >= net.NumNodes() {
			return fmt.Errorf("entry %d: no node has number %d", n, s.Node)
		}
		if _, twice := c.step[s.Node]; twice {
			return fmt.Errorf("entry %d: node %q comes twice", n, net.ID(s.Node))
		}
		c.step[s.Node] = s.Step
	}
	for n, s := range steps {
		if err := c.check(s); err != nil {
			return fmt.Errorf("entry %d: node %q: %w", n, net.ID(s.Node), err)
		}
	}
	return nil
}

type checker struct {
	net     *graph.Network
	cutNode map[graph.NodeID]bool
	cutRow  map[graph.SourceID]bool
	step    map[graph.NodeID]int
}

func (c checker) check(s ProofStep) error {
	switch {
	case s.Cut && !c.cutNode[s.Node]:
		return errors.New("it is not cut")
	case s.Cut && s.Step != 0:
		return fmt.Errorf("it is cut at step %d, not 0", s.Step)
	case s.Cut:
		return nil
	case s.Step < 1:
		return fmt.Errorf("it fails at step %d, below 1", s.Step)
	case s.Need < 0 || int(s.Need) >= c.net.NumNeeds():
		return fmt.Errorf("no need has number %d", s.Need)
	case c.net.CustomerOf(s.Need) != s.Node:
		return fmt.Errorf("need %d is that of %q", s.Need, c.net.ID(c.net.CustomerOf(s.Need)))
	case c.net.NeedLevel(s.Need) != graph.Critical:
		return fmt.Errorf("need %d is %s, not critical", s.Need, c.net.NeedLevel(s.Need))
	}
	absent, err := c.absent(s)
	if err != nil {
		return err
	}
	present, running := 0, 0
	for _, row := range c.net.SourcesOf(s.Need) {
		if absent[row] {
			continue
		}
		present++
		if !c.dead(row, s.Step) {
			running++
		}
	}
	quorum := c.net.NeedQuorum(s.Need)
	if running >= quorum {
		return fmt.Errorf("need %d is met: %d sources run, quorum %d", s.Need, running, quorum)
	}
	if present < quorum {
		return fmt.Errorf("need %d could never be met: %d rows, quorum %d", s.Need, present, quorum)
	}
	return nil
}

func (c checker) absent(s ProofStep) (map[graph.SourceID]bool, error) {
	absent := map[graph.SourceID]bool{}
	for _, row := range s.Absent {
		switch {
		case row < 0 || int(row) >= c.net.NumSources() || c.net.NeedOf(row) != s.Need:
			return nil, fmt.Errorf("row %d cannot be absent: it is none of need %d", row, s.Need)
		case c.net.Sure(row):
			return nil, fmt.Errorf("row %d cannot be absent: it is sure", row)
		case absent[row]:
			return nil, fmt.Errorf("row %d is absent twice", row)
		}
		absent[row] = true
	}
	return absent, nil
}

// dead says whether a row is out of service before the given step.
func (c checker) dead(row graph.SourceID, step int) bool {
	supplier, _ := c.net.Ends(row)
	at, listed := c.step[supplier]
	return c.cutRow[row] || listed && at < step
}
