package harden

import (
	"cmp"
	"context"
	"slices"

	"linestop/graph"
	"linestop/graph/impact"
	"linestop/graph/index"
	"linestop/graph/timeline"
	"linestop/internal/parallel"
)

// Defence is what would have kept products running under a scenario.
type Defence struct {
	Candidates []Candidate
	Before     *impact.Answer
	After      *impact.Answer
	Net        *graph.Network // with the changes
	Changes    []graph.Change
	Plan       *Plan     // Saves is in days of output or, without numbers, in products; Most and Exact are not known
	Alone      []float64 // by candidate: what it saves by itself
}

// Against looks for the changes that save most under a scenario: days of output of the products up to the
// horizon, weighed by Options.Weight; or, where neither data nor scenario hold numbers, products from breaking.
// It is greedy, and no bound is known: in the timeline one change may undo another.
//
// Each change is weighed by following the scenario with it, so that it costs O(candidates) times that for each one
// chosen. The errors are those of impact.Ask.
func Against(ctx context.Context, ix *index.Index, s graph.Scenario, o Options) (*Defence, error) {
	if o.Kinds == nil {
		o.Kinds = KindsAgainst()
	}
	o, err := o.withDefaults(ctx, ix.Net)
	if err != nil {
		return nil, err
	}
	a := against{Task: &Task{ix: ix, world: o.world(ix), options: o}, scenario: s, readings: impact.Fitting(ix.Net, s)}
	if !slices.Contains(a.readings, impact.Timeline) {
		a.readings = nil
	} else {
		a.readings = []impact.Reading{impact.Timeline}
	}
	d := &Defence{Plan: &Plan{}}
	if d.Before, err = impact.Ask(ctx, ix, s, a.readings); err != nil {
		return nil, err
	}
	if err := a.propose(ctx, d.Before); err != nil {
		return nil, err
	}
	d.Candidates = a.Candidates
	lost := a.lost(d.Before, ix.Net)
	for first := true; ; first = false {
		moves := a.moves(d.Plan)
		saves, err := parallel.Map(ctx, len(moves), parallel.Options{Workers: o.Workers, Progress: o.Progress}, func() int { return 0 },
			func(ctx context.Context, _, n int) (float64, error) {
				left, err := a.with(ctx, slices.Concat(d.Plan.Set, moves[n].set))
				return lost - left, err
			})
		if err != nil {
			return nil, err
		}
		if first {
			d.Alone = make([]float64, len(d.Candidates))
			for n, m := range moves {
				if len(m.set) == 1 {
					d.Alone[m.set[0]] = saves[n]
				}
			}
		}
		before := d.Plan.saved()
		for n := range moves {
			moves[n].gain = saves[n] - before
			moves[n].worth = byRatio(moves[n].gain, moves[n].cost)
		}
		best := slices.MaxFunc(append(moves, move{}), func(a, b move) int { return cmp.Compare(a.worth, b.worth) })
		if best.gain <= timeline.Negligible {
			break
		}
		for _, n := range best.set {
			d.Plan.Set = append(d.Plan.Set, n)
			d.Plan.Cost += d.Candidates[n].Cost
			left, err := a.with(ctx, d.Plan.Set)
			if err != nil {
				return nil, err
			}
			d.Plan.Saves = append(d.Plan.Saves, lost-left)
		}
	}
	d.Changes = a.Changes(d.Plan)
	d.Net, d.After, err = a.ask(ctx, d.Changes)
	return d, err
}

// saved is what a plan saves.
func (p *Plan) saved() float64 {
	if len(p.Saves) == 0 {
		return 0
	}
	return p.Saves[len(p.Saves)-1]
}

type against struct {
	*Task
	scenario graph.Scenario
	readings []impact.Reading
	groups   [][]int // of candidates that may do nothing one by one
}

// with is what is lost with some candidates.
func (a *against) with(ctx context.Context, set []int) (float64, error) {
	net, answer, err := a.ask(ctx, a.Changes(&Plan{Set: set}))
	if err != nil {
		return 0, err
	}
	return a.lost(answer, net), nil
}

func (a *against) ask(ctx context.Context, changes []graph.Change) (*graph.Network, *impact.Answer, error) {
	net, err := a.ix.Net.With(ctx, changes)
	if err != nil {
		return nil, nil, err
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return nil, nil, err
	}
	answer, err := impact.Ask(ctx, ix, a.scenario, a.readings)
	return net, answer, err
}

// lost is what the products lose, in days of output, or how many break.
func (a *against) lost(answer *impact.Answer, net *graph.Network) float64 {
	sum := 0.0
	for i := range graph.NodeID(a.ix.Net.NumNodes()) {
		if a.options.Products(i) {
			j, _ := net.Lookup(a.ix.Net.ID(i))
			sum += a.options.Weight(i) * a.loss(answer, j)
		}
	}
	return sum
}

// loss is what a node loses: days of output or, without a timeline, 1 if it breaks.
func (a *against) loss(answer *impact.Answer, i graph.NodeID) float64 {
	if answer.Timeline != nil {
		return answer.Timeline.Course(i).LostDays
	}
	if f, failed := answer.Structure.Failure(i); failed && (f.Sure || !a.options.Sure) {
		return 1
	}
	return 0
}

// propose gathers changes to the needs by which products lose output, from the products on upstream, and to
// what is cut. Changes of one kind to the needs of a customer, and second sources for all customers of a supplier
// that is lost, are groups.
func (a *against) propose(ctx context.Context, answer *impact.Answer) error {
	s := newSuggester(ctx, a.Task)
	a.at = map[graph.NeedID][]int{}
	set := answer.Structure.Set
	seen := index.NewMarks(a.ix.Net.NumNodes())
	var todo []graph.NodeID
	visit := func(i graph.NodeID) {
		if !seen.Has(i) && a.loss(answer, i) > 0 {
			seen.Add(i)
			todo = append(todo, i)
		}
	}
	for i := range graph.Each(ctx, graph.NodeID(a.ix.Net.NumNodes())) {
		if a.options.Products(i) {
			visit(i)
		}
	}
	byNode := map[group][]int{}
	var order []group
	join := func(g group, n int) {
		if byNode[g] == nil {
			order = append(order, g)
		}
		byNode[g] = append(byNode[g], n)
	}
	for next := 0; next < len(todo); next++ {
		i := todo[next]
		if has(set.Nodes, i) || has(set.Reduced, i) {
			if days := a.ix.Net.RecoverDays(i); days.Value > 0 && answer.Timeline != nil {
				a.add(Recovery, NoNeed, i)
			}
			continue
		}
		for k := range a.ix.Net.Needs(i) {
			var hit []graph.NodeID
			for _, row := range a.ix.Net.SourcesOf(k) {
				supplier, _ := a.ix.Net.Ends(row)
				visit(supplier)
				if a.loss(answer, supplier) > 0 || has(set.Rows, row) || has(set.ReducedRows, row) {
					hit = append(hit, supplier)
				}
			}
			if l := a.ix.Net.NeedLevel(k); len(hit) == 0 || l != graph.Critical && l != graph.Degrading {
				continue
			}
			first := len(a.Candidates)
			a.changesAgainst(k, a.sound(s, k, answer), answer.Timeline != nil)
			for n := first; n < len(a.Candidates); n++ {
				kind := a.Candidates[n].Kind
				join(group{kind, i, false}, n)
				if kind == Source || kind == NewSource {
					for _, supplier := range hit {
						join(group{kind, supplier, true}, n)
					}
				}
			}
		}
	}
	for _, g := range order {
		if len(byNode[g]) > 1 {
			a.groups = append(a.groups, byNode[g])
		}
	}
	return ctx.Err()
}

// group is candidates of one kind around a node, its customer or the supplier that they do without.
type group struct {
	kind     Kind
	node     graph.NodeID
	supplier bool
}

// changesAgainst adds the candidates of need k.
func (a *against) changesAgainst(k graph.NeedID, second graph.NodeID, timed bool) {
	if timed {
		for _, row := range a.ix.Net.SourcesOf(k) {
			if supplier, _ := a.ix.Net.Ends(row); a.ix.Net.SwitchDays(row).Value > 0 {
				a.add(Switch, k, supplier)
			}
		}
		a.add(Buffer, k, graph.None)
	}
	a.changes(k, second)
}

// sound is the first that is suggested as a second source of need k and loses nothing itself; None if each does.
func (a *against) sound(s *suggester, k graph.NeedID, answer *impact.Answer) graph.NodeID {
	for _, c := range s.suggest(k) {
		if a.loss(answer, c.supplier) == 0 {
			return c.supplier
		}
	}
	return graph.None
}

// moves lists the candidates and groups of them that a plan has not taken and the budget allows.
func (a *against) moves(p *Plan) []move {
	var sets [][]int
	for n := range a.Candidates {
		sets = append(sets, []int{n})
	}
	var moves []move
	for _, set := range append(sets, a.groups...) {
		m := move{}
		for _, n := range set {
			if !slices.Contains(p.Set, n) {
				m.set = append(m.set, n)
				m.cost += a.Candidates[n].Cost
			}
		}
		if len(m.set) > 0 && p.Cost+m.cost <= a.options.Budget {
			moves = append(moves, m)
		}
	}
	return moves
}

func has[T cmp.Ordered](sorted []T, v T) bool {
	_, found := slices.BinarySearch(sorted, v)
	return found
}
