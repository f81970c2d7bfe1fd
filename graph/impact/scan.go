package impact

import (
	"context"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/timeline"
)

// Scanned is the timeline of a scenario under one assumption.
type Scanned struct {
	Value    float64 // in every blank cell of the column
	Timeline *timeline.Result
}

// Scan follows a scenario under one assumption after another on what nobody stated in
// a column (see graph.Network.Assuming), and says how many blanks that fills. What the
// user does not know is tried out, not guessed.
func Scan(ctx context.Context, ix *index.Index, s graph.Scenario, column string, values []float64) (runs []Scanned, blanks int, err error) {
	for _, v := range values {
		var net *graph.Network
		if net, blanks, err = ix.Net.Assuming(column, v); err != nil {
			return nil, 0, err
		}
		a := Answer{Scenario: s}
		if err := a.askTimeline(ctx, ix.With(net)); err != nil {
			return nil, 0, err
		}
		runs = append(runs, Scanned{v, a.Timeline})
	}
	return runs, blanks, nil
}
