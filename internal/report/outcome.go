package report

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/impact"
)

// outcome is what a cut made of each node, for every answer that tells it.
type outcome struct {
	names
	impact *impact.Answer
	result *cut.Result // of the structure
	status []cut.Status
	calendar
}

func newOutcome(net *graph.Network, a *impact.Answer) outcome {
	return outcome{names{net}, a, a.Structure, a.Statuses(), calendar{a.Scenario.Start}}
}

// nodeOutcome is what an answer in JSON says of one node.
type nodeOutcome struct {
	nodeName
	nodeFate
}

// nodeName says which node is meant.
type nodeName struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Kind    string `json:"kind"`
	Country string `json:"country"`
	Product bool   `json:"product"`
}

// nodeFate is what becomes of a node.
type nodeFate struct {
	Status        string     `json:"status"`
	Certainty     string     `json:"certainty,omitempty"`
	Capacity      *float64   `json:"capacity,omitempty"`
	CapacityBest  *float64   `json:"capacity_best,omitempty"`    // where it differs from Capacity
	Guessed       bool       `json:"capacity_guessed,omitempty"` // leans on shares that are not in the data
	Limit         bool       `json:"capacity_limit,omitempty"`   // of endless rounds of a cycle, if nobody reacts
	FirstLossDay  *float64   `json:"first_loss_day,omitempty"`
	StopDay       *float64   `json:"stop_day,omitempty"`
	RestartDay    *float64   `json:"restart_day,omitempty"`
	LostDays      *float64   `json:"lost_days,omitempty"`
	Unsure        bool       `json:"stop_possible,omitempty"` // the days lean on a row that nobody reported
	Need          string     `json:"need,omitempty"`
	Step          *int       `json:"step,omitempty"`
	Tier          *int       `json:"tier,omitempty"`
	SingleSource  bool       `json:"single_source,omitempty"`
	CannotRestart bool       `json:"cannot_restart,omitempty"`
	Lost          []lostNeed `json:"lost,omitempty"`
}

// lostNeed is a need that lost sources.
type lostNeed struct {
	Need    string   `json:"need"`
	Level   string   `json:"level"`
	Left    int      `json:"left"`
	Quorum  int      `json:"quorum"`
	Sources int      `json:"sources"`
	Day     *float64 `json:"first_short_day,omitempty"` // of a need that is not critical: the first day on which it is not fully met
}

func (o outcome) node(i graph.NodeID) nodeOutcome {
	return nodeOutcome{nameOf(o.Network, i), o.fate(i)}
}

func nameOf(net *graph.Network, i graph.NodeID) nodeName {
	node := net.Node(i)
	return nodeName{node.ID, node.Label(), node.Kind, node.Country, net.IsProduct(i)}
}

func (o outcome) fate(i graph.NodeID) nodeFate {
	out := nodeFate{Status: o.status[i].String(), CannotRestart: o.result.Restart(i) == cut.NoLonger}
	if t := o.Tier(i); t >= 0 {
		out.Tier = &t
	}
	if f, ok := o.result.Failure(i); ok {
		out.Step = &f.Step
		out.Certainty = certainty(f.Sure)
		if f.Need != cut.NoNeed {
			out.Need = needName(o.Network, f.Need)
		}
	}
	s := o.impact.State(i)
	out.Capacity, out.FirstLossDay, out.StopDay, out.RestartDay, out.LostDays = given(s.Capacity), given(s.FirstLoss), given(s.Stop), given(s.Restart), given(s.LostDays)
	out.Unsure = o.impact.Unsure(i)
	if o.impact.Steady != nil {
		level := o.impact.Steady.Level(i)
		out.Guessed, out.Limit = level.Guessed, level.Limit
	}
	if s.Best != s.Capacity {
		out.CapacityBest = given(s.Best)
	}
	exposure, _ := o.result.Exposure(i)
	out.SingleSource = hangsOnOne(exposure)
	out.Lost = o.lostNeeds(exposure)
	return out
}

func (o outcome) lostNeeds(e cut.Exposure) []lostNeed {
	var list []lostNeed
	for _, l := range e.Lost {
		list = append(list, o.lostNeed(l))
	}
	return list
}

func (o outcome) lostNeed(l cut.Loss) lostNeed {
	return lostNeed{needName(o.Network, l.Need), l.Level.String(), l.Left, l.Quorum, l.Sources, given(o.short(l.Need))}
}

// short is the first day on which a need that is not critical is not fully met.
func (o outcome) short(k graph.NeedID) graph.Number {
	if o.impact.Timeline == nil {
		return graph.Number{}
	}
	return o.impact.Timeline.Need(k).FirstLoss
}

// worstFirst sorts nodes by their status, the worst first, then as in the data.
func (o outcome) worstFirst(nodes []graph.NodeID) []graph.NodeID {
	return slices.SortedFunc(slices.Values(nodes), func(a, b graph.NodeID) int {
		return cmp.Or(cmp.Compare(o.status[b], o.status[a]), cmp.Compare(a, b))
	})
}

func certainty(sure bool) string { return either(sure, "sure", "possible") }

// outcomeTable is nodes with what became of them, in columns.
func outcomeTable(nodes iter.Seq[nodeOutcome]) Table {
	header := []string{"id", "name", "kind", "country", "product", "status", "certainty", "need", "tier", "capacity", "stop_day", "restart_day", "lost_days", "first_loss_day"}
	return Table{Header: header, Long: func(yield func([]string) bool) {
		for n := range nodes {
			tier := ""
			if n.Tier != nil {
				tier = fmt.Sprint(*n.Tier)
			}
			if !yield([]string{n.ID, n.Name, n.Kind, n.Country, fmt.Sprint(n.Product), n.Status, n.Certainty, n.Need, tier, figure(n.Capacity), figure(n.StopDay), figure(n.RestartDay), figure(n.LostDays), figure(n.FirstLossDay)}) {
				return
			}
		}
	}}
}

// figure is a number in a table, empty where there is none.
func figure(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}
