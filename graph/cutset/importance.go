package cutset

import (
	"context"

	"linestop/graph"
	"linestop/internal/diagram"
)

// Importance is what a group means for the chance that a product breaks. Where
// that is 0, its parts and multiples are NaN or +Inf.
type Importance struct {
	Group         graph.GroupID
	P             float64 // that it is lost
	Birnbaum      float64 // the chance if it is lost, less that if it is not
	FussellVesely float64 // the part of the chance in which a cut set found that holds it occurs
	RAW           float64 // risk achievement worth: how many times as likely if it is lost
	RRW           float64 // risk reduction worth: how many times less likely if it is not; +Inf if then never
}

// importance lists single points, then the others as
// the search upstream meets them.
func (c *chances) importance(ctx context.Context, whole float64) ([]Importance, error) {
	var list []Importance
	add := func(g graph.GroupID, holding, lost, sound float64) {
		list = append(list, Importance{
			Group: g, P: c.p(g), Birnbaum: lost - sound, FussellVesely: holding / whole, RAW: lost / whole, RRW: whole / sound,
		})
	}
	others := c.probability(none, 0)
	for n, beside := range c.beside(c.singles) {
		g := c.singles[n]
		add(g, c.p(g), 1, either(beside, others))
	}
	for v := range int32(len(c.formula.groups)) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		rest, err := c.rest(ctx, v)
		if err != nil {
			return nil, err
		}
		lost, sound := c.probability(v, 1), c.probability(v, 0)
		for n, beside := range c.beside(c.formula.groups[v]) {
			g := c.formula.groups[v][n]
			add(g, c.p(g)*rest, either(c.single, lost), either(c.single, beside*lost+(1-beside)*sound))
		}
	}
	return list, nil
}

// beside is for each of the groups the probability that some other of them is lost.
func (c *chances) beside(groups []graph.GroupID) []float64 {
	list := make([]float64, len(groups))
	before, after := 0., 0.
	for n, g := range groups {
		list[n] = before
		before = either(before, c.p(g))
	}
	for n := len(groups) - 1; n >= 0; n-- {
		list[n] = either(list[n], after)
		after = either(after, c.p(groups[n]))
	}
	return list
}

// rest is the probability that all but the variable is lost of some set found that
// holds it.
func (c *chances) rest(ctx context.Context, variable int32) (float64, error) {
	f := diagram.NewFunctions(ctx, c.functions.Room())
	defer f.Free()
	all := diagram.None
	for _, order := range c.orders {
		all = f.Union(all, f.Rests(order, variable))
	}
	return f.Probability(all, func(v int32) float64 { return c.any[v] }), f.Err()
}
