package timeline

import (
	"math"
	"slices"

	"linestop/graph"
)

// need is the state of a need that something has touched.
type need struct {
	stock, since float64 // days of normal use in stock on a day
	rate         float64 // change of the stock per day
	began        int     // event that began to use the stock
	version      uint32
	met          float64 // part met by the events so far, of a need that is not critical
	switches     bool    // has not fallen short yet, and has rows that would then begin to switch
	dirty        bool    // touched since the levels last settled
	touched      bool    // at this instant
}

type needs struct {
	watched []bool  // by need: has a state, or will have one when touched
	state   []*need // by need
}

const (
	rounding = 1e-12 // levels that differ by less are the same
	trickle  = 1e-10 // a stock that changes by less a day does not: more than many roundings
)

// openNeeds fills the stocks. Needs that are critical and have neither stock nor rows that take days
// to switch have no state of their own.
func (r *run) openNeeds() {
	r.needs = needs{watched: make([]bool, r.net.NumNeeds()), state: make([]*need, r.net.NumNeeds())}
	for k := range graph.NeedID(r.net.NumNeeds()) {
		r.sys.Stocked[k] = r.days.Buffer[k] > simultaneous
		r.needs.watched[k] = r.sys.Stocked[k] || !r.sys.Critical[k] || r.canSwitch(k)
	}
}

func (r *run) canSwitch(k graph.NeedID) bool {
	return slices.ContainsFunc(r.net.SourcesOf(k), r.takesDays)
}

func (r *run) takesDays(s graph.SourceID) bool {
	return r.days.Switch[s] > 0 && r.most[s] > r.ix.Rates().Share[s]
}

// touch notes that what need k gets or uses may have changed. The need must be watched.
func (r *run) touch(k graph.NeedID) *need {
	n := r.needs.state[k]
	if n == nil {
		n = &need{stock: r.days.Buffer[k], since: r.now, began: NoCause, met: 1, switches: r.canSwitch(k)}
		r.needs.state[k] = n
	}
	if !n.dirty {
		n.dirty = true
		r.instant.dirty = append(r.instant.dirty, k)
	}
	if !n.touched {
		n.touched = true
		r.instant.touched = append(r.instant.touched, k)
	}
	return n
}

// advance brings the stock of a need up to now.
func (r *run) advance(k graph.NeedID, n *need) {
	full := r.days.Buffer[k]
	n.stock += n.rate * (r.now - n.since)
	n.since = r.now
	switch {
	case n.stock < simultaneous:
		n.stock = 0
	case n.stock > full-simultaneous:
		n.stock = full
	}
}

// use is how the stock of need k changes per day: it falls by what is not met by
// what arrives, and rises by no more than the need's refill.
func (r *run) use(k graph.NeedID, n *need) float64 {
	level := r.sys.Level(r.net.CustomerOf(k))
	most := level
	if n.stock < r.days.Buffer[k] {
		most += r.days.Refill[k]
	}
	rate := min(r.sys.Intake(k), most) - level
	if math.Abs(rate) < trickle {
		return 0
	}
	return rate
}

// unstock makes need k bind: its stock is used up.
func (r *run) unstock(k graph.NeedID) {
	n := r.needs.state[k]
	r.sys.Stocked[k] = false
	r.instant.unstocked[k] = true
	if n.rate < 0 {
		e := r.log(Event{Kind: Emptied, Node: r.net.CustomerOf(k), Need: k, Row: NoRow, Cut: NoCut, Value: r.days.Buffer[k], Cause: n.began})
		r.instant.mark(k, mark{e, math.Inf(-1)}, false)
	}
	n.rate = 0
	n.version++
	if r.sys.Binds(k) {
		r.instant.fell = append(r.instant.fell, r.net.CustomerOf(k))
	}
}

// dry ends the stocks that came down to nothing just when they were called upon; it
// says whether there are any.
func (r *run) dry() bool {
	any := false
	for _, k := range r.instant.dirty {
		n := r.needs.state[k]
		n.dirty = false
		if !r.sys.Stocked[k] {
			continue
		}
		r.advance(k, n)
		if n.stock == 0 && r.use(k, n) < 0 {
			r.unstock(k)
			any = true
		}
	}
	r.instant.dirty = r.instant.dirty[:0]
	return any
}

// followNeed draws the consequences for need k: what is lost, which rows begin to switch,
// and when the stock will be used up.
func (r *run) followNeed(k graph.NeedID) {
	n := r.needs.state[k]
	n.touched = false
	r.advance(k, n)
	if n.switches && r.fallsShort(k) {
		n.switches = false
		r.beginSwitch(k)
	}
	if !r.sys.Critical[k] {
		r.showMet(k, n)
	}
	if r.days.Buffer[k] > simultaneous {
		r.useStock(k, n)
	}
}

// fallsShort says whether today's shares of what arrives do not meet need k, or too few
// sources deliver.
func (r *run) fallsShort(k graph.NeedID) bool {
	sum := 0.0
	for _, s := range r.net.SourcesOf(k) {
		sum += r.ix.Rates().Share[s] * r.level(s)
	}
	return sum < 1-Negligible || r.sys.Intake(k) == 0
}

func (r *run) beginSwitch(k graph.NeedID) {
	cause := r.blame(k, false)
	for _, s := range r.net.SourcesOf(k) {
		if r.takesDays(s) {
			r.queue.push(happening{day: r.now + r.days.Switch[s], kind: rowSwitches, id: int32(s), cause: int32(cause)})
		}
	}
}

// showMet tells what is met of a need that is not critical.
func (r *run) showMet(k graph.NeedID, n *need) {
	met := 1.0
	if !r.sys.Stocked[k] {
		met = min(1, r.sys.Intake(k))
	}
	if math.Abs(met-n.met) > Negligible {
		cause := r.blame(k, met > n.met)
		r.log(Event{Kind: Met, Node: r.net.CustomerOf(k), Need: k, Row: NoRow, Cut: NoCut, Value: met, Cause: cause})
		n.met = met
	}
}

// useStock sets the rate at which the stock of need k changes from now on. An empty one may
// be rebuilt from what arrives beyond use. But a need that is not critical takes it all,
// as long as it lacks any: else it would bind, rebuild, and bind again without end.
func (r *run) useStock(k graph.NeedID, n *need) {
	rate := r.use(k, n)
	if !r.sys.Stocked[k] {
		if rate > 0 && (r.sys.Critical[k] || r.sys.Intake(k) > 1-Negligible) {
			r.sys.Stocked[k] = true // no level changes: the need did not bind
		} else {
			rate = 0
		}
	}
	if rate == n.rate {
		return
	}
	if rate < 0 && n.rate >= 0 {
		n.began = r.blame(k, false)
	}
	n.rate = rate
	n.version++
	if rate < 0 {
		r.queue.push(happening{day: r.now + n.stock/-rate, kind: needEmpties, id: int32(k), what: n.version})
	}
}
