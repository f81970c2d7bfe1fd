package timeline

import (
	"math"

	"linestop/graph"
)

// intake is what arrives for need k now, or what arrived before this instant.
func (e *Engine) intake(k graph.NeedID, before bool) float64 {
	if !before {
		return e.sys.Intake(k)
	}
	sum, delivering := 0.0, int32(0)
	for _, s := range e.net.SourcesOf(k) {
		if v := e.broughtBefore(s); v > 0 {
			sum += v
			delivering++
		}
	}
	if delivering < e.sys.Quorum[k] {
		return 0
	}
	return sum
}

// broughtBefore is what a row brought before this instant, as a part of its need.
func (e *Engine) broughtBefore(s graph.SourceID) float64 {
	if v := e.brought.get(s); v != nil {
		return *v
	}
	supplier, _ := e.net.Ends(s)
	if m := e.moves.get(supplier); m != nil {
		return e.carries[s] * e.levelIf(s, m.before)
	}
	return e.brings(s)
}

// blame is the event that changed most what need k gets, for the better or for the worse. If
// there is none, its customer now uses another amount; and if it does not, many changes that
// were too small to tell of have added up, and any event of the instant will do.
func (e *Engine) blame(k graph.NeedID, better bool) int {
	if e.firsts != nil {
		return NoCause // nobody asks
	}
	cause, most := NoCause, 0.0
	if now := e.nowNeeds.get(k); now != nil {
		m := now.of(better)
		cause, most = m.event, math.Abs(m.delta)
	}
	for _, s := range e.net.SourcesOf(k) {
		supplier, _ := e.net.Ends(s)
		m := e.moves.get(supplier)
		if m == nil || e.sys.Held[s] || m.up() != better {
			continue
		}
		if v := e.sys.Carries[s] * math.Abs(m.after-m.before); v > most {
			cause, most = m.event, v
		}
	}
	if m := e.moves.get(e.net.CustomerOf(k)); cause == NoCause && m != nil {
		cause = m.event
	}
	if cause == NoCause {
		cause = e.first
	}
	return cause
}
