package cutset

import (
	"context"
	"slices"

	"linestop/graph"
	"linestop/internal/diagram"
)

// Chance is how likely it is that a product breaks, if each group is lost with a
// probability of its own, whatever becomes of the others.
type Chance struct {
	Low, High  float64      // the same where it is exact
	RareEvents float64      // what the cut sets found add up to: near where all is rare, and may be above 1
	Exact      bool         // else Err says why not
	Err        error        // that of the context, or ErrMemory
	Importance []Importance // of each group that may break the product: single points, then as the search upstream meets them; nil where it is not exact
}

// mostSets is up to how many cut sets a bound looks at each.
const mostSets = 1_000_000

// Chance is found exactly by a binary decision diagram, of at most so many bytes (0: DefaultMemory); every
// group costs a look at all of it. Where it does not fit there are bounds.
//
//   - Low: one of several cut sets occurs that have no group in common, or the likeliest of all.
//   - High: one of them occurs, at most 1 - ∏(1 - P(C)) (Esary and Proschan, Technometrics
//     5, 1963), or ∑P(C) where there are millions; or, if there may be larger sets, so many groups as
//     these have at least are lost at once.
//
// p is from 0 to 1.
func (s *Sets) Chance(ctx context.Context, p func(graph.GroupID) float64, memory int) Chance {
	rare := 0.
	for _, g := range s.singles {
		rare += p(g)
	}
	if s.formula == nil {
		return Chance{Low: anyOf(s.singles, p), High: 1, RareEvents: rare, Err: s.Err}
	}
	c := newChances(ctx, s, p, memory)
	defer c.functions.Free()
	larger := 0.
	for _, order := range s.orders {
		larger += order.Sum(c.sum)
	}
	rare += larger
	others := c.probability(none, 0)
	if err := c.functions.Err(); err != nil {
		low, high := c.bounds(larger)
		return Chance{Low: low, High: high, RareEvents: rare, Err: err}
	}
	whole := either(c.single, others)
	list, err := c.importance(ctx, whole)
	if err != nil {
		return Chance{Low: whole, High: whole, RareEvents: rare, Exact: true, Err: err}
	}
	return Chance{Low: whole, High: whole, RareEvents: rare, Exact: true, Importance: list}
}

// chances are the probabilities of what a formula asks.
type chances struct {
	*Sets
	p         func(graph.GroupID) float64
	single    float64   // some single point is lost
	any       []float64 // by variable: some group of it is lost
	functions *diagram.Functions
	broken    diagram.ID // besides by single points
}

func newChances(ctx context.Context, s *Sets, p func(graph.GroupID) float64, memory int) *chances {
	c := &chances{Sets: s, p: p, single: anyOf(s.singles, p), any: make([]float64, len(s.formula.groups))}
	for v, groups := range s.formula.groups {
		c.any[v] = anyOf(groups, p)
	}
	c.functions = diagram.NewFunctions(ctx, Options{Memory: memory}.memory()-s.kept())
	c.broken = s.formula.solve(c.functions)
	return c
}

// either is the probability of one of two that do not depend on each other. It keeps
// small numbers as they are, unlike 1 - (1-a)(1-b).
func either(a, b float64) float64 { return a + b*(1-a) }

// anyOf is the probability that some of the groups is lost.
func anyOf(groups []graph.GroupID, p func(graph.GroupID) float64) float64 {
	some := 0.
	for _, g := range groups {
		some = either(some, p(g))
	}
	return some
}

// sum is what the groups of a variable weigh in sums over sets.
func (c *chances) sum(variable int32) float64 {
	sum := 0.
	for _, g := range c.formula.groups[variable] {
		sum += c.p(g)
	}
	return sum
}

// none is no variable.
const none int32 = -1

// probability is that of a break by other than single points, if one variable has
// the probability given.
func (c *chances) probability(variable int32, p float64) float64 {
	return c.functions.Probability(c.broken, func(v int32) float64 {
		if v == variable {
			return p
		}
		return c.any[v]
	})
}

// bounds looks at the cut sets found. Single points are in no other set, and so do not depend
// on the others, which add up to larger.
func (c *chances) bounds(larger float64) (low, high float64) {
	sets, some, apart, likeliest := 0, 0., 0., 0.
	used := map[graph.GroupID]bool{}
	for order := range len(c.orders) {
		for set := range c.Of(order + 2) {
			if sets++; sets > mostSets {
				break
			}
			all := 1.
			for _, g := range set {
				all *= c.p(g)
			}
			some, likeliest = either(some, all), max(likeliest, all)
			if !slices.ContainsFunc(set, func(g graph.GroupID) bool { return used[g] }) {
				apart = either(apart, all)
				for _, g := range set {
					used[g] = true
				}
			}
		}
	}
	if sets > mostSets {
		some = larger
	}
	if !c.Whole {
		some += c.more()
	}
	return either(c.single, max(apart, likeliest)), either(c.single, min(1, some))
}

// more is the probability that more groups are lost than the sets found have at
// most: what breaks the product otherwise than by these needs so many.
func (c *chances) more() float64 {
	exactly := make([]float64, c.Order+1) // by how many are lost
	exactly[0] = 1
	more := 0.
	for _, groups := range c.formula.groups {
		for _, g := range groups {
			p := c.p(g)
			more += p * exactly[c.Order]
			for n := c.Order; n > 0; n-- {
				exactly[n] += p * (exactly[n-1] - exactly[n])
			}
			exactly[0] *= 1 - p
		}
	}
	return more
}
