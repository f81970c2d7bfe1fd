package diagram

import "context"

// Functions holds Boolean functions that are never falser for a variable more.
type Functions struct{ store }

// NewFunctions makes a store of at most so many nodes: see NodeBytes.
func NewFunctions(ctx context.Context, limit int) *Functions {
	return &Functions{newStore(ctx, limit)}
}

const (
	or = iota + 1
	and
)

// node is at, but a variable that decides nothing is left out.
func (f *Functions) node(variable int32, lo, hi ID) ID {
	if lo == hi {
		return lo
	}
	return f.at(variable, lo, hi)
}

// Single is a variable itself.
func (f *Functions) Single(variable int32) ID { return f.at(variable, None, Unit) }

// Union is true where either function is.
func (f *Functions) Union(a, b ID) ID {
	if id, ok := either(a, b); ok {
		return id
	}
	return f.apply(or, a, b)
}

// Both is true where both functions are.
func (f *Functions) Both(a, b ID) ID {
	switch {
	case a == Unit || a == b:
		return b
	case b == Unit:
		return a
	case a == None || b == None:
		return None
	}
	return f.apply(and, a, b)
}

func (f *Functions) apply(op uint32, a, b ID) ID {
	if f.void() {
		return None
	}
	if a > b {
		a, b = b, a
	}
	if id, ok := f.known(a, b, op); ok {
		return id
	}
	v := min(f.nodes[a].variable, f.nodes[b].variable)
	a0, a1 := f.split(a, v)
	b0, b1 := f.split(b, v)
	if op == or {
		return f.keep(a, b, op, f.node(v, f.Union(a0, b0), f.Union(a1, b1)))
	}
	return f.keep(a, b, op, f.node(v, f.Both(a0, b0), f.Both(a1, b1)))
}

func (f *Functions) split(a ID, variable int32) (lo, hi ID) {
	if n := &f.nodes[a]; n.variable == variable {
		return n.lo, n.hi
	}
	return a, a
}

// AtLeast is true where at least k of the functions are.
func (f *Functions) AtLeast(k int, list []ID) ID { return atLeast(k, list, f.Union, f.Both) }

// Covered is true where all variables of some set of a family are.
func (f *Functions) Covered(s *Sets, family ID) ID {
	return f.translate(s, family, func(node) (ID, bool) { return None, false })
}

// Rests is true where all other variables are of some set that holds this one.
func (f *Functions) Rests(s *Sets, family ID, variable int32) ID {
	return f.translate(s, family, func(n node) (ID, bool) {
		if n.variable == variable {
			return f.Covered(s, n.hi), true
		}
		return None, n.variable > variable
	})
}

// translate makes a function of a family; instead says where it is another.
func (f *Functions) translate(s *Sets, family ID, instead func(node) (ID, bool)) ID {
	known := map[ID]ID{}
	var walk func(a ID) ID
	walk = func(a ID) ID {
		if id, ok := instead(s.nodes[a]); ok {
			return id
		}
		if a <= Unit {
			return a
		}
		if id, ok := known[a]; ok || f.void() {
			return id
		}
		n := s.nodes[a]
		lo := walk(n.lo)
		id := f.node(n.variable, lo, f.Union(lo, walk(n.hi)))
		known[a] = id
		return id
	}
	return walk(family)
}

// Minimal is the family of the smallest sets of variables for which a function is true
// (Rauzy, Reliability Engineering and System Safety 40, 1993).
func (f *Functions) Minimal(s *Sets, a ID) ID {
	known := map[ID]ID{None: None, Unit: Unit}
	var walk func(a ID) ID
	walk = func(a ID) ID {
		if id, ok := known[a]; ok || s.void() {
			return id
		}
		n := f.nodes[a]
		lo := walk(n.lo)
		id := s.node(n.variable, lo, s.Without(walk(n.hi), lo))
		known[a] = id
		return id
	}
	return walk(a)
}

// Probability is that of a function's being true if each variable is by itself
// with the probability given. O(nodes of the store).
func (f *Functions) Probability(a ID, p func(variable int32) float64) float64 {
	chance := make([]float64, a+2)
	chance[Unit] = 1
	for id := Unit + 1; id <= a; id++ { // what a node asks was made before it
		n := &f.nodes[id]
		p := p(n.variable)
		chance[id] = p*chance[n.hi] + (1-p)*chance[n.lo]
	}
	return chance[a]
}
