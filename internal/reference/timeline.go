package reference

import (
	"math"
	"slices"

	"linestop/graph"
)

// Shares say what rows carry of their needs when their suppliers run at full rate,
// today and at most, by row.
type Shares struct{ Today, Most []float64 }

// Timeline follows a network through cuts in steps of a fixed length, all in days:
// the levels at the beginning of each step. At a step
//
//   - what is left of nodes and rows, and by how much goods are late, is read off the cuts;
//   - levels settle from full rate down, as in Steady, where needs with stock count as met;
//   - goods leave, and are put where they will arrive;
//   - stocks change by what the levels and arrivals of now make in a whole step.
//
// So it is wrong by something like a step wherever a stock runs out within one, and
// right as the step shrinks. A critical need rebuilds its stock from nothing at once,
// another only while it lacks nothing. Rows that take no days to switch carry the most
// from the start, which makes no difference to a need before it falls short.
// settled is false if the levels of some step are not found in the given number of
// rounds.
//
// Cost O(steps × (nodes + rows) + changes × rounds × rows).
func Timeline(net *graph.Network, cuts []graph.Cut, shares Shares, horizon, step float64, rounds int) (levels [][]float64, settled bool) {
	w := newWorks(net, cuts, shares, step)
	for n := range int(math.Ceil(horizon / step)) {
		if !w.settle(n, rounds) {
			return nil, false
		}
		levels = append(levels, w.levels)
		w.send(n)
		w.useStocks(n)
	}
	return levels, true
}

// works is the state at a step.
type works struct {
	net    *graph.Network
	plan   plan
	shares Shares
	step   float64

	needs    []graph.Need
	rows     []graph.Source
	stock    []float64   // by need: days of normal use
	short    []float64   // by need: when it first fell short; +Inf
	finished []float64   // by node: days of output
	arriving [][]float64 // by row: level that arrives from earlier, by step

	rates  Rates
	levels []float64
}

func newWorks(net *graph.Network, cuts []graph.Cut, shares Shares, step float64) *works {
	w := &works{net: net, plan: newPlan(net, cuts), shares: shares, step: step}
	for k := range graph.NeedID(net.NumNeeds()) {
		w.needs = append(w.needs, net.Need(k))
		w.stock = append(w.stock, w.needs[k].Buffer.Value)
		w.short = append(w.short, math.Inf(1))
	}
	for i := range graph.NodeID(net.NumNodes()) {
		w.finished = append(w.finished, net.Node(i).StockDays.Value)
	}
	for s := range graph.SourceID(net.NumSources()) {
		w.rows = append(w.rows, net.Source(s))
		w.arriving = append(w.arriving, slices.Repeat([]float64{1}, w.steps(w.rows[s].TransitDays.Value)))
	}
	return w
}

// steps is how many steps goods are on the way, at least one if they are at all.
func (w *works) steps(days float64) int {
	if days == 0 {
		return 0
	}
	return max(1, int(math.Round(days/w.step)))
}

func (w *works) day(n int) float64 { return float64(n) * w.step }

// settle finds the levels of step n.
func (w *works) settle(n, rounds int) bool {
	now := Rates{
		Stocked: make([]bool, len(w.needs)),
		Carries: make([]float64, len(w.arriving)),
		RowLeft: make([]float64, len(w.arriving)),
		Late:    make([]float64, len(w.arriving)),
		Asks:    make([]int, len(w.needs)),
	}
	for i := range graph.NodeID(w.net.NumNodes()) {
		now.Left = append(now.Left, w.plan.nodeLeft(i, w.day(n)))
	}
	for k, need := range w.needs {
		now.Stocked[k] = w.stock[k] > rounding
		carrying := 0
		for _, s := range need.Sources {
			if w.carries(s, 0) > 0 {
				carrying++
			}
			w.connect(&now, s, n)
		}
		now.Asks[k] = min(need.Quorum, carrying)
	}
	if now.same(w.rates) {
		return true
	}
	settled := false
	w.rates = now
	w.levels, settled = Steady(w.net, now, rounds)
	return settled
}

// rounding is a day or a stock that is as good as none.
const rounding = 1e-9

// connect says what row s brings at step n: from earlier, and from its supplier now.
func (w *works) connect(now *Rates, s graph.SourceID, n int) {
	day := w.day(n)
	now.Carries[s] = w.carries(s, day)
	if n < len(w.arriving[s]) {
		now.Late[s] = w.arriving[s][n]
	}
	if w.lag(s, day) > 0 {
		return
	}
	if supplier, _ := w.net.Ends(s); w.finished[supplier] > rounding {
		now.Late[s] += w.plan.rowLeft(s, day)
	} else {
		now.RowLeft[s] = w.plan.rowLeft(s, day)
	}
}

// carries is what row s carries on a day.
func (w *works) carries(s graph.SourceID, day float64) float64 {
	days := w.rows[s].SwitchDays.Value
	if days == 0 || day > w.short[w.net.NeedOf(s)]+days-rounding {
		return w.shares.Most[s]
	}
	return w.shares.Today[s]
}

// lag is how many days what leaves by row s on a day is on the way.
func (w *works) lag(s graph.SourceID, day float64) float64 {
	return w.rows[s].TransitDays.Value + w.plan.delay(s, day)
}

// send puts what leaves at step n where it will arrive.
func (w *works) send(n int) {
	day := w.day(n)
	for s := range graph.SourceID(len(w.arriving)) {
		if lag := w.lag(s, day); lag > 0 {
			supplier, _ := w.net.Ends(s)
			leaves := w.levels[supplier]
			if w.finished[supplier] > rounding {
				leaves = 1
			}
			w.arrive(s, n+w.steps(lag), leaves*w.plan.rowLeft(s, day))
		}
	}
}

// arrive adds to what arrives by row s at step n.
func (w *works) arrive(s graph.SourceID, n int, level float64) {
	for len(w.arriving[s]) <= n {
		w.arriving[s] = append(w.arriving[s], 0)
	}
	w.arriving[s][n] += level
}

// useStocks lets step n pass.
func (w *works) useStocks(n int) {
	for i, level := range w.levels {
		w.finished[i] = max(0, w.finished[i]-(1-level)*w.step)
	}
	for k, need := range w.needs {
		use, intake := w.levels[need.Customer], w.rates.intake(w.net, graph.NeedID(k), w.levels)
		if w.short[k] == math.Inf(1) && w.fallsShort(graph.NeedID(k)) {
			w.short[k] = w.day(n)
		}
		most := use
		if w.stock[k] < need.Buffer.Value && (w.stock[k] > rounding || need.Level == graph.Critical || intake > 1-rounding) {
			most += need.Refill.Value
		}
		w.stock[k] = max(0, min(need.Buffer.Value, w.stock[k]+(min(intake, most)-use)*w.step))
	}
}

// fallsShort says whether today's shares of what arrives do not meet need k, or too few
// sources deliver.
func (w *works) fallsShort(k graph.NeedID) bool {
	today := w.rates
	today.Carries, today.Asks = w.shares.Today, make([]int, len(w.needs))
	return today.intake(w.net, k, w.levels) < 1-rounding || w.rates.intake(w.net, k, w.levels) == 0
}

// same says whether levels settle as they did.
func (r Rates) same(other Rates) bool {
	return slices.Equal(r.Left, other.Left) && slices.Equal(r.RowLeft, other.RowLeft) && slices.Equal(r.Late, other.Late) &&
		slices.Equal(r.Carries, other.Carries) && slices.Equal(r.Stocked, other.Stocked)
}
