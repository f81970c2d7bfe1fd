package rank

import (
	"encoding/binary"
	"errors"
	"math"

	"linestop/graph"
)

// writer and reader are how a piece is written and read: numbers as varints, floating-point numbers as
// the 8 bytes that they are, so that nothing is rounded on the way.

type writer struct{ bytes []byte }

func (w *writer) number(v int) { w.bytes = binary.AppendUvarint(w.bytes, uint64(v)) }

func (w *writer) float(v float64) {
	w.bytes = binary.LittleEndian.AppendUint64(w.bytes, math.Float64bits(v))
}

func (w *writer) count(g graph.GroupID, c Count) {
	w.number(int(g))
	w.number(int(c.Nodes))
	w.number(int(c.Products))
}

func (w *writer) volumes(s *sums) {
	list := s.now()
	w.number(len(list))
	for _, v := range list {
		w.number(v.Unit)
		w.float(v.PerDay)
	}
	s.room = s.room[:0] // written, it is of no more use
}

// errForeign is that pieces are not those of the ranking.
var errForeign = errors.New("the pieces are not those of this ranking")

// reader reads what may be anything: it never fails before end, and no number leads out of what it is for.
type reader struct {
	bytes         []byte
	groups, units int // how many there are
	wrong         bool
}

// number is at most so large.
func (r *reader) number(most int) int {
	v, digits := binary.Uvarint(r.bytes)
	if digits <= 0 || v > uint64(most) {
		r.wrong, r.bytes = true, nil
		return 0
	}
	r.bytes = r.bytes[digits:]
	return int(v)
}

func (r *reader) float() float64 {
	if len(r.bytes) < 8 {
		r.wrong, r.bytes = true, nil
		return 0
	}
	v := math.Float64frombits(binary.LittleEndian.Uint64(r.bytes))
	r.bytes = r.bytes[8:]
	return v
}

func (r *reader) count() (graph.GroupID, Count) {
	g := graph.GroupID(r.number(r.groups - 1))
	return g, Count{int32(r.number(math.MaxInt32)), int32(r.number(math.MaxInt32))}
}

func (r *reader) volumes() (list []Volume) {
	for range r.number(r.units) {
		list = append(list, Volume{r.number(r.units - 1), r.float()})
	}
	return list
}

// end is an error if the piece did not end here.
func (r *reader) end() error {
	if r.wrong || len(r.bytes) > 0 {
		return errForeign
	}
	return nil
}
