package linear

import "linestop/internal/heap"

// elimination substitutes unknowns into the equations that have them, as Gauss does,
// and keeps what it takes to do the same with other known parts.
//
// The next is always one with the least product of neighbours before and behind it,
// a bound of the terms that its elimination adds (Markowitz, Management Science 3,
// 1957): chains and trees dissolve without any.
type elimination struct {
	rows  [][]term  // by unknown: its equation without itself; of those done, as it was then
	pivot []float64 // by unknown: 1 less the coefficient of itself
	users [][]int32 // by unknown: equations that have it, some of them done
	uses  []int32   // by unknown: how many of these are not done
	done  []bool    // by unknown
	steps []step
	into  []term // of all steps: equation and coefficient of the unknown eliminated

	left  int // unknowns not done
	next  heap.Heap[candidate]
	price []int64 // by unknown: the least at which it is in next
	at    []int32 // scratch by unknown: where it is in the row at hand, from 1 on
}

type step struct {
	unknown int32
	end     int32 // of its part of into
}

type candidate struct {
	price   int64
	unknown int32
}

func (a candidate) Before(b candidate) bool {
	return a.price < b.price || a.price == b.price && a.unknown < b.unknown
}

func newElimination(e *Equations) *elimination {
	n := len(e.known)
	m := &elimination{
		rows:  make([][]term, n),
		pivot: make([]float64, n),
		users: make([][]int32, n),
		uses:  make([]int32, n),
		done:  make([]bool, n),
		left:  n,
		price: make([]int64, n),
		at:    make([]int32, n),
	}
	arena := make([]term, 0, len(e.terms))
	for i := range int32(n) {
		m.pivot[i] = 1
		start := len(arena)
		arena = m.gather(arena, i, e.of(i))
		m.rows[i] = arena[start:len(arena):len(arena)]
	}
	places := make([]int32, len(arena))
	for j, n := range m.uses {
		m.users[j], places = places[:0:n], places[n:]
	}
	for i, row := range m.rows {
		for _, t := range row {
			m.users[t.from] = append(m.users[t.from], int32(i))
		}
	}
	for i := range int32(n) {
		m.price[i] = m.priceOf(i)
		m.next.Push(candidate{m.price[i], i})
	}
	return m
}

// gather appends the terms of unknown i, one for each other unknown.
func (m *elimination) gather(arena []term, i int32, terms []term) []term {
	start := len(arena)
	for _, t := range terms {
		switch p := m.at[t.from]; {
		case t.from == i:
			m.pivot[i] -= t.coef
		case p > 0:
			arena[p-1].coef += t.coef
		default:
			arena = append(arena, t)
			m.at[t.from] = int32(len(arena))
			m.uses[t.from]++
		}
	}
	for _, t := range arena[start:] {
		m.at[t.from] = 0
	}
	return arena
}

func (m *elimination) priceOf(i int32) int64 { return int64(len(m.rows[i])) * int64(m.uses[i]) }

// run eliminates all unknowns whose price is at most limit. It stops at one whose
// pivot is not above 0, unless negligible is: then that stands in for it.
func (m *elimination) run(limit int64, negligible float64) (stuck int32, ok bool) {
	for len(m.next) > 0 {
		c := m.next.Pop()
		i := c.unknown
		if m.done[i] || c.price != m.price[i] {
			continue
		}
		if now := m.priceOf(i); now > c.price || now > limit {
			m.price[i] = now
			m.next.Push(candidate{now, i})
			if c.price > limit {
				break
			}
			continue
		}
		m.pivot[i] = max(m.pivot[i], negligible)
		if !(m.pivot[i] > 0) {
			return i, false
		}
		m.eliminate(i)
	}
	return 0, true
}

func (m *elimination) eliminate(j int32) {
	m.done[j] = true
	m.left--
	for _, i := range m.users[j] {
		if !m.done[i] {
			m.substitute(j, i)
			m.reprice(i)
		}
	}
	m.steps = append(m.steps, step{j, int32(len(m.into))})
	for _, t := range m.rows[j] {
		m.uses[t.from]--
		m.reprice(t.from)
	}
}

// substitute replaces unknown j in the equation of i.
func (m *elimination) substitute(j, i int32) {
	row := m.rows[i]
	for n, t := range row {
		m.at[t.from] = int32(n) + 1
	}
	place, last := m.at[j]-1, len(row)-1
	coef := row[place].coef
	row[place] = row[last]
	m.at[row[last].from] = place + 1
	m.at[j] = 0
	row = row[:last]
	m.into = append(m.into, term{i, coef})
	coef /= m.pivot[j]
	for _, t := range m.rows[j] {
		switch p := m.at[t.from]; {
		case t.from == i:
			m.pivot[i] -= coef * t.coef
		case p > 0:
			row[p-1].coef += coef * t.coef
		default:
			row = append(row, term{t.from, coef * t.coef})
			m.at[t.from] = int32(len(row))
			m.users[t.from] = append(m.users[t.from], i)
			m.uses[t.from]++
		}
	}
	for _, t := range row {
		m.at[t.from] = 0
	}
	m.rows[i] = row
}

// reprice sees to it that an unknown which has become cheaper comes sooner.
func (m *elimination) reprice(i int32) {
	if now := m.priceOf(i); now < m.price[i] {
		m.price[i] = now
		m.next.Push(candidate{now, i})
	}
}

// forward carries known parts into the equations that are left.
func (m *elimination) forward(known []float64) {
	into := int32(0)
	for _, s := range m.steps {
		v := known[s.unknown] / m.pivot[s.unknown]
		for ; into < s.end; into++ {
			known[m.into[into].from] += m.into[into].coef * v
		}
	}
}

// backward finds the unknowns that were eliminated, in place of their known parts,
// from those that are left.
func (m *elimination) backward(x []float64) {
	for n := len(m.steps) - 1; n >= 0; n-- {
		j := m.steps[n].unknown
		for _, t := range m.rows[j] {
			x[j] += t.coef * x[t.from]
		}
		x[j] /= m.pivot[j]
	}
}
