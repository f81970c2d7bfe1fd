package linear

import (
	"math"
	"slices"
)

const (
	cheap  = 8   // price up to which unknowns are eliminated whatever else
	dense  = 128 // so many unknowns that are left are eliminated as well
	dearer = 16  // by which that price rises where iteration fails
)

// Solve finds the unknowns. If the gain is below 1 they are exact but for the last
// rounding, and those that no known part reaches are exactly 0.
//
// If the gain is not below 1 and some known part is below 0, ok is false, and x is a
// direction in which the rounds x := b + A x run away: no part of it is below 0, some
// part is above, and x <= A x. If no known part is below 0 the caller vouches for the
// gain, and what looks like 1 is taken for less.
func (e *Equations) Solve() (x []float64, ok bool) {
	positive, negligible := !slices.ContainsFunc(e.known, func(v float64) bool { return v < 0 }), 0.
	if positive {
		negligible = 1e-17
	}
	m := newElimination(e)
	for limit := int64(cheap); ; limit *= dearer {
		stuck, ok := m.run(limit, negligible)
		if ok && m.left <= dense {
			stuck, ok = m.run(math.MaxInt64, negligible)
		}
		if !ok {
			return m.direction(stuck), false
		}
		if x, ok := e.refine(m); ok {
			if positive {
				e.polish(x)
			}
			return x, true
		}
	}
}

// polish gives those that should be above 0, if only just, what their equation says.
func (e *Equations) polish(x []float64) {
	for i, v := range x {
		if v >= 0 {
			continue
		}
		x[i] = e.known[i]
		for _, t := range e.of(int32(i)) {
			x[i] += t.coef * max(0, x[t.from])
		}
	}
}

// direction solves the equations done so far, without known parts, for a 1 at the
// unknown that is stuck.
func (m *elimination) direction(stuck int32) []float64 {
	x := make([]float64, len(m.rows))
	x[stuck] = 1
	m.backward(x)
	return x
}
