package harden

import "slices"

// state is a set of candidates that are taken, and what each loss still breaks.
type state struct {
	t     *Task
	trial *trial
	set   []int
	cost  float64
	left  []float64 // by loss: weight of the products that it breaks
}

func (t *Task) newState(set ...int) *state {
	s := &state{t: t, trial: t.newTrial()}
	for _, l := range t.losses {
		s.left = append(s.left, l.weight)
	}
	s.take(set)
	return s
}

// clone is a copy with scratch of its own.
func (s *state) clone() *state {
	c := &state{t: s.t, trial: s.t.newTrial(), set: slices.Clone(s.set), cost: s.cost, left: slices.Clone(s.left)}
	for _, n := range s.set {
		c.trial.take(s.t.Candidates[n])
	}
	return c
}

// take takes candidates and looks again at the losses that this may change.
func (s *state) take(set []int) {
	for _, n := range set {
		if !slices.Contains(s.set, n) {
			s.trial.take(s.t.Candidates[n])
			s.set = append(s.set, n)
			s.cost += s.t.Candidates[n].Cost
		}
	}
	for _, l := range s.t.touched(set) {
		s.left[l] = s.t.broken(s.trial, s.t.losses[l])
	}
}

// missing are the candidates of a set that are not taken yet, and what they cost.
func (s *state) missing(set []int) (rest []int, cost float64) {
	for _, n := range set {
		if !slices.Contains(s.set, n) {
			rest = append(rest, n)
			cost += s.t.Candidates[n].Cost
		}
	}
	return rest, cost
}

// gain is the weight of the pairs of some losses that further candidates would end.
func (s *state) gain(set []int, losses []int32) float64 {
	for _, n := range set {
		s.trial.take(s.t.Candidates[n])
	}
	gain := 0.0
	for _, l := range losses {
		if s.left[l] > 0 {
			gain += s.left[l] - s.t.broken(s.trial, s.t.losses[l])
		}
	}
	for n := len(set) - 1; n >= 0; n-- {
		s.trial.drop(s.t.Candidates[set[n]])
	}
	return gain
}

// hope is at least gain: all that the losses still break.
func (s *state) hope(losses []int32) float64 {
	sum := 0.0
	for _, l := range losses {
		sum += s.left[l]
	}
	return sum
}

// total is the weight of all pairs that are left.
func (s *state) total() float64 {
	sum := 0.0
	for _, left := range s.left {
		sum += left
	}
	return sum
}

func (s *state) saved() float64 { return s.t.Weight - s.total() }

// touched lists the losses of which a set may end pairs, whatever else is taken; rising.
func (t *Task) touched(set []int) []int32 {
	if len(set) == 1 {
		return t.under[t.Candidates[set[0]].Need]
	}
	var list []int32
	for _, n := range set {
		list = append(list, t.under[t.Candidates[n].Need]...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}
