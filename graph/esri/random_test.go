package esri_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"linestop/graph"
	"linestop/graph/esri"
	"linestop/internal/netgen"
	"linestop/internal/reference"
)

// effectOf says what inputs.csv and levels say, row by row of the table.
func effectOf(net *graph.Network) func(graph.SourceID) graph.Effect {
	return func(s graph.SourceID) graph.Effect {
		supplier, customer := net.Ends(s)
		from, to := net.Sector(supplier), net.Sector(customer)
		best, effect := 0, net.NeedLevel(net.NeedOf(s)).Effect()
		for _, in := range net.Inputs() {
			fits := (in.SupplierSector == from || in.SupplierSector == "*") && (in.CustomerSector == to || in.CustomerSector == "*")
			weight := 1
			if in.SupplierSector == from {
				weight += 2
			}
			if in.CustomerSector == to {
				weight++
			}
			if fits && weight > best {
				best = weight
				effect, _ = graph.ParseEffect(in.Effect)
			}
		}
		return effect
	}
}

// TestReference compares random shocks on random networks with the slow twin.
func TestReference(t *testing.T) {
	const patience = 2000
	rounds := uint64(120)
	if testing.Short() {
		rounds = 40
	}
	differ, partial, slow, all := 0, 0, 0, 0
	for seed := range rounds {
		rng := rand.New(rand.NewPCG(seed, 1))
		net := priced(rng, netgen.Random(rng, netgen.Config{}), 1+rng.IntN(5))
		if !hasFlow(net) {
			continue
		}
		n := net.NumNodes()
		var shocks []esri.Shock
		for range 1 + rng.IntN(20) {
			var shock esri.Shock
			for range 1 + rng.IntN(3) {
				lost := 1.
				if rng.IntN(2) == 0 {
					lost = rng.Float64()
					partial++
				}
				shock = append(shock, esri.Hit{Node: graph.NodeID(rng.IntN(n)), Lost: lost})
			}
			shocks = append(shocks, shock)
		}
		got, err := economy(t, net, esri.Options{}).Run(t.Context(), shocks, esri.Options{Workers: 1 + int(seed%3)})
		if err != nil {
			t.Fatal(err)
		}
		all += len(shocks)
		for k, shock := range shocks {
			left := make([]float64, n)
			for i := range left {
				left[i] = 1
			}
			for _, hit := range shock {
				left[hit.Node] = min(left[hit.Node], 1-hit.Lost)
			}
			stopped := reference.ESRI(net, left, effectOf(net), 0.01, 1000)
			settled := reference.ESRI(net, left, effectOf(net), 1e-15, patience)
			want := esri.Result{Steps: stopped.Steps}
			want.Stopped.Total, want.Stopped.Downstream, want.Stopped.Upstream = reference.ESRILoss(net, stopped)
			want.Settled.Total, want.Settled.Downstream, want.Settled.Upstream = reference.ESRILoss(net, settled)
			g := got[k]
			if settled.Steps == patience { // still falling
				slow++
				if g.Settled.Upstream > want.Settled.Upstream-1e-9 && g.Settled.Downstream > want.Settled.Downstream-1e-9 {
					want.Settled = g.Settled
				}
			}
			if g.Steps != want.Steps || !near(g.Stopped, want.Stopped) || !near(g.Settled, want.Settled) || g.Open {
				t.Fatalf("seed %d, shock %v:\n%+v, want after %d steps\n%+v", seed, shock, g, settled.Steps, want)
			}
			if want.Settled.Total-want.Stopped.Total > 1e-6 {
				differ++
			}
		}
	}
	if differ == 0 || partial == 0 || slow > all/10 {
		t.Error("little was tried:", differ, partial, slow, all)
	}
}

func near(a, b esri.Loss) bool {
	const off = 1e-9
	return math.Abs(a.Total-b.Total) < off && math.Abs(a.Downstream-b.Downstream) < off && math.Abs(a.Upstream-b.Upstream) < off
}

func hasFlow(net *graph.Network) bool {
	for s := range graph.SourceID(net.NumSources()) {
		if net.Flow(s).Value > 0 {
			return true
		}
	}
	return false
}
