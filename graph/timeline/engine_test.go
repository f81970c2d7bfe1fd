package timeline_test

import (
	"math/rand/v2"
	"reflect"
	"testing"

	"linestop/graph"
	"linestop/graph/timeline"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestEngineIsReused follows several plans with one Engine, and each with one of its own.
func TestEngineIsReused(t *testing.T) {
	t.Parallel()
	for seed := range uint64(many(2000)) {
		rng := rand.New(rand.NewPCG(seed, 5))
		net := netgen.Random(rng, netgen.Config{Numbers: 0.7, NonCritical: 0.2, SelfSupply: seed%5 == 0})
		ix, opts := indextest.Compile(t, net), timeline.Options{Best: seed%3 == 0, MaxEvents: 2000}
		engine := timeline.NewEngine(ix, opts)
		for range 4 {
			s := graph.Scenario{Horizon: 40, Cuts: netgen.RandomCuts(rng, net)}
			want := runWith(t, net, s, opts)
			got, err := engine.Run(t.Context(), want.Plan)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d:\n%s\nfresh:\n%s", seed, show(net, s, got), show(net, s, want))
			}
		}
	}
}
