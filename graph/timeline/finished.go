package timeline

import "linestop/graph"

// finished is the stock of finished goods of a node that once ran below its full
// rate. It is never made good, since nobody runs above 1.
type finished struct {
	stock, since float64 // days of output left on a day
	rate         float64 // change per day, at most 0
	began, ended int     // events that began to use it and that used it up; NoCause before
	version      uint32
}

// hasFinished says whether node i has finished stock, so that it delivers level 1.
func (e *Engine) hasFinished(i graph.NodeID) bool {
	if e.days.Stock[i] == 0 {
		return false
	}
	f := e.finished[i]
	return f == nil || f.ended == NoCause
}

// delivers is the level of what leaves node i.
func (e *Engine) delivers(i graph.NodeID) float64 {
	if e.hasFinished(i) {
		return 1
	}
	return e.sys.Level(i)
}

// draw uses finished stock of node i at the rate that its level now asks for.
func (e *Engine) draw(i graph.NodeID, cause int) {
	f := e.finished[i]
	if f == nil {
		f = &finished{stock: e.days.Stock[i], since: e.now, ended: NoCause}
		e.finished[i] = f
	}
	if f.rate == 0 {
		f.began = cause
	}
	f.stock = max(0, f.stock+f.rate*(e.now-f.since))
	f.since, f.rate = e.now, e.sys.Level(i)-1
	f.version++
	if f.rate < 0 {
		e.queue.push(happening{day: e.now + f.stock/-f.rate, kind: finishedEmpties, id: int32(i), what: f.version})
	}
}
