package simulate

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"linestop/graph"
)

// Result is what came of the runs.
type Result struct {
	Runs     int
	Ranges   int // numbers that were drawn
	Fallible int // nodes that failed by chance
	Horizon  float64
	Outcomes []Outcome // of watched nodes that lost something in some run: those that stop most often first
}

// Outcome is what the runs made of a node.
type Outcome struct {
	Node     graph.NodeID
	Losses   int    // runs in which it fell below full rate
	Stops    int    // runs in which it stopped
	StopDay  Spread // over the runs in which it stopped
	LostDays Spread // over all runs, 0 in those without a loss
}

// Spread is how values lie: the least that so many parts in a hundred do not exceed
// (nearest rank).
type Spread struct{ P5, P50, P95 float64 }

func spread(sorted []float64) Spread {
	if len(sorted) == 0 {
		return Spread{}
	}
	at := func(part float64) float64 {
		return sorted[max(0, int(math.Ceil(part*float64(len(sorted))))-1)]
	}
	return Spread{at(0.05), at(0.5), at(0.95)}
}

// Wilson is the 95 % confidence interval of the probability behind count in runs (Wilson,
// J. American Statistical Association 22, 1927).
func Wilson(count, runs int) (low, high float64) {
	const z = 1.959963984540054
	n, p := float64(runs), float64(count)/float64(runs)
	middle := p + z*z/(2*n)
	half := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	scale := 1 + z*z/n
	return max(0, (middle-half)/scale), min(1, (middle+half)/scale)
}

// gather sums up the runs.
func (j *Job) gather(runs [][]loss) *Result {
	r := &Result{Runs: len(runs), Ranges: len(j.ranges), Fallible: len(j.fallible), Horizon: j.horizon}
	stops, lost := map[graph.NodeID][]float64{}, map[graph.NodeID][]float64{}
	for _, run := range runs {
		for _, l := range run {
			lost[l.node] = append(lost[l.node], l.lost)
			if l.stop.Given {
				stops[l.node] = append(stops[l.node], l.stop.Value)
			}
		}
	}
	for _, i := range slices.Sorted(maps.Keys(lost)) {
		without := make([]float64, len(runs)-len(lost[i])) // runs without a loss
		slices.Sort(stops[i])
		slices.Sort(lost[i])
		r.Outcomes = append(r.Outcomes, Outcome{
			Node: i, Losses: len(lost[i]), Stops: len(stops[i]),
			StopDay: spread(stops[i]), LostDays: spread(slices.Concat(without, lost[i])),
		})
	}
	slices.SortStableFunc(r.Outcomes, func(a, b Outcome) int {
		return cmp.Or(cmp.Compare(b.Stops, a.Stops), cmp.Compare(b.Losses, a.Losses), cmp.Compare(b.LostDays.P50, a.LostDays.P50))
	})
	return r
}
