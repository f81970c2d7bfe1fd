package harden

import (
	"cmp"
	"context"
	"slices"

	"linestop/graph"
)

// ceiling bounds what sets of changes can end, by a function that is never below it and, unlike it, submodular:
// a pair counts as far as what its breaking leans on has been changed. It leans on
// parts of needs that add up to 1 or more in every set that ends the pair: on the needs of a flow
// that a cheapest shield just stops, each with its part of it; where nothing spreads by itself, on
// all needs of one proof.
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

// Beyond so many steps of a search in a graph, or so many leans, pairs are not looked at more
// closely: they count as ended.
const (
	steps = 20_000_000
	leans = 5_000_000
)

func (t *Task) newCeiling(ctx context.Context) (*ceiling, error) {
	c := &ceiling{t: t, leans: map[graph.NeedID][]lean{}, hard: make([][]graph.NodeID, len(t.losses))}
	all, in := t.newTrial(), t.newTrial()
	for _, candidate := range t.Candidates {
		all.take(candidate)
	}
	taken, held := 0, 0
	for n, l := range t.losses {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if held > leans {
			c.worth += l.weight
			continue
		}
		all.lose(l.nodes)
		in.lose(l.nodes)
		least, full := t.newShield(in, l, true), t.newShield(in, l, false)
		place := in.places()
		for _, p := range l.products {
			if all.failed.Has(p) {
				continue
			}
			cost := 0.0
			if taken += len(least.faults); taken <= steps {
				if cost = least.cost(p, t.options.Budget); cost > t.options.Budget {
					continue
				}
				if full.several(p, t.options.Budget) {
					c.hard[n] = append(c.hard[n], p)
				}
			}
			held += c.add(p, cost, least, in, l.nodes, place)
		}
	}
	for k := range c.leans {
		c.needs = append(c.needs, k)
	}
	slices.Sort(c.needs)
	return c, nil
}

// add adds a pair that can be ended for no less than a cost, 0 if that is not known. It returns how many
// needs the pair leans on.
func (c *ceiling) add(p graph.NodeID, cost float64, s *shield, in *trial, lost []graph.NodeID, place map[graph.NodeID]int) int {
	n := len(c.pairs)
	c.pairs = append(c.pairs, pair{weight: c.t.options.Weight(p)})
	held := 0
	lean := func(k graph.NeedID, part float64) {
		c.leans[k] = append(c.leans[k], lean{n, part})
		held++
	}
	if cost == 0 {
		for _, k := range in.proof(p, lost, place) {
			lean(k, 1)
		}
		return held
	}
	for _, g := range s.gates {
		if flow := s.graph.Flow(g.edge); flow > 0 {
			lean(g.need, flow/cost)
		}
	}
	return held
}

// places says in which order nodes failed.
func (t *trial) places() map[graph.NodeID]int {
	place := map[graph.NodeID]int{}
	for at, i := range t.nodes {
		place[i] = at
	}
	return place
}

// proof lists needs that, if none of them is changed, break a product when these nodes, rising, are lost.
func (t *trial) proof(product graph.NodeID, lost []graph.NodeID, place map[graph.NodeID]int) []graph.NeedID {
	var needs []graph.NeedID
	seen := map[graph.NodeID]bool{product: true}
	todo := []graph.NodeID{product}
	for next := 0; next < len(todo); next++ {
		i := todo[next]
		if _, cut := slices.BinarySearch(lost, i); cut {
			continue
		}
		k, sources := t.reason(i, place)
		needs = append(needs, k)
		for _, supplier := range sources {
			if !seen[supplier] {
				seen[supplier] = true
				todo = append(todo, supplier)
			}
		}
	}
	return needs
}

// reason is a need that broke node i, and as many of its sources as it takes that were dead before.
func (t *trial) reason(i graph.NodeID, place map[graph.NodeID]int) (graph.NeedID, []graph.NodeID) {
	for k := range t.world.NeedsOf(i) {
		var dead []graph.NodeID
		for supplier := range t.world.Suppliers(k) {
			if at, failed := place[supplier]; failed && at < place[i] {
				dead = append(dead, supplier)
			}
		}
		if tolerance := int(t.world.Tolerance(k)); len(dead) > tolerance {
			return k, dead[:tolerance+1]
		}
	}
	panic("a node failed without a reason")
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
	bound := c.t.Weight
	for left := rest; ; {
		items := c.items(costs)
		sum, space := c.worth, rest
		for _, i := range items {
			part := min(space, costs[i.need])
			sum += i.ratio * part
			space -= part
		}
		bound = min(bound, sum)
		at := slices.IndexFunc(items, func(i item) bool { return costs[i.need] <= left })
		if at < 0 {
			return bound
		}
		left -= costs[items[at].need]
		c.change(items[at].need)
	}
}

// costs are those of the cheapest open candidate of each need, if that fits the rest of the budget.
func (c *ceiling) costs(open func(candidate int) bool, rest float64) map[graph.NeedID]float64 {
	costs := map[graph.NeedID]float64{}
	for _, k := range c.needs {
		for _, n := range c.t.at[k] {
			cost := c.t.Candidates[n].Cost
			if least, known := costs[k]; open(n) && cost <= rest && (!known || cost < least) {
				costs[k] = cost
			}
		}
	}
	return costs
}

// item is a need by what a change to it gains for its cost.
type item struct {
	need  graph.NeedID
	ratio float64
}

// items are the needs that still gain something, best first.
func (c *ceiling) items(costs map[graph.NeedID]float64) []item {
	var items []item
	for _, k := range c.needs {
		if cost, open := costs[k]; open {
			if gain := c.gain(k); gain > 0 {
				items = append(items, item{k, gain / cost})
			}
		}
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(b.ratio, a.ratio) })
	return items
}
