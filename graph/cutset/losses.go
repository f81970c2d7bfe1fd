package cutset

// losses are what a formula breaks while variables are lost one after another,
// and taken back, latest first.
type losses struct {
	*formula
	breaks [][]int32 // by variable: gates that ask it
	asked  [][]use   // by gate: where it is asked
	spare  [][]int   // by gate and quorum: how many more must break
	broken []bool    // by gate
	trail  []int32   // broken gates, in the order in which that was found
	counts []use     // quorums that have counted one more, likewise
}

// use is a quorum of a gate, or alone: the gate breaks with what it asks.
type use struct{ gate, quorum int32 }

const alone int32 = -1

func newLosses(f *formula) *losses {
	l := &losses{
		formula: f, breaks: make([][]int32, len(f.groups)), asked: make([][]use, len(f.gates)),
		spare: make([][]int, len(f.gates)), broken: make([]bool, len(f.gates)),
	}
	for g := range int32(len(f.gates)) {
		gate := &f.gates[g]
		for _, v := range gate.variables {
			l.breaks[v] = append(l.breaks[v], g)
		}
		for _, to := range gate.gates {
			l.asked[to] = append(l.asked[to], use{g, alone})
		}
		for n, q := range gate.quorums {
			l.spare[g] = append(l.spare[g], q.dead)
			for _, to := range q.gates {
				l.asked[to] = append(l.asked[to], use{g, int32(n)})
			}
		}
	}
	return l
}

// top says whether the product is broken.
func (l *losses) top() bool { return l.broken[l.formula.top] }

// moment is a state to go back to.
type moment struct{ trail, counts int }

func (l *losses) now() moment { return moment{len(l.trail), len(l.counts)} }

// lose breaks what asks a variable, and what breaks with that.
func (l *losses) lose(variable int32) {
	next := len(l.trail)
	for _, g := range l.breaks[variable] {
		l.fail(g)
	}
	for ; next < len(l.trail); next++ {
		for _, u := range l.asked[l.trail[next]] {
			switch {
			case l.broken[u.gate]:
			case u.quorum == alone:
				l.fail(u.gate)
			default:
				l.counts = append(l.counts, u)
				if l.spare[u.gate][u.quorum]--; l.spare[u.gate][u.quorum] == 0 {
					l.fail(u.gate)
				}
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
	for _, u := range l.counts[m.counts:] {
		l.spare[u.gate][u.quorum]++
	}
	l.trail, l.counts = l.trail[:m.trail], l.counts[:m.counts]
}
