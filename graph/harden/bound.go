package harden

import (
	"context"
	"maps"
	"slices"

	"linestop/graph"
)

// ceiling bounds what sets of changes can end, by a function that is never below it and, unlike it, submodular:
// a pair counts as far as what its breaking leans on has been changed. It leans on
// parts of needs that add up to 1 or more in every set that ends the pair: see spread.
//
// For a monotone submodular function no set is worth more than any other and the best
// further gains beside that one together (Nemhauser, Wolsey and Fisher, Mathematical
// Programming 14, 1978, section 4).
type ceiling struct {
	t     *Task
	pairs []pair
	leans map[graph.NeedID][]lean
	needs []graph.NeedID   // keys of leans, rising
	hard  [][]graph.NodeID // by loss: products that one change does not shield
	worth float64          // of the needs changed
	undo  []pairBefore
	spent int // leans looked at
}

// pair is a loss and a product that could be shielded from it within the budget.
type pair struct{ weight, changed float64 }

type lean struct {
	pair int
	part float64
}

type pairBefore struct {
	pair    int
	changed float64
}

// Beyond so many steps of searches in graphs, pairs are not told apart by what shields them; beyond so
// many leans, or nodes passed on the way to them, all pairs of a loss are one; and beyond five times as many, all that lean on a need, so that
// what leans on two counts twice.
const (
	steps = 50_000_000
	leans = 3_000_000
	nodes = 50_000_000
)

func (t *Task) newCeiling(ctx context.Context) (*ceiling, error) {
	c := &ceiling{t: t, leans: map[graph.NeedID][]lean{}, hard: make([][]graph.NodeID, len(t.losses))}
	all, in := t.newTrial(), t.newTrial()
	for _, candidate := range t.Candidates {
		all.take(candidate)
	}
	sums := map[graph.NeedID]float64{}
	taken, held, seen := 0, 0, 0
	for n, l := range t.losses {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		all.lose(l.nodes)
		able := slices.DeleteFunc(slices.Clone(l.products), all.failed.Has)
		in.lose(l.nodes)
		w := in.wreck(l, false)
		if taken <= steps {
			least, full := w.shield(l, true), w.shield(l, false)
			able = slices.DeleteFunc(able, func(p graph.NodeID) bool {
				if taken+least.graph.Steps+full.graph.Steps > steps {
					return false
				}
				if least.cost(p, t.options.Budget) > t.options.Budget {
					return true
				}
				if full.several(p, t.options.Budget) {
					c.hard[n] = append(c.hard[n], p)
				}
				return false
			})
			taken += least.graph.Steps + full.graph.Steps
		}
		s := w.spread()
		if held > leans || seen > nodes {
			held += c.together(s, able, sums, held > 5*leans)
			continue
		}
		for _, p := range able {
			seen += int(s.place[p])
			for k, part := range s.from(p) {
				c.leans[k] = append(c.leans[k], lean{len(c.pairs), part})
				held++
			}
			c.pairs = append(c.pairs, pair{weight: t.options.Weight(p)})
		}
	}
	for _, k := range slices.Sorted(maps.Keys(sums)) {
		c.leans[k] = append(c.leans[k], lean{len(c.pairs), 1})
		c.pairs = append(c.pairs, pair{weight: sums[k]})
	}
	c.needs = slices.Sorted(maps.Keys(c.leans))
	return c, nil
}

// together takes all that a loss breaks for one pair, or adds what it leans on to sums, and says how many leans it has made.
func (c *ceiling) together(s *spread, products []graph.NodeID, sums map[graph.NeedID]float64, summed bool) (held int) {
	all := pair{}
	for _, p := range products {
		all.weight += c.t.options.Weight(p)
	}
	for k, sum := range s.all(products) {
		if summed {
			sums[k] += sum
			continue
		}
		c.leans[k] = append(c.leans[k], lean{len(c.pairs), sum / all.weight})
		held++
	}
	if !summed {
		c.pairs = append(c.pairs, all)
	}
	return held
}

// change counts a need as changed.
func (c *ceiling) change(k graph.NeedID) {
	for _, l := range c.leans[k] {
		p := &c.pairs[l.pair]
		c.undo = append(c.undo, pairBefore{l.pair, p.changed})
		c.worth += p.weight * (min(1, p.changed+l.part) - min(1, p.changed))
		p.changed += l.part
	}
}

// here is a state to go back to.
func (c *ceiling) here() (changes int, worth float64) { return len(c.undo), c.worth }

func (c *ceiling) back(changes int, worth float64) {
	for n := len(c.undo) - 1; n >= changes; n-- {
		c.pairs[c.undo[n].pair].changed = c.undo[n].changed
	}
	c.undo, c.worth = c.undo[:changes], worth
}

// of bounds what a set of candidates ends.
func (c *ceiling) of(set []int) float64 {
	changes, worth := c.here()
	defer func() { c.back(changes, worth) }()
	var needs []graph.NeedID
	for _, n := range set {
		needs = append(needs, c.t.Candidates[n].Need)
	}
	slices.Sort(needs)
	for _, k := range slices.Compact(needs) {
		c.change(k)
	}
	return c.worth + 1e-9*max(1, c.worth)
}

// gain is what a change to need k would be worth.
func (c *ceiling) gain(k graph.NeedID) float64 {
	c.spent += len(c.leans[k])
	sum := 0.0
	for _, l := range c.leans[k] {
		p := c.pairs[l.pair]
		sum += p.weight * (min(1, p.changed+l.part) - min(1, p.changed))
	}
	return sum
}

// over bounds what the needs changed end together with any that open candidates change
// within the rest of the budget.
func (c *ceiling) over(open func(candidate int) bool, rest float64) float64 {
	changes, worth := c.here()
	defer func() { c.back(changes, worth) }()
	costs := c.costs(open, rest)
	gains := make([]float64, len(c.needs))
	bound := c.t.Weight
	for left := rest; ; {
		for n, k := range c.needs {
			gains[n] = 0
			if costs[n] > 0 {
				gains[n] = c.gain(k)
			}
		}
		next, most := c.fill(gains, costs, rest, left)
		bound = min(bound, c.worth+most)
		if next < 0 {
			return bound
		}
		left -= costs[next]
		c.change(c.needs[next])
	}
}

// costs are, by number in needs, those of the cheapest open candidate; 0 where none fits the rest of the budget.
func (c *ceiling) costs(open func(candidate int) bool, rest float64) []float64 {
	costs := make([]float64, len(c.needs))
	for at, k := range c.needs {
		for _, n := range c.t.at[k] {
			cost := c.t.Candidates[n].Cost
			if open(n) && cost <= rest && (costs[at] == 0 || cost < costs[at]) {
				costs[at] = cost
			}
		}
	}
	return costs
}

// fill takes the needs that gain most for their cost, the last in part, until the rest of the
// budget is spent, and says what they gain at most. First is the first of them that fits what is left; below 0 if none
// does. It takes gains away.
func (c *ceiling) fill(gains, costs []float64, rest, left float64) (first int, most float64) {
	first = -1
	for rest > 0 {
		c.spent += len(gains)
		best := -1
		for n, gain := range gains {
			if gain > 0 && (best < 0 || gain*costs[best] > gains[best]*costs[n]) {
				best = n
			}
		}
		if best < 0 {
			break
		}
		if first < 0 && costs[best] <= left {
			first = best
		}
		part := min(1, rest/costs[best])
		most += gains[best] * part
		rest -= costs[best] * part
		gains[best] = 0
	}
	return first, most
}
