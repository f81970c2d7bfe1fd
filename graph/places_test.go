package graph

import (
	"math"
	"math/rand/v2"
	"testing"
)

type spot struct {
	file, column uint16
	line         uint32
}

// TestPlacesComeBack: of rows read in order, twice, backwards, from several files and from none.
func TestPlacesComeBack(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 2_000 {
		var p places
		var want []spot
		s := spot{line: r.Uint32()}
		for row := range r.IntN(60) {
			switch r.IntN(8) {
			case 0:
				s = spot{uint16(r.IntN(3)), uint16(r.IntN(2) * r.IntN(math.MaxUint16+1)), uint32(r.IntN(2)) * r.Uint32()}
			case 1:
				s.line += r.Uint32N(3)
			case 2:
				s.column += uint16(r.IntN(5))
			default:
				s.line++
			}
			p.add(row, s.file, s.line, s.column)
			want = append(want, s)
		}
		for row, w := range want {
			if file, column, line := p.at(row); (spot{file, column, line}) != w {
				t.Fatalf("row %d of %v is at %v", row, want, spot{file, column, line})
			}
		}
	}
}

func TestRowsOfAFileAreOneRun(t *testing.T) {
	var p places
	for row := range 100 {
		p.add(row, 1, uint32(2+row), 1)
	}
	for row := 100; row < 200; row++ {
		p.add(row, 2, uint32(2+3*row), 1)
	}
	if len(p.runs) != 2 || p.columns.len() != 0 {
		t.Errorf("%d runs and %d columns, want 2 and none", len(p.runs), p.columns.len())
	}
}

// TestNarrowColumns holds columns of each width, with gaps, against a map.
func TestNarrowColumns(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		var c narrow
		want := map[int]uint32{}
		rows := r.IntN(50)
		for row := range rows {
			if r.IntN(3) > 0 {
				want[row] = r.Uint32() >> (r.IntN(4) * 8)
				c.put(row, want[row])
			}
		}
		c.fit()
		for row := range rows + 5 {
			if c.at(row) != want[row] {
				t.Fatalf("row %d is %d, want %d", row, c.at(row), want[row])
			}
		}
		for row, v := range c.given(t.Context()) {
			if v == 0 || v != want[row] {
				t.Fatalf("row %d is given as %d, want %d", row, v, want[row])
			}
			delete(want, row)
		}
		for row, v := range want {
			if v != 0 {
				t.Fatalf("row %d is not given, want %d", row, v)
			}
		}
	}
}
