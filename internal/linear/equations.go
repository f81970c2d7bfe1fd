package linear

import "linestop/internal/scc"

// Equations say of each unknown i, numbered from 0, that
//
//	x[i] = known[i] + Σ coef·x[from]   over the terms of i
//
// with coefficients above 0. The zero Equations have no unknowns.
type Equations struct {
	known []float64
	end   []int32 // by unknown: where its terms end
	terms []term
}

type term struct {
	from int32
	coef float64
}

// Reset drops all equations and keeps their memory.
func (e *Equations) Reset() { e.known, e.end, e.terms = e.known[:0], e.end[:0], e.terms[:0] }

// Term adds a term to the equation of the next unknown.
func (e *Equations) Term(coef float64, from int32) { e.terms = append(e.terms, term{from, coef}) }

// End completes the equation of the next unknown.
func (e *Equations) End(known float64) {
	e.known, e.end = append(e.known, known), append(e.end, int32(len(e.terms)))
}

func (e *Equations) of(i int32) []term {
	if i == 0 {
		return e.terms[:e.end[0]]
	}
	return e.terms[e.end[i-1]:e.end[i]]
}

// Cyclic says which unknowns depend on themselves, over others or directly.
func (e *Equations) Cyclic() []bool {
	c := scc.Find(len(e.known),
		func(i int32) int { return len(e.of(i)) },
		func(i int32, n int) int32 { return e.of(i)[n].from })
	cyclic := make([]bool, len(e.known))
	for i := range cyclic {
		cyclic[i] = c.Sizes[c.Rank[i]] > 1
		for _, t := range e.of(int32(i)) {
			cyclic[i] = cyclic[i] || int(t.from) == i
		}
	}
	return cyclic
}
