package timeline_test

import (
	"runtime"
	"testing"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/timeline"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// economy is one of firms with stocks; its largest supplier is cut for two months.
func economy(b *testing.B, nodes int) (*index.Index, timeline.Plan) {
	net := netgen.Stocked(1, netgen.Economy(1, netgen.EconomyConfig{Nodes: nodes}))
	largest := graph.NodeID(0)
	for i := range graph.NodeID(net.NumNodes()) {
		if len(net.Deliveries(i)) > len(net.Deliveries(largest)) {
			largest = i
		}
	}
	plan, err := timeline.NewPlan(b.Context(), net, graph.Scenario{
		Horizon: 180, Cuts: []graph.Cut{{Target: net.ID(largest), Until: graph.Num(60)}},
	})
	if err != nil {
		b.Fatal(err)
	}
	return indextest.Compile(b, net), plan
}

func benchmark(b *testing.B, nodes int) {
	ix, plan := economy(b, nodes)
	var r *timeline.Result
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for b.Loop() {
		var err error
		if r, err = timeline.Run(b.Context(), ix, plan, timeline.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(len(r.Events)), "events")
	b.ReportMetric(float64(len(r.Nodes)), "nodes")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(b.N)/float64(ix.Net.NumSources()), "B/row")
	b.Log(r.Limit, r.Until)
}

func BenchmarkCompany(b *testing.B) { benchmark(b, 300) }
func BenchmarkNation(b *testing.B)  { benchmark(b, 100_000) }
