package report

import "linestop/graph"

// scenario is what was cut, and changed, for an answer in JSON.
type scenario struct {
	Name    string       `json:"name,omitempty"`
	Start   string       `json:"start,omitempty"`
	Horizon float64      `json:"horizon,omitempty"`
	Cuts    []cutSpec    `json:"cuts"`
	Changes []changeSpec `json:"changes,omitempty"`
}

type cutSpec struct {
	Target string    `json:"target,omitempty"`
	Where  string    `json:"where,omitempty"`
	Supply string    `json:"supply,omitempty"`
	Left   *float64  `json:"left,omitempty"` // absent: nothing is left
	Curve  []cutStep `json:"curve,omitempty"`
	From   float64   `json:"from,omitempty"`
	Until  *float64  `json:"until,omitempty"` // absent: for ever
	Delay  *float64  `json:"delay,omitempty"`
}

type cutStep struct {
	Day  float64 `json:"day"`
	Left float64 `json:"left"`
}

// changeSpec names the node or the rows that a what-if is about.
type changeSpec struct {
	Action   string `json:"action"` // add, remove or set
	Node     string `json:"node,omitempty"`
	Supplier string `json:"supplier,omitempty"`
	Customer string `json:"customer,omitempty"`
	Need     string `json:"need,omitempty"`
}

func newScenario(s graph.Scenario) scenario {
	out := scenario{Name: s.Name, Horizon: s.Horizon, Cuts: []cutSpec{}}
	if !s.Start.IsZero() {
		out.Start = s.Start.Format("2006-01-02")
	}
	for _, c := range s.Cuts {
		spec := cutSpec{Target: c.Target, Where: c.Where, From: c.From, Until: given(c.Until), Delay: given(c.Delay)}
		for _, step := range c.Curve {
			spec.Curve = append(spec.Curve, cutStep(step))
		}
		if c.Supply != nil {
			spec.Supply = c.Supply.String()
		}
		if c.Left > 0 {
			spec.Left = &c.Left
		}
		out.Cuts = append(out.Cuts, spec)
	}
	for _, c := range s.Changes {
		spec := changeSpec{Action: c.Action.String(), Supplier: c.Source.Supplier, Customer: c.Source.Customer, Need: c.Source.Need}
		if c.Node != nil {
			spec.Node = c.Node.ID
		}
		out.Changes = append(out.Changes, spec)
	}
	return out
}

// title names a scenario: by its own title, its name, or what it cuts.
func title(s graph.Scenario) string { return fit(s.String(), 400) }

// changed says what each change of a scenario is about.
func changed(s graph.Scenario) []string {
	var list []string
	for _, c := range s.Changes {
		list = append(list, short(c.String()))
	}
	return list
}
