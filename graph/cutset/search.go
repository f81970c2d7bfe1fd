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
	wholeMemory = 1 << 20 // the same, where all orders are wanted at once
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
	x.found = new(big.Int)
	for _, n := range x.Counts()[:x.Order] {
		x.found.Add(x.found, n)
	}
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
		x.diagrams(2*x.Order, x.options.memory())
	default:
		x.diagrams(order, x.options.memory())
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

// tick tells that the search goes on, having found so many sets of the order that it is at.
func (x *search) tick(found int) {
	if x.options.Beyond != nil {
		x.options.Beyond(x.Order, new(big.Int).Add(x.found, big.NewInt(int64(found))))
	}
}

func (x *search) sets(memory int) *diagram.Sets {
	s := diagram.NewSets(x.ctx, memory/diagram.NodeBytes)
	s.Tick = func() { x.tick(0) }
	return s
}

func (x *search) small(order int) {
	x.diagrams(order, min(smallMemory, x.options.memory()))
	x.large = x.full()
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
		x.hunt = newHunt(x.ctx, x.formula, x.options.memory())
		x.hunt.tick = x.tick
	}
	wanted := x.wanted()
	found, err := x.hunt.run(order, wanted)
	store := x.sets(x.options.memory())
	x.orders = append(x.orders, family{store, store.Of(found)})
	switch {
	case store.Err() != nil:
		x.orders, x.many = x.orders[:order-2], true
	case err == nil:
		x.Order, x.Whole = order, !x.hunt.larger
	case x.ctx.Err() != nil:
		x.Err = err
	case errors.Is(err, ErrMany) && wanted < mostFound:
		x.Err = err
	default:
		x.many = true
	}
}

// diagrams finds all sets of up to an order bottom-up in zero-suppressed diagrams, which are
// kept minimal and to the order at each step (Minato, DAC 1993; Rauzy, Reliability Engineering and
// System Safety 40, 1993).
func (x *search) diagrams(order, memory int) {
	store := x.sets(memory)
	all := x.formula.solve(families{store, order})
	x.keep(store, all, order, !store.Truncated())
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
	x.diagrams(cmp.Or(x.options.Order, len(x.formula.groups)), min(wholeMemory, x.options.memory()))
	if !x.full() {
		return
	}
	functions := diagram.NewFunctions(x.ctx, x.options.memory()/diagram.NodeBytes/4)
	functions.Tick = func() { x.tick(0) }
	broken := x.formula.solve(functions)
	if x.Err = functions.Err(); x.Err == nil {
		store := x.sets(x.options.memory() / 4 * 3)
		all := functions.Minimal(store, broken)
		x.keep(store, all, x.options.Order, x.options.Order == 0 || store.Largest(all) <= x.options.Order)
	}
	x.full() // there are still other ways
}

// keep makes a family the answer, unless it is void.
func (x *search) keep(store *diagram.Sets, all diagram.ID, order int, whole bool) {
	last := order
	if whole {
		last = max(1, store.Largest(all))
	}
	var orders []family
	for size := 2; size <= last; size++ {
		orders = append(orders, family{store, store.Sized(all, size)})
	}
	if x.Err = store.Err(); x.Err != nil {
		return
	}
	x.orders, x.Order, x.Whole = orders, last, whole
}
