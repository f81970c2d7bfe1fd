package level

import (
	"math"

	"linestop/graph"
)

// tolerance is the part of a level below which a fall is taken for rounding.
// Sums are compensated, so that shares which sum to 1 stay far within it.
const tolerance = 1e-15

// below says whether a is less than b by more than rounding explains.
func below(a, b float64) bool { return a < b*(1-tolerance) }

// bound is the level that node i may run at, given those of its suppliers, and the
// need that says so. Where several say the same it is NoNeed, else the first.
func (s *System) bound(i graph.NodeID) (float64, graph.NeedID) {
	level, reason := s.Left[i], NoNeed
	lost, most, worst := 0.0, 0.0, NoNeed
	for k := range s.net.Needs(i) {
		if s.Stocked[k] || !s.binds[k] {
			continue
		}
		met := min(1, s.Intake(k))
		if s.Critical[k] {
			if below(met, level) {
				level, reason = met, k
			}
			continue
		}
		part := s.Weight[k] * (1 - met)
		if lost += part; part > most {
			most, worst = part, k
		}
	}
	if rest := s.rest(i, lost); below(rest, level) {
		return rest, worst
	}
	return level, reason
}

// rest is what losses leave of node i: exactly nothing, or what it has, if they do
// but for rounding, which may be large beside a small difference.
func (s *System) rest(i graph.NodeID, lost float64) float64 {
	switch rest := 1 - lost; {
	case rest < tolerance:
		return 0
	case math.Abs(rest-s.level[i]) < tolerance:
		return s.level[i]
	default:
		return rest
	}
}

// Intake is what arrives for need k, as a part of its normal use; it may be above 1.
// Nothing arrives in use where fewer sources deliver than the quorum asks for.
func (s *System) Intake(k graph.NeedID) float64 {
	rows := s.net.SourcesOf(k)
	if len(rows) == 1 {
		return s.Carries[rows[0]] * s.arrives(rows[0])
	}
	var sum, correction float64 // Neumaier, ZAMM 54, 1974
	delivering := int32(0)
	for _, row := range rows {
		v := s.Carries[row]
		if v != 0 {
			v *= s.arrives(row)
		}
		if v == 0 {
			continue
		}
		delivering++
		next := sum + v
		if sum >= v {
			correction += (sum - next) + v
		} else {
			correction += (v - next) + sum
		}
		sum = next
	}
	if delivering < s.Quorum[k] {
		return 0
	}
	return sum + correction
}

// arrives is the level that comes in by a row.
func (s *System) arrives(row graph.SourceID) float64 {
	if s.Held[row] {
		return s.Arrived[row]
	}
	supplier, _ := s.net.Ends(row)
	return s.Arrived[row] + s.level[supplier]
}
