package report

import (
	"strings"

	"linestop/graph"
)

// scenario is the cuts of an answer in JSON.
type scenario struct {
	Name  string    `json:"name,omitempty"`
	Start string    `json:"start,omitempty"`
	Cuts  []cutSpec `json:"cuts"`
}

type cutSpec struct {
	Target string   `json:"target,omitempty"`
	Where  string   `json:"where,omitempty"`
	Supply string   `json:"supply,omitempty"`
	Left   *float64 `json:"left,omitempty"` // absent: nothing is left
}

func newScenario(s graph.Scenario) scenario {
	out := scenario{Name: s.Name, Cuts: []cutSpec{}}
	if !s.Start.IsZero() {
		out.Start = s.Start.Format("2006-01-02")
	}
	for _, c := range s.Cuts {
		spec := cutSpec{Target: c.Target, Where: c.Where}
		if c.Supply != nil {
			spec.Supply = c.Supply.String()
		}
		if c.Left > 0 {
			spec.Left = &c.Left
		}
		out.Cuts = append(out.Cuts, spec)
	}
	return out
}

// title names a scenario: by its own title, its name, or what it cuts.
func title(s graph.Scenario) string {
	switch {
	case s.Title != "":
		return clean(s.Title)
	case s.Name != "":
		return clean(s.Name)
	}
	var cuts []string
	for _, c := range s.Cuts {
		cuts = append(cuts, clean(c.String()))
	}
	return strings.Join(cuts, ", ")
}
