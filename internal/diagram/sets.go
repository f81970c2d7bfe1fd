package diagram

import "context"

// Sets holds families of which no set contains another.
type Sets struct {
	store
	truncated bool
	places    []ID // of the last copy, by ID
}

// NewSets makes a store that takes at most so many bytes (40,000 at least).
func NewSets(ctx context.Context, memory int) *Sets { return &Sets{store: newStore(ctx, memory)} }

// Truncated says whether any operation so far has left out a set for its size.
func (s *Sets) Truncated() bool { return s.truncated }

// operations, the number of which is followed by a size.
const (
	union = iota + 1
	without
	product
	truncate
	sized
	operations
)

func op(kind, size int) uint32 { return uint32(size*operations + kind) }

// node is at, but a variable without sets is left out.
func (s *Sets) node(variable int32, lo, hi ID) ID {
	if hi == None {
		return lo
	}
	return s.at(variable, lo, hi)
}

// Single is the family of one set, of one variable.
func (s *Sets) Single(variable int32) ID { return s.at(variable, None, Unit) }

// split gives what is left of a family without and with a variable that is not
// behind its first.
func (s *Sets) split(a ID, variable int32) (lo, hi ID) {
	if n := s.of(a); n.variable == variable {
		return n.lo, n.hi
	}
	return a, None
}

func (s *Sets) first(a, b ID) int32 { return min(s.of(a).variable, s.of(b).variable) }

// Union is the minimal sets of two families.
func (s *Sets) Union(a, b ID) ID {
	if id, ok := either(a, b); ok || s.void() {
		return id
	}
	if a > b {
		a, b = b, a
	}
	if id, ok := s.known(a, b, union); ok {
		return id
	}
	v := s.first(a, b)
	a0, a1 := s.split(a, v)
	b0, b1 := s.split(b, v)
	lo := s.Union(a0, b0)
	return s.keep(a, b, union, s.node(v, lo, s.Without(s.Union(a1, b1), lo)))
}

// Without is the sets of a that contain no set of b.
func (s *Sets) Without(a, b ID) ID {
	switch {
	case a == None || b == Unit || a == b:
		return None
	case b == None || s.of(b).min > s.of(a).max:
		return a
	case s.void():
		return None
	}
	v := s.of(a).variable
	if s.of(b).variable < v {
		return s.Without(a, s.of(b).lo)
	}
	if id, ok := s.known(a, b, without); ok {
		return id
	}
	a0, a1 := s.split(a, v)
	b0, b1 := s.split(b, v)
	hi := a1
	if b1 != None {
		hi = s.Without(hi, b1)
	}
	return s.keep(a, b, without, s.node(v, s.Without(a0, b0), s.Without(hi, b0)))
}

// Product is the minimal sets of those that hold a set of each family, up to a
// size.
func (s *Sets) Product(a, b ID, size int) ID {
	switch {
	case a == None || b == None:
		return None
	case max(s.of(a).min, s.of(b).min) > int32(size):
		s.truncated = true
		return None
	case a == Unit || a == b:
		return s.Truncate(b, size)
	case b == Unit:
		return s.Truncate(a, size)
	case s.void():
		return None
	}
	if a > b {
		a, b = b, a
	}
	if int(s.of(a).max+s.of(b).max) <= size {
		size = endless // found again whatever is asked
	}
	if id, ok := s.known(a, b, op(product, size)); ok {
		return id
	}
	rest := size - 1
	if size == endless {
		rest = endless
	}
	v := s.first(a, b)
	a0, a1 := s.split(a, v)
	b0, b1 := s.split(b, v)
	lo := s.Product(a0, b0, size)
	hi := s.Union(s.Product(a1, s.Union(b0, b1), rest), s.Product(a0, b1, rest))
	return s.keep(a, b, op(product, size), s.node(v, lo, s.Without(hi, lo)))
}

// Truncate is the sets of up to a size.
func (s *Sets) Truncate(a ID, size int) ID {
	n := s.of(a)
	switch {
	case int(n.max) <= size:
		return a
	case int(n.min) > size:
		s.truncated = true
		return None
	case s.void():
		return None
	}
	if id, ok := s.known(a, None, op(truncate, size)); ok {
		return id
	}
	return s.keep(a, None, op(truncate, size), s.node(n.variable, s.Truncate(n.lo, size), s.Truncate(n.hi, size-1)))
}

// Sized is the sets of exactly a size.
func (s *Sets) Sized(a ID, size int) ID {
	n := s.of(a)
	switch {
	case int(n.max) < size || int(n.min) > size:
		return None
	case n.min == n.max:
		return a
	case s.void():
		return None
	}
	if id, ok := s.known(a, None, op(sized, size)); ok {
		return id
	}
	return s.keep(a, None, op(sized, size), s.node(n.variable, s.Sized(n.lo, size), s.Sized(n.hi, size-1)))
}

// Largest is the size of the largest set of a family, 0 if it has none.
func (s *Sets) Largest(a ID) int { return int(s.of(a).max) }
