package survive

import (
	"math"

	"linestop/graph"
	"linestop/graph/timeline"
)

// outlook is what is known of a node.
type outlook struct {
	day   float64 // on which it may first lose output; +Inf: it does not
	sure  float64 // part of its rate that it is sure to lose from then on, 0 if none is
	until float64 // that day
}

var untouched = outlook{day: math.Inf(1)}

// supply is what is known of a need, once a row of it may bring less.
type supply struct {
	rest    float64 // carried by rows that nothing has touched
	lost    float64 // of what the others carry, for sure
	until   float64 // that day
	first   float64 // day on which the first row was touched
	since   float64 // day on which the need may fall short
	lacks   float64 // part that it lacks from then on for sure
	lasting float64 // until that day
	rows    int32   // that nothing has touched and that carry something
	touched bool    // some row was
}

// coming is a row that may bring less from a day on, or a stock that may be used up then.
type coming struct {
	day  float64
	row  graph.SourceID
	need graph.NeedID // where row is timeline.NoRow
}

func (a coming) Before(b coming) bool { return a.day < b.day }

// telling is a node whose customers are to know that it may lose from now on. Who is sure to lose
// most comes first, so that it is known by the way on which least gets lost.
type telling struct {
	node graph.NodeID
	sure float64
}

func (a telling) Before(b telling) bool {
	return a.sure > b.sure || a.sure == b.sure && a.node < b.node
}

const (
	simultaneous = 1e-9                      // days that differ by no more are one, as in the timeline
	ample        = 1e-6                      // days by which something is clearly later
	rounding     = 1e-12                     // of levels
	noticed      = 1.1 * timeline.Negligible // more than negligible, whatever the rounding
)
