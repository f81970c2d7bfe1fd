package index

import (
	"math"
	"slices"

	"linestop/graph"
)

// Rates are the numbers behind the readings steady and timeline: what each row
// carries, as a part of its need's normal use.
//
// Shares of a need sum to 1, so that before any cut every node runs at full rate:
// rows without a share divide what the others leave in equal parts; shares that
// sum to another value are scaled; and if all are 0 they are equal. A row without a
// share that takes switch_days to get to its max_share is an alternate: it carries
// nothing today, unless all rows of its need are such. A row without a
// max_share may have no spare capacity, or so much that its need is met with any
// quorum of such: Worst and Best are the two ends.
type Rates struct {
	Share       []float64 // by row: carried today
	Worst, Best []float64 // by row: carried at most, at least Share
	Guessed     []bool    // by need: a share is not what the data say, be it for more than rounding
	Open        bool      // some max_share is not in the data, so that Worst and Best differ
}

// Rates are computed once, O(rows). The caller must not change them.
func (ix *Index) Rates() *Rates { return ix.rates() }

func newRates(net *graph.Network) *Rates {
	r := &Rates{
		Share:   make([]float64, net.NumSources()),
		Worst:   make([]float64, net.NumSources()),
		Best:    make([]float64, net.NumSources()),
		Guessed: make([]bool, net.NumNeeds()),
	}
	for k := range graph.NeedID(net.NumNeeds()) {
		r.shares(net, k)
		r.most(net, k)
	}
	return r
}

const (
	digits = 1e-15 // by which a sum of shares is off for want of binary digits
	slack  = 0.005 // by which each share may be off if it was rounded to whole percents
)

func (r *Rates) shares(net *graph.Network, k graph.NeedID) {
	rows := net.SourcesOf(k)
	working := slices.ContainsFunc(rows, func(row graph.SourceID) bool { return !alternate(net, row) })
	share := func(row graph.SourceID) graph.Number {
		if working && alternate(net, row) {
			return graph.Num(0)
		}
		return net.Share(row)
	}
	sum, blank := 0.0, 0
	for _, row := range rows {
		if s := share(row); s.Given {
			sum += s.Value
		} else {
			blank++
		}
	}
	if math.Abs(sum-1) <= digits {
		sum = 1
	}
	for _, row := range rows {
		switch s := share(row); {
		case !s.Given:
			r.Share[row] = max(0, 1-sum) / float64(blank)
		case blank > 0:
			r.Share[row] = s.Value / max(1, sum)
		case sum > 0:
			r.Share[row] = s.Value / sum
		default:
			r.Share[row] = 1 / float64(len(rows))
		}
	}
	r.Guessed[k] = blank > 0 && len(rows) > 1 || blank == 0 && math.Abs(sum-1) > slack*float64(len(rows))
}

// alternate says whether a row looks like one that does not deliver yet.
func alternate(net *graph.Network, row graph.SourceID) bool {
	return !net.Share(row).Given && net.SwitchDays(row).Value > 0
}

// most says what the rows of a need carry at most. At best any quorum of sources
// meets the need.
func (r *Rates) most(net *graph.Network, k graph.NeedID) {
	rows, quorum := net.SourcesOf(k), float64(net.NeedQuorum(k))
	for _, row := range rows {
		s, most := r.Share[row], net.MaxShare(row)
		r.Worst[row] = max(s, most.Or(s))
		r.Best[row] = max(s, most.Or(1/quorum))
		r.Open = r.Open || r.Best[row] > r.Worst[row]
	}
}
