package esri

import (
	"cmp"
	"context"
	"math"
	"slices"

	"linestop/graph"
)

// Ranking is what each of several shocks costs, the most first.
type Ranking struct {
	Rows   []Row
	Groups *graph.Groups // that are lost; nil where there is one shock of its own
}

// Row is one shock.
type Row struct {
	Group graph.GroupID
	Nodes int // that it hits
	Result
}

// Rank takes a part, 0..1, of the output of each group in turn, as far as its nodes may fail (nil: all may).
// Groups of which nothing may fail have no row.
func (e *Economy) Rank(ctx context.Context, groups *graph.Groups, mayFail func(graph.NodeID) bool, lost float64, o Options) (*Ranking, error) {
	r := &Ranking{Groups: groups}
	var shocks []Shock
	for g := range graph.GroupID(groups.Len()) {
		var shock Shock
		for _, i := range groups.Nodes(g) {
			if mayFail == nil || mayFail(i) {
				shock = append(shock, Hit{i, lost})
			}
		}
		if shock != nil {
			shocks = append(shocks, shock)
			r.Rows = append(r.Rows, Row{Group: g, Nodes: len(shock)})
		}
	}
	return r, r.run(ctx, e, shocks, o)
}

// Shock answers a single shock.
func (e *Economy) Shock(ctx context.Context, shock Shock, o Options) (*Ranking, error) {
	r := &Ranking{Rows: []Row{{Nodes: len(shock)}}}
	return r, r.run(ctx, e, []Shock{shock}, o)
}

func (r *Ranking) run(ctx context.Context, e *Economy, shocks []Shock, o Options) error {
	results, err := e.Run(ctx, shocks, o)
	for n := range results {
		r.Rows[n].Result = results[n]
	}
	slices.SortStableFunc(r.Rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(known(b.Settled), known(a.Settled)), cmp.Compare(known(b.Stopped), known(a.Stopped)))
	})
	return err
}

// known is a loss in whole billionths: further digits are not settled, and must order nothing.
func known(l Loss) float64 { return math.Round(l.Total * 1e9) }
