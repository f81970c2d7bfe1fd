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

const (
	rounding = 1e-12 // levels that differ by less are the same
	trickle  = 1e-10 // a stock that changes by less a day does not: more than many roundings
)

// stock fills the stock of need k. Needs that are critical and have neither stock nor rows
// that take days to switch need no state.
func (e *Engine) stock(k graph.NeedID) {
	e.sys.Stocked[k] = e.days.Buffer[k] > simultaneous
	e.watched[k] = e.sys.Stocked[k] || !e.sys.Critical[k] || e.canSwitch(k)
}

func (e *Engine) canSwitch(k graph.NeedID) bool {
	return slices.ContainsFunc(e.net.SourcesOf(k), e.takesDays)
}

func (e *Engine) takesDays(s graph.SourceID) bool {
	return e.days.Switch[s] > 0 && e.most[s] > e.rates.Share[s]
}

// touch notes that what need k gets or uses may have changed. The need must be watched.
func (e *Engine) touch(k graph.NeedID) *need {
	n := e.needs.get(k)
	if n == nil {
		n = e.needs.add(k, need{stock: e.days.Buffer[k], since: e.now, began: NoCause, met: 1, switches: e.canSwitch(k)})
	}
	if !n.dirty {
		n.dirty = true
		e.dirty = append(e.dirty, k)
	}
	if !n.touched {
		n.touched = true
		e.touched = append(e.touched, k)
	}
	return n
}

// advance brings the stock of need k up to now.
func (e *Engine) advance(k graph.NeedID, n *need) {
	full := e.days.Buffer[k]
	n.stock += n.rate * (e.now - n.since)
	n.since = e.now
	switch {
	case n.stock < simultaneous:
		n.stock = 0
	case n.stock > full-simultaneous:
		n.stock = full
	}
}

// use is how the stock of need k changes per day: it falls by what is not met by
// what arrives, and rises by no more than the need's refill.
func (e *Engine) use(k graph.NeedID, n *need) float64 {
	level := e.sys.Level(e.net.CustomerOf(k))
	most := level
	if n.stock < e.days.Buffer[k] {
		most += e.days.Refill[k]
	}
	rate := min(e.sys.Intake(k), most) - level
	if math.Abs(rate) < trickle {
		return 0
	}
	return rate
}

// unstock makes need k bind: its stock is used up.
func (e *Engine) unstock(k graph.NeedID) {
	e.sys.Stocked[k] = false
	e.nowOf(k).ranDry = true
	n := e.needs.get(k)
	if n.rate < 0 {
		event := e.logNode(Emptied, e.net.CustomerOf(k), k, e.days.Buffer[k], n.began)
		e.mark(k, mark{event, math.Inf(-1)}, false)
	}
	n.rate = 0
	n.version++
	if e.sys.Binds(k) {
		e.fell = append(e.fell, e.net.CustomerOf(k))
	}
}

// dry ends the stocks that came down to nothing just when they were called upon; it
// says whether there are any.
func (e *Engine) dry() (found bool) {
	for _, k := range e.dirty {
		n := e.needs.get(k)
		n.dirty = false
		if !e.sys.Stocked[k] {
			continue
		}
		e.advance(k, n)
		if n.stock == 0 && e.use(k, n) < 0 {
			e.unstock(k)
			found = true
		}
	}
	e.dirty = e.dirty[:0]
	return found
}
