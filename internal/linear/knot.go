package linear

import "math"

// knot is what elimination leaves: equations divided so that no unknown is in its own.
type knot struct {
	unknowns []int32
	pivot    []float64
	end      []int32
	terms    []term // from counts within the knot

	x, r, first, p, v, s, t []float64
}

func newKnot(m *elimination) *knot {
	k := &knot{unknowns: make([]int32, 0, m.left), pivot: make([]float64, 0, m.left), end: make([]int32, 0, m.left)}
	place := m.at // all 0, and so again at the end
	for i := range m.done {
		if !m.done[i] {
			place[i] = int32(len(k.unknowns))
			k.unknowns = append(k.unknowns, int32(i))
		}
	}
	for _, i := range k.unknowns {
		k.pivot = append(k.pivot, m.pivot[i])
		for _, t := range m.rows[i] {
			k.terms = append(k.terms, term{place[t.from], t.coef / m.pivot[i]})
		}
		k.end = append(k.end, int32(len(k.terms)))
	}
	for _, i := range k.unknowns {
		place[i] = 0
	}
	for _, list := range []*[]float64{&k.x, &k.r, &k.first, &k.p, &k.v, &k.s, &k.t} {
		*list = make([]float64, m.left)
	}
	return k
}

// solve finds the unknowns of the knot, in place of their known parts, to a residual
// of some ten digits by BiCGSTAB (van der Vorst, SIAM J. Sci. Stat. Comput. 13, 1992).
// Whether that is any good is not judged here.
func (k *knot) solve(x []float64) {
	for n, i := range k.unknowns {
		k.r[n] = x[i] / k.pivot[n]
	}
	k.iterate(1e-10 * norm(k.r))
	for n, i := range k.unknowns {
		x[i] = k.x[n]
	}
}

// rounds bounds the work. Knots without order take some dozens, grids as many as they
// are wide.
const rounds = 2000

func (k *knot) iterate(enough float64) {
	clear(k.x)
	clear(k.p)
	clear(k.v)
	copy(k.first, k.r)
	rho, alpha, omega := 1., 1., 1.
	for round := 0; round < rounds && norm(k.r) > enough; round++ {
		next := dot(k.first, k.r)
		beta := next / rho * alpha / omega
		rho = next
		for i := range k.p {
			k.p[i] = k.r[i] + beta*(k.p[i]-omega*k.v[i])
		}
		k.apply(k.v, k.p)
		alpha = rho / dot(k.first, k.v)
		for i := range k.s {
			k.s[i] = k.r[i] - alpha*k.v[i]
		}
		k.apply(k.t, k.s)
		omega = dot(k.t, k.s) / dot(k.t, k.t)
		if math.IsNaN(omega) || math.IsInf(omega, 0) {
			return
		}
		for i := range k.x {
			k.x[i] += alpha*k.p[i] + omega*k.s[i]
			k.r[i] = k.s[i] - omega*k.t[i]
		}
	}
}

// apply sets y to x less what the terms make of it.
func (k *knot) apply(y, x []float64) {
	at := int32(0)
	for i, end := range k.end {
		v := x[i]
		for ; at < end; at++ {
			v -= k.terms[at].coef * x[k.terms[at].from]
		}
		y[i] = v
	}
}

func dot(a, b []float64) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func norm(a []float64) float64 { return math.Sqrt(dot(a, a)) }
