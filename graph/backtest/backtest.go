package backtest

import (
	"cmp"
	"math"

	"linestop/graph"
	"linestop/graph/timeline"
)

// Effect is what happens to a node. A greater one is stronger.
type Effect uint8

const (
	None Effect = iota
	Reduce
	Stop
)

var effects = [...]string{None: "none", Reduce: "reduce", Stop: "stop"}

func (e Effect) String() string { return effects[e] }

// Verdict is what a prediction turned out to be.
type Verdict uint8

const (
	Hit Verdict = iota
	Miss
	FalseAlarm
	CorrectNone
)

func (v Verdict) String() string {
	return [...]string{"hit", "miss", "false_alarm", "correct_none"}[v]
}

// Row is one expectation with what was predicted for it.
type Row struct {
	graph.Expectation
	ID         graph.NodeID
	Real       Effect
	Predicted  Effect       // the strongest in the days that Verdict looks at
	First      graph.Number // first day of an effect as strong as the real one, or of any where none was real; whenever it is
	Back       graph.Number // day from which full rate is predicted for good
	DayError   graph.Number // First minus the real first day: below 0 = predicted too early
	BackError  graph.Number // Back minus the day after the real last one: below 0 = predicted back too early
	Verdict    Verdict
	Overstated bool // a hit, but a stop was predicted where output only fell
}

// NeverBack says that the end of the real effect is known and none is predicted.
func (r Row) NeverBack() bool { return r.Until.Given && r.First.Given && !r.Back.Given }

// Scored says whether the row counts in the score. What was an input of the data
// (use calibrate), or is known only in part (use partial), does not.
func (r Row) Scored() bool { return r.Use == "test" || r.Use == "control" }

// Score judges a prediction by the expectations of a scenario, in their order.
// predict gives the course of a node until the horizon, in days. Every expectation of a node that the
// network does not have is reported.
func Score(net *graph.Network, s graph.Scenario, predict func(graph.NodeID) timeline.Course) ([]Row, error) {
	var rows []Row
	horizon := cmp.Or(s.Horizon, graph.DefaultHorizon)
	for _, e := range s.Expect {
		if i, ok := net.Lookup(e.Node); ok {
			rows = append(rows, judge(e, i, predict(i), horizon))
		}
	}
	return rows, net.CheckExpect(s)
}

func judge(e graph.Expectation, i graph.NodeID, c timeline.Course, horizon float64) Row {
	r := Row{Expectation: e, ID: i, Back: c.Restart}
	for n, name := range effects {
		if name == e.Effect {
			r.Real = Effect(n)
		}
	}
	r.First = c.FirstLoss
	if r.Real == Stop {
		r.First = c.Stop
	}
	from, until := e.From.Or(0), e.Until.Or(horizon)
	if r.Real == None {
		from, until = 0, e.Through.Or(horizon)
	}
	r.Predicted = strongest(c, from, min(until, horizon))
	switch {
	case r.Real == None && r.Predicted == None:
		r.Verdict = CorrectNone
	case r.Real == None:
		r.Verdict = FalseAlarm
	case r.Predicted < r.Real:
		r.Verdict = Miss
	default:
		r.Overstated = r.Predicted > r.Real
	}
	if r.Real != None && r.First.Given && e.From.Given {
		r.DayError = graph.Num(r.First.Value - e.From.Value)
	}
	if r.Real != None && r.Back.Given && e.Until.Given {
		r.BackError = graph.Num(r.Back.Value - (e.Until.Value + 1))
	}
	return r
}

// strongest is the strongest effect of a course on the days from one to another, both
// counted in whole.
func strongest(c timeline.Course, from, until float64) Effect {
	low := c.At(from)
	for _, s := range c.Steps {
		if s.Day > from && s.Day < math.Floor(until)+1 {
			low = min(low, s.Level)
		}
	}
	switch {
	case low <= timeline.Negligible:
		return Stop
	case low < 1-timeline.Negligible:
		return Reduce
	}
	return None
}
