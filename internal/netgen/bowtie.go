package netgen

import (
	"iter"
	"math/rand/v2"
)

// The zones of the bow tie, in the order of ranks.
const (
	upstream = iota
	core
	downstream
	zones
)

var (
	zoneEnd = [zones]float64{0.30, 0.59, 1} // parts of all nodes
	rawEnd  = 0.15                          // of the nodes upstream that have no needs

	// mix says, for customers of each zone, from which zone a source comes.
	mix = [zones][zones]float64{
		upstream:   {1, 0, 0},
		core:       {0.3, 0.7, 0},
		downstream: {0.1, 0.6, 0.3},
	}
)

const (
	maxNeeds = 8
	another  = 0.6 // chance that a customer has one need more, up to maxNeeds
)

// economy draws the rows of a bow tie. A node has a rank, which says its zone
// and how often it is chosen there, and a label, which is random and all that
// shows. Only within the core may a supplier rank behind its customer.
type economy struct {
	EconomyConfig
	rng    *rand.Rand
	label  []int32     // by rank
	rank   []int32     // by label
	whole  [zones]span // all ranks of each zone
	raw    int         // first rank with needs
	most   int         // sources of a need
	spread float64     // scale of their number

	need    int32   // counts the needs drawn
	takenBy []int32 // by rank: the last need that it was drawn for
}

func newEconomy(seed uint64, c EconomyConfig) *economy {
	c = c.withDefaults()
	n := c.Nodes
	e := &economy{
		EconomyConfig: c,
		rng:           rand.New(rand.NewPCG(seed, 0)),
		label:         make([]int32, n),
		rank:          make([]int32, n),
		raw:           int(rawEnd * float64(n)),
		takenBy:       make([]int32, n),
		most:          min(max(2, n/20), 5000),
	}
	start := 0
	for z, part := range zoneEnd {
		end := int(part * float64(n))
		e.whole[z] = newSpan(start, end)
		start = end
	}
	e.spread = e.findSpread()
	for i := range e.label {
		e.label[i] = int32(i)
	}
	e.rng.Shuffle(n, func(i, j int) { e.label[i], e.label[j] = e.label[j], e.label[i] })
	for rank, label := range e.label {
		e.rank[label] = int32(rank)
	}
	return e
}

// supply is one need of a customer and the suppliers of its rows, by label.
type supply struct {
	customer, need int
	suppliers      []int32
}

// supplies yields all needs, customer by customer in the order of labels. The
// slice of suppliers is reused.
func (e *economy) supplies() iter.Seq[supply] {
	return func(yield func(supply) bool) {
		var suppliers []int32
		for label, rank := range e.rank {
			if int(rank) < e.raw {
				continue
			}
			c := e.customer(int(rank))
			for need := range e.needs() {
				suppliers = e.draw(suppliers[:0], c, need)
				for n, supplier := range suppliers {
					suppliers[n] = e.label[supplier]
				}
				if !yield(supply{label, need, suppliers}) {
					return
				}
			}
		}
	}
}

// customer is a node with the ranks from which its sources come, by zone.
type customer struct {
	rank, zone int
	from       [zones]span
}

func (e *economy) customer(rank int) customer {
	c := customer{rank: rank, from: e.whole}
	for rank >= c.from[c.zone].end {
		c.zone++
	}
	if c.zone != core {
		c.from[c.zone] = newSpan(e.whole[c.zone].first, rank)
	}
	return c
}

func (e *economy) needs() int {
	n := 1
	for n < maxNeeds && e.rng.Float64() < another {
		n++
	}
	return n
}

// draw appends the suppliers of one need, by rank.
func (e *economy) draw(suppliers []int32, c customer, need int) []int32 {
	want := e.sources()
	take := func(rank int32) {
		suppliers = append(suppliers, rank)
		e.takenBy[rank] = e.need
	}
	e.need++
	if need == 0 {
		take(e.tie(c))
	}
	for len(suppliers) < want {
		rank, ok := e.free(c)
		if !ok {
			break
		}
		take(rank)
	}
	return suppliers
}

// tie is the source that makes the bow tie: a ring through the core, which
// makes it one great cycle, and a row from the core to every node downstream.
func (e *economy) tie(c customer) int32 {
	switch ring := e.whole[core]; {
	case c.zone == core && c.rank == ring.first:
		return int32(ring.end - 1)
	case c.zone == core:
		return int32(c.rank - 1)
	case c.zone == downstream:
		return int32(ring.pick(e.rng))
	}
	return int32(c.from[upstream].pick(e.rng))
}

// free draws a supplier that the need does not have yet. Where the draw keeps
// meeting the same hubs it takes the next free one from any point of the zone
// on, and gives up if there is none.
func (e *economy) free(c customer) (int32, bool) {
	from := c.from[e.zone(c.zone)]
	if from.end == from.first {
		from = c.from[core]
	}
	for range 4 {
		if rank := from.pick(e.rng); e.takenBy[rank] != e.need && rank != c.rank {
			return int32(rank), true
		}
	}
	size := from.end - from.first
	start := e.rng.IntN(size)
	for n := range size {
		if rank := from.first + (start+n)%size; e.takenBy[rank] != e.need && rank != c.rank {
			return int32(rank), true
		}
	}
	return 0, false
}

// zone draws the zone of a source for a customer of the given zone.
func (e *economy) zone(customer int) int {
	x := e.rng.Float64()
	for z, part := range mix[customer] {
		if x -= part; x < 0 {
			return z
		}
	}
	return customer
}
