package reference

import (
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize/convex/lp"

	"linestop/graph"
)

// SteadyLP is Steady as a linear program: the greatest sum of levels of which none is
// above what its node's needs allow. Since raising a level never forces another
// down, the greatest levels that fit have the greatest sum.
//
// It holds where what is allowed is concave: no need has a quorum above 1, and the
// degrading needs of a node together weigh at most 1. The error is that of the simplex
// algorithm, which now and then loses its way.
func SteadyLP(net *graph.Network, r Rates) ([]float64, error) {
	p := &program{}
	level := make([]int, net.NumNodes()) // by node: its variable
	for i := range level {
		level[i] = p.variable(-1)
	}
	intake := func(k graph.NeedID) map[int]float64 {
		terms := map[int]float64{}
		for _, s := range net.SourcesOf(k) {
			supplier, _ := net.Ends(s)
			terms[level[supplier]] -= r.Carries[s] * r.RowLeft[s]
		}
		return terms
	}
	for i := range graph.NodeID(net.NumNodes()) {
		p.atMost(map[int]float64{level[i]: 1}, r.Left[i])
		lost, left := map[int]float64{level[i]: 1}, 1.0
		for k := range net.Needs(i) {
			terms := intake(k)
			switch need := net.Need(k); need.Level {
			case graph.Critical:
				terms[level[i]]++
				p.atMost(terms, 0)
			case graph.Degrading: // met is at most 1 and at most the intake
				met := p.variable(0)
				p.atMost(map[int]float64{met: 1}, 1)
				terms[met] = 1
				p.atMost(terms, 0)
				lost[met] = -need.Weight
				left -= need.Weight
			}
		}
		p.atMost(lost, left)
	}
	x, err := p.solve()
	if err != nil {
		return nil, err
	}
	return x[:len(level)], nil
}

// program asks for the variables, none below 0, that cost least.
type program struct {
	cost  []float64 // by variable
	terms []map[int]float64
	most  []float64 // by constraint
}

func (p *program) variable(cost float64) int {
	p.cost = append(p.cost, cost)
	return len(p.cost) - 1
}

// atMost adds a constraint; most is at least 0.
func (p *program) atMost(terms map[int]float64, most float64) {
	p.terms, p.most = append(p.terms, terms), append(p.most, max(0, most))
}

// solve starts with all variables at 0: then the slack of each constraint is what it allows.
func (p *program) solve() ([]float64, error) {
	variables, rows := len(p.cost), len(p.terms)
	a := mat.NewDense(rows, variables+rows, nil)
	basis := make([]int, rows)
	for n, terms := range p.terms {
		for v, coef := range terms {
			a.Set(n, v, coef)
		}
		basis[n] = variables + n
		a.Set(n, basis[n], 1)
	}
	_, x, err := lp.Simplex(append(p.cost, make([]float64, rows)...), a, p.most, 1e-13, basis)
	return x, err
}
