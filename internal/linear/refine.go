package linear

import (
	"math"
	"slices"
)

// inverse solves for other known parts, in their place, to some digits.
type inverse struct {
	*elimination
	*knot // nil if everything is eliminated
}

func (v inverse) solve(known []float64) {
	v.forward(known)
	if v.knot != nil {
		v.knot.solve(known)
	}
	v.backward(known)
}

// refine solves again and again for what the solution so far leaves. It is not ok if a
// knot was iterated and that does not lead close enough.
func (e *Equations) refine(m *elimination) (list []float64, ok bool) {
	inv := inverse{elimination: m}
	if m.left > 0 {
		inv.knot = newKnot(m)
	}
	x := make([]number, len(e.known))
	rest := slices.Clone(e.known)
	for last := math.Inf(1); ; {
		inv.solve(rest)
		size, scale := 0., 0.
		for i, d := range rest {
			x[i] = x[i].plus(d).normal()
			size, scale = max(size, math.Abs(d)), max(scale, math.Abs(x[i].high))
		}
		for i := range rest {
			rest[i] = e.residual(int32(i), x)
		}
		// The next step would be smaller than this one by as much as this is than the last.
		if next := size * (size / last); size == 0 || next > 0 && next <= 1e-17*scale || !(size <= last/2) {
			return values(x), inv.knot == nil || e.close(rest, inv, 1e-12*scale)
		}
		last = size
	}
}

func values(x []number) []float64 {
	list := make([]float64, len(x))
	for i, v := range x {
		list[i] = v.value()
	}
	return list
}

// close says whether the solution is off by no more than enough, given what it leaves.
//
// With M = I - A, a vector u >= 0 with M u >= |rest| bounds the error at each unknown,
// because the inverse of M has no entry below 0; and it exists only if the gain is
// below 1 where M u > 0. So it does not matter how u was found.
func (e *Equations) close(rest []float64, inv inverse, enough float64) bool {
	u, least := make([]float64, len(rest)), make([]float64, len(rest))
	for i, r := range rest {
		least[i] = math.Abs(r) + 1e-15*enough
		u[i] = 2 * least[i]
	}
	inv.solve(u)
	for i, v := range u {
		for _, t := range e.of(int32(i)) {
			v -= t.coef * u[t.from]
		}
		if !(u[i] >= 0 && u[i] <= enough && v >= least[i]) {
			return false
		}
	}
	return true
}
