package timeline

import "linestop/graph"

// finished is the stock of finished goods of a node that once ran below its full
// rate. It is never rebuilt, since nobody runs above 1.
type finished struct {
	stock, since float64 // days of output left on a day
	rate         float64 // change per day, at most 0
	began        int     // event that began to use it
	version      uint32
	usedUp       bool
	ended        int // event of that
}

// ships says whether node i still has finished stock, so that it delivers level 1.
func (r *run) ships(i graph.NodeID) bool {
	f := r.finished[i]
	return r.days.Stock[i] > 0 && (f == nil || !f.usedUp)
}

// delivers is the level of what leaves node i.
func (r *run) delivers(i graph.NodeID) float64 {
	if r.ships(i) {
		return 1
	}
	return r.sys.Level(i)
}

// draw uses finished stock of node i at the rate that its level now asks for.
func (r *run) draw(i graph.NodeID, cause int) {
	f := r.finished[i]
	if f == nil {
		f = &finished{stock: r.days.Stock[i], since: r.now}
		r.finished[i] = f
	}
	rate := r.sys.Level(i) - 1
	if f.rate == 0 {
		f.began = cause
	}
	f.stock = max(0, f.stock+f.rate*(r.now-f.since))
	f.since, f.rate = r.now, rate
	f.version++
	if rate < 0 {
		r.queue.push(happening{day: r.now + f.stock/-rate, kind: finishedEmpties, id: int32(i), what: f.version})
	}
}
