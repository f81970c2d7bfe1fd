package cutset

// losses are what a formula breaks while variables are lost one after another,
// and taken back, latest first.
type losses struct {
	*flat
	broken []bool  // by gate
	spare  []int32 // by quorum: how many more must break
	trail  []int32 // broken gates, in the order in which that was found
	counts []int32 // quorums that have counted one more, likewise
}

func newLosses(f *formula) *losses {
	l := &losses{flat: newFlat(f), broken: make([]bool, len(f.gates))}
	l.spare = append(l.spare, l.dead...)
	return l
}

// top says whether the product is broken.
func (l *losses) top() bool { return l.broken[l.formula.top] }

// moment is a state to go back to.
type moment struct{ trail, counts int }

func (l *losses) now() moment { return moment{len(l.trail), len(l.counts)} }

// lose breaks what asks a variable, and what breaks with that, until the product does.
func (l *losses) lose(variable int32) {
	next := len(l.trail)
	for _, g := range l.breaks.of(variable) {
		l.fail(g)
	}
	for ; next < len(l.trail) && !l.top(); next++ {
		for _, g := range l.alone.of(l.trail[next]) {
			l.fail(g)
		}
		for _, q := range l.counted.of(l.trail[next]) {
			if l.broken[l.home[q]] {
				continue
			}
			l.counts = append(l.counts, q)
			if l.spare[q]--; l.spare[q] == 0 {
				l.fail(l.home[q])
			}
		}
	}
}

func (l *losses) fail(gate int32) {
	if !l.broken[gate] {
		l.broken[gate] = true
		l.trail = append(l.trail, gate)
	}
}

// back undoes all that came after a moment.
func (l *losses) back(m moment) {
	for _, g := range l.trail[m.trail:] {
		l.broken[g] = false
	}
	for _, q := range l.counts[m.counts:] {
		l.spare[q]++
	}
	l.trail, l.counts = l.trail[:m.trail], l.counts[:m.counts]
}
