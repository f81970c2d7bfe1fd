package graph

// suppliers judges the rows of each supplier: those for itself, and those that say twice
// that it supplies somebody. Without a need's name that is harmless in the structure
// reading, but twice the demand in the others.
func (j *judge) suppliers() {
	needs, customers := newRepeats[NeedID](j.NumNeeds()), newRepeats[NodeID](j.NumNodes())
	var bare []SourceID
	var bareCustomers []NodeID
	for i := range Each(j.ctx, NodeID(j.NumNodes())) {
		rows := j.Deliveries(i)
		needOf, customerOf := j.Onward(i)
		bare, bareCustomers = bare[:0], bareCustomers[:0]
		for at, s := range rows {
			if customerOf[at] == i {
				j.warn("self-supply", j.rowPlace(int(s)), "%q supplies itself: once stopped it cannot start again by this row", j.ID(i))
			}
			if !j.named(needOf[at]) {
				bare, bareCustomers = append(bare, s), append(bareCustomers, customerOf[at])
			}
		}
		needs.each(needOf, func(at, before int) {
			j.err("duplicate-row", j.rowPlace(int(rows[at])), "%q already supplies %s%s",
				j.ID(i), j.describe(rows[at]), in(j.rowPlace(int(rows[before]))))
		})
		customers.each(bareCustomers, func(at, before int) {
			j.warn("repeated-row", j.rowPlace(int(bare[at])), "%q already supplies %q%s",
				j.ID(i), j.ID(bareCustomers[at]), in(j.rowPlace(int(bare[before]))))
		})
	}
}

// repeats finds items that are in a list twice. A short list it holds item against item;
// for a long one it looks up each in latest, which is far from the last in memory.
type repeats[T ~int32] struct {
	latest []int32 // by item, where in the list it was last, counted from 1
}

func newRepeats[T ~int32](items int) repeats[T] { return repeats[T]{make([]int32, items)} }

// each tells of each item that is the same as one before where the last such is.
func (r *repeats[T]) each(list []T, tell func(at, before int)) {
	if len(list) <= 16 {
		for at, item := range list {
			for before := at - 1; before >= 0; before-- {
				if list[before] == item {
					tell(at, before)
					break
				}
			}
		}
		return
	}
	for at, item := range list {
		if before := int(r.latest[item]) - 1; before >= 0 {
			tell(at, before)
		}
		r.latest[item] = int32(at) + 1
	}
	for _, item := range list {
		r.latest[item] = 0
	}
}
