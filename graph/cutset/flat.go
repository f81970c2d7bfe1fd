package cutset

// flat is a formula in few arrays, both ways. It is walked millions of times.
type flat struct {
	*formula
	variables lists // by gate
	forced    lists // by gate: gates that break it alone
	quorums   lists // by gate
	members   lists // by quorum: gates
	dead      []int32
	home      []int32 // by quorum: the gate that asks it

	breaks  lists // by variable: gates
	alone   lists // by gate: gates that break with it
	counted lists // by gate: quorums that count it, twice if it stands in one twice
}

func newFlat(f *formula) *flat {
	n := len(f.gates)
	x := &flat{formula: f}
	breaks, alone, counted := make([][]int32, len(f.groups)), make([][]int32, n), make([][]int32, n)
	for g := range int32(n) {
		gate := &f.gates[g]
		x.variables.add(gate.variables)
		x.forced.add(gate.gates)
		for _, v := range gate.variables {
			breaks[v] = append(breaks[v], g)
		}
		for _, to := range gate.gates {
			alone[to] = append(alone[to], g)
		}
		var quorums []int32
		for _, q := range gate.quorums {
			id := int32(len(x.home))
			quorums = append(quorums, id)
			x.members.add(q.gates)
			x.dead, x.home = append(x.dead, int32(q.dead)), append(x.home, g)
			for _, to := range q.gates {
				counted[to] = append(counted[to], id)
			}
		}
		x.quorums.add(quorums)
	}
	x.breaks, x.alone, x.counted = flatten(breaks), flatten(alone), flatten(counted)
	return x
}

// lists are lists of numbers, one behind the other.
type lists struct {
	ends  []int32 // by list
	items []int32
}

func (l *lists) add(list []int32) {
	l.items = append(l.items, list...)
	l.ends = append(l.ends, int32(len(l.items)))
}

func (l *lists) of(n int32) []int32 {
	first := int32(0)
	if n > 0 {
		first = l.ends[n-1]
	}
	return l.items[first:l.ends[n]]
}

func flatten(nested [][]int32) (l lists) {
	for _, list := range nested {
		l.add(list)
	}
	return l
}
