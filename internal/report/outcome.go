package report

import (
	"cmp"
	"fmt"
	"slices"

	"linestop/graph"
	"linestop/graph/cut"
)

// outcome is what a cut made of each node, for every answer that tells it.
type outcome struct {
	names
	result *cut.Result
	status []cut.Status
}

func newOutcome(net *graph.Network, r *cut.Result) outcome {
	return outcome{names{net}, r, r.Statuses()}
}

// nodeOutcome is what an answer in JSON says of one node.
type nodeOutcome struct {
	ID            string     `json:"id"`
	Name          string     `json:"name"`
	Kind          string     `json:"kind"`
	Country       string     `json:"country"`
	Product       bool       `json:"product"`
	Status        string     `json:"status"`
	Certainty     string     `json:"certainty,omitempty"`
	Need          string     `json:"need,omitempty"`
	Step          *int       `json:"step,omitempty"`
	Tier          *int       `json:"tier,omitempty"`
	SingleSource  bool       `json:"single_source,omitempty"`
	CannotRestart bool       `json:"cannot_restart,omitempty"`
	Lost          []lostNeed `json:"lost,omitempty"`
}

// lostNeed is a need that lost sources.
type lostNeed struct {
	Need    string `json:"need"`
	Level   string `json:"level"`
	Left    int    `json:"left"`
	Quorum  int    `json:"quorum"`
	Sources int    `json:"sources"`
}

func (o outcome) node(i graph.NodeID) nodeOutcome {
	node := o.Node(i)
	out := nodeOutcome{
		ID: node.ID, Name: node.Label(), Kind: node.Kind, Country: node.Country,
		Product: o.IsProduct(i), Status: o.status[i].String(), CannotRestart: o.result.Restart(i) == cut.NoLonger,
	}
	if t := o.Tier(i); t >= 0 {
		out.Tier = &t
	}
	if f, ok := o.result.Failure(i); ok {
		out.Step = &f.Step
		out.Certainty = certainty(f)
		if f.Need != cut.NoNeed {
			out.Need = needName(o.Network, f.Need)
		}
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
	return lostNeed{needName(o.Network, l.Need), l.Level.String(), l.Left, l.Quorum, l.Sources}
}

// worstFirst sorts nodes by their status, the worst first, then as in the data.
func (o outcome) worstFirst(nodes []graph.NodeID) []graph.NodeID {
	return slices.SortedFunc(slices.Values(nodes), func(a, b graph.NodeID) int {
		return cmp.Or(cmp.Compare(o.status[b], o.status[a]), cmp.Compare(a, b))
	})
}

func certainty(f cut.Failure) string {
	if f.Sure {
		return "sure"
	}
	return "possible"
}

// outcomeTable is nodes with what became of them, in columns.
func outcomeTable(nodes []nodeOutcome) Table {
	t := Table{Header: []string{"id", "name", "kind", "country", "product", "status", "certainty", "need", "tier"}}
	for _, n := range nodes {
		tier := ""
		if n.Tier != nil {
			tier = fmt.Sprint(*n.Tier)
		}
		t.Rows = append(t.Rows, []string{n.ID, n.Name, n.Kind, n.Country, fmt.Sprint(n.Product), n.Status, n.Certainty, n.Need, tier})
	}
	return t
}
