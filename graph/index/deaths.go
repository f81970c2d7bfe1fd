package index

import (
	"math"

	"linestop/graph"
)

// Beyond stands in Deaths for needs of so many rows or more.
const Beyond = math.MaxUint16

// Deaths are, by need, how many of its counted rows must die until it fails, or Beyond. Computed
// once, O(needs). The caller must not change them.
func (w *World) Deaths() []uint16 {
	w.counting.Do(func() {
		if w.deaths != nil {
			return
		}
		w.deaths = make([]uint16, w.Needs())
		for k := range w.deaths {
			w.deaths[k] = uint16(min(w.Tolerance(graph.NeedID(k))+1, Beyond))
		}
	})
	return w.deaths
}
