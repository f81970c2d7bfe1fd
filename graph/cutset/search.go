package cutset

import (
	"cmp"
	"context"
	"errors"
	"math/big"

	"linestop/internal/diagram"
)

// Why a search ended early, beside the end of its context.
var (
	ErrMemory = diagram.ErrFull
	ErrMany   = errors.New("more cut sets than asked for")
)

// DefaultMemory is what the search for the cut sets of one question may take, in bytes.
const DefaultMemory = 1 << 30

const (
	smallMemory = 1 << 24 // bytes of diagrams that are tried first
	wholeMemory = 1 << 21 // the same, where all orders are wanted at once
	wasteful    = 10      // log2 of bytes of diagrams for each set: from there on the next are hunted
	stepwise    = 4       // order up to which nothing is tried but to go order by order
)

// search finds the larger sets of Sets, order by order, in one of three ways. Which is
// best depends on how many sets there are, and how many the gates on the way have.
//
//   - Small diagrams of all gates: at once where they suffice, however many sets they hold.
//   - A hunt for one set after the other: where there are few, however large the network.
//   - Large diagrams, for the rest.
//
// Beyond order 4 the formula is tried as a whole before.
type search struct {
	*Sets
	ctx context.Context

	large, many, tried bool // small diagrams do not suffice; sets are too many to hunt; the whole has been tried
	hunt               *hunt
	found              *big.Int // sets of the orders that are whole
}

// over says whether all is found that was asked for, or can be.
func (x *search) over() bool { return x.Whole || x.Err != nil || x.Order == x.options.Order }

// step tries to find the sets of one more order.
func (x *search) step() {
	x.found = x.total()
	switch order := x.Order + 1; {
	case x.wanted() == 0:
		x.Err = ErrMany
	case order > stepwise && !x.tried:
		x.whole()
	case !x.large:
		x.small(order)
	case !x.many:
		x.list(order)
	case x.options.Order == 0:
		x.diagrams(2*x.Order, x.room())
	default:
		x.diagrams(order, x.room())
	}
}

// wanted is how many more sets are asked for, of which at most mostFound can be hunted.
func (x *search) wanted() int {
	if x.options.Most == 0 {
		return mostFound
	}
	more := new(big.Int).Sub(big.NewInt(int64(x.options.Most)), x.found)
	if more.Sign() < 0 {
		return 0
	}
	if !more.IsInt64() {
		return mostFound
	}
	return int(min(more.Int64(), mostFound))
}

// total is how many sets there are of the orders that are whole.
func (x *search) total() *big.Int {
	sum := new(big.Int)
	for _, n := range x.Counts()[:x.Order] {
		sum.Add(sum, n)
	}
	return sum
}

// tick tells that the search goes on, having found so many sets of the order that it is at.
func (x *search) tick(found int) {
	if x.options.Beyond != nil {
		x.options.Beyond(x.Order, new(big.Int).Add(x.found, big.NewInt(int64(found))))
	}
}

// room is how many bytes may be taken beside what the sets found take, and their hunt.
func (x *search) room() int {
	room := x.options.memory() - x.kept()
	if x.hunt != nil {
		room -= x.hunt.taken()
	}
	return room
}

func (x *search) sets(memory int) *diagram.Sets {
	s := diagram.NewSets(x.ctx, memory)
	s.Tick = func() { x.tick(0) }
	return s
}

// small tries small diagrams. Where they were large for the few sets in them, larger ones are not tried before a hunt.
func (x *search) small(order int) {
	taken := x.diagrams(order, min(smallMemory, x.room()))
	worth := x.total()
	worth.Lsh(worth, wasteful)
	x.large = x.full() || taken > wholeMemory && worth.Cmp(big.NewInt(int64(taken))) < 0
}

// full says whether it was memory that ended the last attempt, and forgives it.
func (x *search) full() bool {
	full := errors.Is(x.Err, diagram.ErrFull)
	if full {
		x.Err = nil
	}
	return full
}

// list hunts for the sets of an order. Those found before it is too much are kept until
// better comes.
func (x *search) list(order int) {
	if x.hunt == nil {
		x.hunt = newHunt(x.ctx, x.formula, 0)
		x.hunt.tick = x.tick
	}
	x.hunt.memory = x.options.memory() - x.kept()
	wanted := x.wanted()
	found, err := x.hunt.run(order, wanted)
	store := x.sets(x.room())
	defer store.Free()
	family := store.Keep(store.Of(found))
	if store.Err() == nil {
		x.add(family)
	}
	switch {
	case err == nil && store.Err() == nil:
		x.Order, x.Whole = order, !x.hunt.larger
	case x.ctx.Err() != nil:
		x.Err = x.ctx.Err()
	case errors.Is(err, ErrMany) && wanted < mostFound:
		x.Err = err
	default:
		x.many, x.hunt = true, nil
	}
}

// diagrams finds all sets of up to an order bottom-up in zero-suppressed diagrams, which are
// kept minimal and to the order at each step (Minato, DAC 1993; Rauzy, Reliability Engineering and
// System Safety 40, 1993). It says how many bytes that took.
func (x *search) diagrams(order, memory int) (taken int) {
	store := x.sets(memory)
	defer store.Free()
	all := x.formula.solve(families{store, order})
	x.keep(store, all, order, !store.Truncated())
	return memory - store.Room()
}

// families are an algebra of sets of up to a size.
type families struct {
	*diagram.Sets
	size int
}

func (f families) AtLeast(k int, list []diagram.ID) diagram.ID {
	return f.Sets.AtLeast(k, list, f.size)
}

// whole finds all sets at once: in very small diagrams, where they suffice as they do now and then for a
// formula whose binary decision diagram is too large; else from that, if it fits into a quarter of the memory.
func (x *search) whole() {
	x.tried = true
	x.diagrams(cmp.Or(x.options.Order, len(x.formula.groups)), min(wholeMemory, x.room()))
	if !x.full() {
		return
	}
	room := x.room()
	functions := diagram.NewFunctions(x.ctx, room/4)
	defer functions.Free()
	functions.Tick = func() { x.tick(0) }
	broken := x.formula.solve(functions)
	if x.Err = functions.Err(); x.Err == nil {
		store := x.sets(room - room/4)
		defer store.Free()
		all := functions.Minimal(store, broken)
		if x.Err = functions.Err(); x.Err == nil {
			x.keep(store, all, x.options.Order, x.options.Order == 0 || store.Largest(all) <= x.options.Order)
		}
	}
	x.full() // there are still other ways
}

// keep makes a family the answer, unless it is void.
func (x *search) keep(store *diagram.Sets, all diagram.ID, order int, whole bool) {
	last := order
	if whole {
		last = max(1, store.Largest(all))
	}
	var sized []diagram.ID
	for size := 2; size <= last; size++ {
		sized = append(sized, store.Sized(all, size))
	}
	var orders []diagram.Family
	for _, id := range sized {
		orders = append(orders, store.Keep(id))
	}
	if x.Err = store.Err(); x.Err != nil {
		return
	}
	x.orders, x.counts = nil, nil
	for _, f := range orders {
		x.add(f)
	}
	x.Order, x.Whole = last, whole
}
