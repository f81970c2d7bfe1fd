package timeline

import (
	"math"

	"linestop/graph"
)

// followNeed draws the consequences for need k: what is lost, which rows begin to switch,
// and when the stock will be used up.
func (e *Engine) followNeed(k graph.NeedID) {
	n := e.needs.get(k)
	n.touched = false
	e.advance(k, n)
	if n.switches && e.fallsShort(k) {
		n.switches = false
		e.beginSwitch(k)
	}
	if !e.sys.Critical[k] {
		e.showMet(k, n)
	}
	if e.days.Buffer[k] > simultaneous {
		e.useStock(k, n)
	}
}

// fallsShort says whether today's shares of what arrives do not meet need k, or too few
// sources deliver.
func (e *Engine) fallsShort(k graph.NeedID) bool {
	sum := 0.0
	for _, s := range e.net.SourcesOf(k) {
		sum += e.rates.Share[s] * e.level(s)
	}
	return sum < 1-Negligible || e.sys.Intake(k) == 0
}

func (e *Engine) beginSwitch(k graph.NeedID) {
	cause := e.blame(k, false)
	for _, s := range e.net.SourcesOf(k) {
		if e.takesDays(s) {
			e.queue.push(happening{day: e.now + e.days.Switch[s], kind: rowSwitches, id: int32(s), cause: int32(cause)})
		}
	}
}

// showMet tells what is met of a need that is not critical.
func (e *Engine) showMet(k graph.NeedID, n *need) {
	met := 1.0
	if !e.sys.Stocked[k] {
		met = min(1, e.sys.Intake(k))
	}
	if math.Abs(met-n.met) > Negligible {
		e.logNode(Met, e.net.CustomerOf(k), k, met, e.blame(k, met > n.met))
		n.met = met
	}
}

// useStock sets the rate at which the stock of need k changes from now on. An empty one may
// be rebuilt from what arrives beyond use. But a need that is not critical takes it all
// as long as it lacks any: else it would bind, rebuild, and bind again without end.
func (e *Engine) useStock(k graph.NeedID, n *need) {
	rate := e.use(k, n)
	if !e.sys.Stocked[k] {
		if rate > 0 && (e.sys.Critical[k] || e.sys.Intake(k) > 1-Negligible) {
			e.sys.Stocked[k] = true // no level changes: the need did not bind
		} else {
			rate = 0
		}
	}
	if rate == n.rate {
		return
	}
	if rate < 0 && n.rate >= 0 {
		n.began = e.blame(k, false)
	}
	n.rate = rate
	n.version++
	if rate < 0 {
		e.queue.push(happening{day: e.now + n.stock/-rate, kind: needEmpties, id: int32(k), what: n.version})
	}
}
