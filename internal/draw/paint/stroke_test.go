package paint

import (
	"math"
	"math/rand/v2"
	"reflect"
	"testing"
)

func TestOutline(t *testing.T) {
	tests := []struct {
		name   string
		points []point
		want   [][]point
	}{
		{"point", []point{{1, 1}}, nil},
		{"line", []point{{0, 0}, {10, 0}}, [][]point{{{0, -1}, {10, -1}, {10, 1}, {0, 1}}}},
		{"bend", []point{{0, 0}, {10, 0}, {10, 10}}, [][]point{
			{{0, -1}, {11, -1}, {11, 10}, {9, 10}, {9, 0}, {10, 0}, {10, 1}, {0, 1}},
		}},
		{"there and back", []point{{0, 0}, {10, 0}, {0, 0}}, [][]point{
			{{0, -1}, {10, -1}, {10, 1}, {0, 1}, {0, -1}, {10, -1}, {10, 1}, {0, 1}},
		}},
	}
	for _, tt := range tests {
		if got := outline(tt.points, false, 2); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Ink lies where the pen has been and nowhere else, for any line.
func TestOutlineCoversTheLine(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const width = 4
	for range 2000 {
		points := make([]point, 2+random.IntN(6))
		for i := range points {
			points[i] = point{random.Float64() * 40, random.Float64() * 40}
		}
		closed := len(points) > 2 && random.IntN(2) == 0
		polygons := outline(points, closed, width)
		for range 50 {
			probe := point{random.Float64()*60 - 10, random.Float64()*60 - 10}
			beside, nearest := reaches(points, closed, probe)
			switch w := winding(polygons, probe); {
			case beside < 0.99*width/2 && w == 0:
				t.Fatalf("%v closed %v: no ink at %v, %.2f beside the line", points, closed, probe, beside)
			case nearest > 1.01*miterLimit*width/2 && w != 0:
				t.Fatalf("%v closed %v: ink at %v, %.2f from the line", points, closed, probe, nearest)
			}
		}
	}
}

// reaches returns how far a place is from the line: straight to its side, and from any point of it.
func reaches(points []point, closed bool, at point) (beside, nearest float64) {
	beside, nearest = math.Inf(1), math.Inf(1)
	for i, p := range points {
		nearest = min(nearest, at.sub(p).length())
		if i == len(points)-1 && !closed {
			break
		}
		v := points[(i+1)%len(points)].sub(p)
		if t := at.sub(p).dot(v) / v.dot(v); t > 0 && t < 1 {
			beside = min(beside, math.Abs(at.sub(p).cross(v))/v.length())
		}
	}
	return beside, min(nearest, beside)
}

// winding returns how often the polygons go round a place.
func winding(polygons [][]point, at point) (n int) {
	for _, polygon := range polygons {
		for i, p := range polygon {
			q := polygon[(i+1)%len(polygon)]
			if (p.y <= at.y) == (q.y <= at.y) {
				continue
			}
			if side := q.sub(p).cross(at.sub(p)); p.y <= at.y && side > 0 {
				n++
			} else if p.y > at.y && side < 0 {
				n--
			}
		}
	}
	return n
}

func TestDashes(t *testing.T) {
	tests := []struct {
		name   string
		points []point
		closed bool
		want   [][]point
	}{
		{"shorter than a dash", []point{{0, 0}, {3, 0}}, false, [][]point{{{0, 0}, {3, 0}}}},
		{"ends in a gap", []point{{0, 0}, {6, 0}}, false, [][]point{{{0, 0}, {5, 0}}}},
		{"two", []point{{0, 0}, {10, 0}}, false, [][]point{{{0, 0}, {5, 0}}, {{7, 0}, {10, 0}}}},
		{
			"round a corner",
			[]point{{0, 0}, {3, 0}, {3, 10}},
			false,
			[][]point{{{0, 0}, {3, 0}, {3, 2}}, {{3, 4}, {3, 9}}},
		},
		{"closed", []point{{0, 0}, {4, 0}, {4, 4}}, true, [][]point{
			{{0, 0}, {4, 0}, {4, 1}}, {{4, 3}, {4, 4}, {4 - 4*math.Sqrt2/2, 4 - 4*math.Sqrt2/2}},
		}},
	}
	for _, tt := range tests {
		got := dashes(tt.points, tt.closed, []float64{5, 2})
		if len(got) != len(tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
			continue
		}
		for i := range got {
			for j := range got[i] {
				if len(got[i]) != len(tt.want[i]) || got[i][j].sub(tt.want[i][j]).length() > 1e-9 {
					t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
				}
			}
		}
	}
}
