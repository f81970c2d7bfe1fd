package netgen

import (
	"math"
	"math/rand/v2"
)

// tail is the exponent of the power laws: P(more than x) falls as x^-tail, the
// density as x^-(tail+1). If the n-th of a zone is chosen with a chance that
// falls as n^-(1/tail), the numbers of its customers have that tail.
const tail = 1.35

// skew is the exponent of the sum of n^-(1/tail).
const skew = 1 - 1/tail

// offset is added to a rank: the integral of the law overrates the very first.
const offset = 0.5

// span is a range of ranks to choose from, early ones most often.
type span struct {
	first, end int
	low, high  float64
}

func newSpan(first, end int) span {
	return span{first, end, math.Pow(offset, skew), math.Pow(float64(end-first)+offset, skew)}
}

// pick draws a rank of a span that is not empty.
func (s span) pick(rng *rand.Rand) int {
	x := math.Pow(s.low+rng.Float64()*(s.high-s.low), 1/skew)
	return min(s.first+int(x-offset), s.end-1)
}

// sources draws how many sources a need has: 1 for the single ones, else 2 and
// more with a tail.
func (e *economy) sources() int {
	if e.rng.Float64() < e.SingleShare {
		return 1
	}
	more := e.spread * (math.Pow(1-e.rng.Float64(), -1/tail) - 1)
	return 2 + int(min(more, float64(e.most-2)))
}

// findSpread solves for the scale with which there are SourcesPerNode rows a
// node on average, by bisection: the mean rises with it. It is 0, and each need
// of several sources has two, if even that is too many.
func (e *economy) findSpread() float64 {
	customers, needs := 1-rawEnd, (1-math.Pow(another, maxNeeds))/(1-another)
	want := (e.SourcesPerNode/(customers*needs) - e.SingleShare) / (1 - e.SingleShare)
	low, high := 0., float64(e.most)
	for range 50 {
		mid := (low + high) / 2
		if e.meanSources(mid) < want {
			low = mid
		} else {
			high = mid
		}
	}
	return low
}

// meanSources is the mean number of sources of a need that has several: the sum
// of the chances that there are more than 0, 1, 2 and so on.
func (e *economy) meanSources(spread float64) float64 {
	mean := 2.
	for x := 1; x <= e.most-2; x++ {
		mean += math.Pow(1+float64(x)/spread, -tail)
	}
	return mean
}
