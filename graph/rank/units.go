package rank

import (
	"cmp"
	"slices"

	"linestop/graph"
)

// Unit is what products' volumes are counted in. Those of different units are never
// added.
type Unit struct {
	Name   string  // as the data have it, "" where they have none
	Volume float64 // of all products, a day
}

// Volume is output per day.
type Volume struct {
	Unit   int // of Ranking.Units
	PerDay float64
}

// units are the volumes of products.
type units struct {
	list   []Unit
	of     []int32   // by node: its unit, -1 where it is no product with a volume; nil if none is
	volume []float64 // by node
}

func newUnits(net *graph.Network) units {
	u := units{}
	at := map[string]int32{}
	for _, p := range net.Products() {
		node := net.Node(p)
		if !(node.Volume.Value > 0) {
			continue
		}
		if u.of == nil {
			u.of, u.volume = slices.Repeat([]int32{-1}, net.NumNodes()), make([]float64, net.NumNodes())
		}
		unit, known := at[node.Unit]
		if !known {
			unit = int32(len(u.list))
			at[node.Unit] = unit
			u.list = append(u.list, Unit{Name: node.Unit})
		}
		u.of[p], u.volume[p] = unit, node.Volume.Value
		u.list[unit].Volume += node.Volume.Value
	}
	return u.byName()
}

// byName numbers the units by their names.
func (u units) byName() units {
	old := slices.Clone(u.list)
	slices.SortFunc(u.list, func(a, b Unit) int { return cmp.Compare(a.Name, b.Name) })
	place := make([]int32, len(old))
	for n, unit := range old {
		place[n] = int32(slices.IndexFunc(u.list, func(v Unit) bool { return v.Name == unit.Name }))
	}
	for i, unit := range u.of {
		if unit >= 0 {
			u.of[i] = place[unit]
		}
	}
	return u
}

// sums adds volumes up.
type sums struct {
	units
	sum  []float64 // by unit
	some []int32   // units of which there is some, by when it was met
	room []Volume  // for lists
}

func newSums(u units) sums { return sums{units: u, sum: make([]float64, len(u.list))} }

// add adds a part of the volume of a node, if it has one. It returns the unit, else -1, and what its
// sum was before.
func (s *sums) add(i graph.NodeID, part float64) (unit int32, before float64) {
	if s.of == nil || s.of[i] < 0 {
		return -1, 0
	}
	unit = s.of[i]
	if before = s.sum[unit]; before == 0 {
		s.some = append(s.some, unit)
	}
	s.sum[unit] += part * s.volume[i]
	return unit, before
}

// back undoes the last add. What is left is what was there, without a trace of rounding.
func (s *sums) back(unit int32, before float64) {
	if unit < 0 {
		return
	}
	if s.sum[unit] = before; before == 0 {
		s.some = s.some[:len(s.some)-1]
	}
}

// clear begins anew.
func (s *sums) clear() {
	for _, unit := range s.some {
		s.sum[unit] = 0
	}
	s.some = s.some[:0]
}

// now lists the sums that are not 0.
func (s *sums) now() []Volume {
	if len(s.some) == 0 {
		return nil // the same whether or not there is room by now
	}
	if cap(s.room)-len(s.room) < len(s.some) {
		s.room = make([]Volume, 0, max(1<<12, len(s.some)))
	}
	first := len(s.room)
	for _, unit := range s.some {
		s.room = append(s.room, Volume{int(unit), s.sum[unit]})
	}
	list := s.room[first:len(s.room):len(s.room)]
	slices.SortFunc(list, func(a, b Volume) int { return cmp.Compare(a.Unit, b.Unit) })
	return list
}

// part is which part of all volume a list is: the greatest of any unit.
func part(list []Volume, of []Unit) (most float64) {
	for _, v := range list {
		most = max(most, v.PerDay/of[v.Unit].Volume)
	}
	return most
}
