package esri

import (
	"math"
	"slices"
)

// wave follows up to width shocks. All its numbers are parts that are lost: 0 before the shock,
// 1 of what stops; they only rise.
type wave struct {
	*Economy
	down  []lanes // by place: output that is lost for want of inputs
	felt  []lanes // by place: what its customers feel of that, since others of its sector make up for some
	up    []lanes // by place: output that is lost for want of customers
	trend []lanes // by place: up a step before, or the last change of it
	left  []lanes // by sector: 1 / the output that is left in it
	sum   lanes   // of the rows that are being weighed

	hits   []lanes // what the shocks take, first of all nothing
	struck []int32 // by place: its number in hits

	below []int32 // places that the shocks may reach downstream, suppliers first
	above []int32 // upstream, customers first
	both  []int32 // either
	met   []bool  // by place, for searches
}

func newWave(e *Economy) *wave {
	n := len(e.node)
	return &wave{
		Economy: e, down: make([]lanes, n), felt: make([]lanes, n), up: make([]lanes, n), trend: make([]lanes, n), struck: make([]int32, n), hits: []lanes{{}},
		left: make([]lanes, len(e.made)), met: make([]bool, n),
	}
}

// aim finds what the shocks may reach.
func (w *wave) aim(shocks []Shock) {
	w.clear()
	var hit []int32
	for _, shock := range shocks {
		for _, h := range shock {
			hit = append(hit, w.place[h.Node])
		}
	}
	w.below = w.reach(append(w.below[:0], hit...), func(i int32) []int32 { return w.sales.of(i, i+1) })
	w.above = w.reach(append(w.above[:0], hit...), func(i int32) []int32 { return w.inputs.of(w.inputs.first[i], w.inputs.first[i+1]) })
	w.both = w.reach(append(append(w.both[:0], w.below...), w.above...), func(int32) []int32 { return nil })
	slices.Reverse(w.above)
}

// reach adds all places to which the given ones lead, each once, and sorts them.
func (w *wave) reach(from []int32, next func(int32) []int32) []int32 {
	found := from[:0]
	meet := func(list []int32) {
		for _, i := range list {
			if !w.met[i] {
				w.met[i] = true
				found = append(found, i)
			}
		}
	}
	meet(from)
	for at := 0; at < len(found); at++ {
		meet(next(found[at]))
	}
	for _, i := range found {
		w.met[i] = false
	}
	slices.Sort(found)
	return found
}

// strike takes away what the shocks do, and nothing else.
func (w *wave) strike(shocks []Shock) {
	w.clear()
	for k, shock := range shocks {
		for _, hit := range shock {
			i := w.place[hit.Node]
			if w.struck[i] == 0 {
				w.struck[i] = int32(len(w.hits))
				w.hits = append(w.hits, lanes{})
			}
			lost := &w.hits[w.struck[i]][k]
			*lost = max(*lost, hit.Lost)
			w.down[i][k], w.up[i][k] = *lost, *lost
		}
	}
}

// clear takes all losses back.
func (w *wave) clear() {
	for _, i := range w.both {
		w.down[i], w.felt[i], w.up[i], w.trend[i], w.struck[i] = lanes{}, lanes{}, lanes{}, lanes{}, 0
	}
	w.hits = w.hits[:1]
}

// share finds out what customers feel of losses: a part as great as the supplier's share in what
// its sector can still deliver.
func (w *wave) share() {
	for s, made := range w.made {
		for k := range width {
			w.left[s][k] = made
		}
	}
	for _, i := range w.below {
		if made := w.output[i]; made > 0 {
			left := &w.left[w.sector[i]]
			for k, lost := range w.down[i] {
				left[k] -= made * lost
			}
		}
	}
	for s := range w.left {
		for k, left := range w.left[s] {
			if w.left[s][k] = math.Inf(1); left > 0 {
				w.left[s][k] = 1 / left
			}
		}
	}
	for _, i := range w.below {
		w.feel(i)
	}
}

// feel is share for one place, if what is left of its sector is known.
func (w *wave) feel(i int32) {
	if made := w.output[i]; made > 0 {
		left, down, felt := &w.left[w.sector[i]], &w.down[i], &w.felt[i]
		for k := range felt {
			felt[k] = min(1, made*left[k]) * down[k]
		}
	}
}

// buyLess lets a place fall by the inputs that are missing, and raises change to how much.
func (w *wave) buyLess(i int32, change *lanes) {
	var worst lanes
	for g := w.inputs.first[i]; g < w.inputs.first[i+1]; g++ {
		from, to := w.inputs.rows.first[g], w.inputs.rows.first[g+1]
		if to-from == 1 {
			worst.atLeast(w.inputs.weight[from], &w.felt[w.inputs.end[from]])
			continue
		}
		w.sum.weigh(w.inputs.end[from:to], w.inputs.weight[from:to], w.felt)
		worst.atLeast(1, &w.sum)
	}
	w.down[i].raise(&worst, change)
}

// sellLess lets a place fall by what its customers no longer buy.
func (w *wave) sellLess(i int32, customers []lanes, change *lanes) {
	w.unsold(i, customers)
	w.up[i].raise(&w.sum, change)
}

// unsold sums up what customers no longer buy of a place.
func (w *wave) unsold(i int32, customers []lanes) {
	from, to := w.sales.first[i], w.sales.first[i+1]
	w.sum.weigh(w.sales.end[from:to], w.sales.weight[from:to], customers)
}

// loss adds up what shock k costs.
func (w *wave) loss(k int) (l Loss) {
	for _, i := range w.both {
		down, up := w.down[i][k], w.up[i][k]
		l.Total += w.output[i] * max(down, up)
		l.Downstream += w.output[i] * down
		l.Upstream += w.output[i] * up
	}
	all := w.facts.Output
	return Loss{l.Total / all, l.Downstream / all, l.Upstream / all}
}
