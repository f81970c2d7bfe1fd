package diagram

import "context"

// Functions holds Boolean functions that are never falser for a variable more.
type Functions struct {
	store
	chances []float64 // room for Probability
}

// NewFunctions makes a store that takes at most so many bytes (40,000 at least).
func NewFunctions(ctx context.Context, memory int) *Functions {
	return &Functions{store: newStore(ctx, memory)}
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
	v := min(f.of(a).variable, f.of(b).variable)
	a0, a1 := f.split(a, v)
	b0, b1 := f.split(b, v)
	if op == or {
		return f.keep(a, b, op, f.node(v, f.Union(a0, b0), f.Union(a1, b1)))
	}
	return f.keep(a, b, op, f.node(v, f.Both(a0, b0), f.Both(a1, b1)))
}

func (f *Functions) split(a ID, variable int32) (lo, hi ID) {
	if n := f.of(a); n.variable == variable {
		return n.lo, n.hi
	}
	return a, a
}

// AtLeast is true where at least k of the functions are.
func (f *Functions) AtLeast(k int, list []ID) ID { return atLeast(k, list, f.Union, f.Both) }

// Covered is true where all variables of some set of a family are.
func (f *Functions) Covered(family Family) ID {
	known := f.scratch(len(family.nodes) + 2)
	if f.err != nil {
		return None
	}
	defer f.drop(known)
	return f.covered(family, family.root, known)
}

func (f *Functions) covered(family Family, a ID, known []ID) ID {
	if a <= Unit {
		return a
	}
	if known[a] == None && !f.void() {
		n := family.nodes[a]
		lo := f.covered(family, n.lo, known)
		known[a] = f.node(n.variable, lo, f.Union(lo, f.covered(family, n.hi, known)))
	}
	return known[a]
}

// Rests is true where all other variables are of some set that holds this one.
func (f *Functions) Rests(family Family, variable int32) ID {
	below, known := f.scratch(len(family.nodes)+2), f.scratch(len(family.nodes)+2)
	if f.err != nil {
		return None
	}
	defer f.drop(below, known)
	var walk func(a ID) ID
	walk = func(a ID) ID {
		if a <= Unit || f.void() {
			return None
		}
		switch n := family.nodes[a]; {
		case n.variable > variable:
			return None
		case n.variable == variable:
			return f.covered(family, n.hi, below)
		case known[a] == None:
			lo := walk(n.lo)
			known[a] = 1 + f.node(n.variable, lo, f.Union(lo, walk(n.hi))) // which may be None
		}
		return known[a] - 1
	}
	return walk(family.root)
}

// scratch takes room for an ID for each of some nodes; drop gives it back.
func (f *Functions) scratch(nodes int) []ID {
	if !f.take(nodes * idBytes) {
		return nil
	}
	return make([]ID, nodes)
}

func (f *Functions) drop(scratch ...[]ID) {
	for _, ids := range scratch {
		f.room += len(ids) * idBytes
	}
}

// Minimal is the family of the smallest sets of variables for which a function is true
// (Rauzy, Reliability Engineering and System Safety 40, 1993).
func (f *Functions) Minimal(s *Sets, a ID) ID {
	known := f.scratch(int(a) + 2)
	if f.err != nil {
		return None
	}
	defer f.drop(known)
	known[Unit] = Unit
	var walk func(a ID) ID
	walk = func(a ID) ID {
		if a > Unit && known[a] == None && !s.void() {
			n := f.of(a)
			lo := walk(n.lo)
			known[a] = s.node(n.variable, lo, s.Without(walk(n.hi), lo))
		}
		return known[a]
	}
	return walk(a)
}

// Probability is that of a function's being true if each variable is by itself
// with the probability given. O(nodes of the store).
func (f *Functions) Probability(a ID, p func(variable int32) float64) float64 {
	if grown := int(a) + 2 - len(f.chances); grown > 0 {
		if !f.take(grown * 8) {
			return 0
		}
		f.chances = make([]float64, a+2)
	}
	chance := f.chances
	chance[Unit] = 1
	for id := Unit + 1; id <= a; id++ { // what a node asks was made before it
		n := f.of(id)
		p := p(n.variable)
		chance[id] = p*chance[n.hi] + (1-p)*chance[n.lo]
	}
	return chance[a]
}
