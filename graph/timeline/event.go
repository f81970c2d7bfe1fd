package timeline

import (
	"slices"

	"linestop/graph"
)

// Event is one thing that happened.
type Event struct {
	Day   float64
	Kind  Kind
	Node  graph.NodeID   // that it happened to; None where it is a row's
	Need  graph.NeedID   // NoNeed unless the kind says so
	Row   graph.SourceID // NoRow unless the kind says so
	Cut   int            // number among the scenario's cuts, of Cut and Delay; else NoCut
	Value float64        // see Kind
	Cause int            // the event behind it, an earlier one in Result.Events; NoCause for Cut and Delay
}

// What stands where an Event has no such thing.
const (
	NoNeed  graph.NeedID   = -1
	NoRow   graph.SourceID = -1
	NoCut                  = -1
	NoCause                = -1
)

// Kind says what an Event tells, and what its Value is.
type Kind uint8

const (
	// Cut: the scenario changes what is left of Node, or of Row, to Value: less
	// when a cut begins, more when it ends (a cut node is back RecoverDays later).
	Cut Kind = iota
	// Delay: from now on the scenario makes what leaves by Row arrive Value days
	// later than usual; 0 when the delay ends.
	Delay
	// Runs: Node runs at level Value. It is Need that came to bind it, or no longer
	// does; NoNeed if it is the cut of the node itself.
	Runs
	// Delivers: the finished stock of Node is used up, and so it delivers only Value,
	// the level at which it runs. Its cause is what began to use the stock.
	Delivers
	// Arrives: what comes in by Row corresponds to level Value of its supplier, after
	// time on the way; above 1 where late goods come in together with punctual ones.
	Arrives
	// Emptied: the stock that Node held of Need, Value days, is used up. Its cause is
	// what began to use it.
	Emptied
	// Switched: Row now carries Value, its max_share. Its cause is what first made
	// the need fall short, switch_days before.
	Switched
	// Met: of what Node takes of Need in normal use the part Value is met, from stock or
	// by what arrives. Only of needs that are not critical.
	Met
)

func (k Kind) String() string {
	return [...]string{"cut", "delay", "runs", "delivers", "arrives", "emptied", "switched", "met"}[k]
}

// Chain leads from a cut, its first event, to what it explains, its last. Each
// event is the cause of the next, and days never fall.
type Chain []Event

// Chain explains the stop of node i, or its first loss if it never stops. It is
// nil for a node that lost nothing.
func (r *Result) Chain(i graph.NodeID) Chain {
	c := r.Course(i)
	for _, s := range c.Steps {
		if s.Day == c.Stop.Or(c.FirstLoss.Value) && c.FirstLoss.Given {
			return r.ChainTo(s.Event)
		}
	}
	return nil
}

// ChainTo explains the event of a number in r.Events.
func (r *Result) ChainTo(event int) Chain {
	var chain Chain
	for ; event != NoCause; event = r.Events[event].Cause {
		chain = append(chain, r.Events[event])
	}
	slices.Reverse(chain)
	return chain
}

// Story explains the first loss, the stop and the restart of node i: the chains to
// all of them, as the numbers of their events in r.Events. These rise, so that a
// cause comes before what it explains; days never fall.
func (r *Result) Story(i graph.NodeID) []int {
	var story []int
	c := r.Course(i)
	for _, s := range c.Steps {
		if day := graph.Num(s.Day); day == c.FirstLoss || day == c.Stop || day == c.Restart {
			for event := s.Event; event != NoCause; event = r.Events[event].Cause {
				story = append(story, event)
			}
		}
	}
	slices.Sort(story)
	return slices.Compact(story)
}
