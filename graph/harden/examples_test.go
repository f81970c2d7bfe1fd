package harden_test

import (
	"testing"

	"linestop/examples"
	"linestop/graph"
	"linestop/graph/harden"
	"linestop/internal/indextest"
	"linestop/loaders"
)

// TestExamples makes what is proposed for the examples, and counts what is left.
func TestExamples(t *testing.T) {
	for name := range examples.All() {
		net, err := loaders.Open(t.Context(), "example:"+name, loaders.Options{Examples: examples.FS()})
		if err != nil {
			t.Fatal(err)
		}
		a := asked{}
		for _, p := range net.Products() {
			a.products = append(a.products, net.ID(p))
		}
		for _, a.by = range []string{"node", "parent", "country"} {
			for _, budget := range []float64{1, 3, 10} {
				o := a.options(t, net)
				o.Budget = budget
				task, err := harden.New(t.Context(), indextest.Compile(t, net), o)
				if err != nil {
					t.Fatal(err)
				}
				plan, err := task.Choose(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				changed, err := net.With(t.Context(), task.Changes(plan))
				if err != nil {
					t.Fatal(err)
				}
				if problems, err := graph.Validate(t.Context(), changed); err != nil || problems.Errors() > 0 {
					t.Errorf("%s by %s for %v: %v %v", name, a.by, budget, problems, err)
				}
				saves := 0.0
				if len(plan.Set) > 0 {
					saves = plan.Saves[len(plan.Set)-1]
				}
				if ended := float64(a.pairs(t, net) - a.pairs(t, changed)); saves != ended || task.Pairs > 0 && ended == 0 || ended > plan.Most {
					t.Errorf("%s by %s for %v: said to end %v and at most %v of %d, ends %v", name, a.by, budget, saves, plan.Most, task.Pairs, ended)
				}
			}
		}
	}
}
