package paint

import "math"

// point is a place on a canvas; y grows downwards.
type point struct{ x, y float64 }

func (p point) add(q point) point         { return point{p.x + q.x, p.y + q.y} }
func (p point) sub(q point) point         { return point{p.x - q.x, p.y - q.y} }
func (p point) mul(f float64) point       { return point{p.x * f, p.y * f} }
func (p point) dot(q point) float64       { return p.x*q.x + p.y*q.y }
func (p point) cross(q point) float64     { return p.x*q.y - p.y*q.x }
func (p point) length() float64           { return math.Hypot(p.x, p.y) }
func between(p, q point, f float64) point { return p.add(q.sub(p).mul(f)) }

// path is a start and then cubic Bézier curves of three points each; a straight
// line is the curve whose inner points are its ends.
type path struct {
	start  point
	curves [][3]point
	closed bool
}

func (p *path) end() point {
	if n := len(p.curves); n > 0 {
		return p.curves[n-1][2]
	}
	return p.start
}

func (p *path) line(to point) { p.curves = append(p.curves, [3]point{p.end(), to, to}) }

func straight(c [3]point, from point) bool { return c[0] == from && c[1] == c[2] }

func polyline(points []point, closed bool) path {
	if len(points) == 0 {
		return path{}
	}
	p := path{start: points[0], closed: closed}
	for _, q := range points[1:] {
		p.line(q)
	}
	return p
}

// bezier reads a start and three points for each curve; a rest of fewer is dropped.
func bezier(points []point, closed bool) path {
	if len(points) == 0 {
		return path{}
	}
	p := path{start: points[0], closed: closed}
	for i := 1; i+2 < len(points); i += 3 {
		p.curves = append(p.curves, [3]point(points[i:i+3]))
	}
	return p
}

// quarter is how far the inner points of a curve lie out to make it a quarter of a circle.
const quarter = 0.5522847498

func ellipse(c point, rx, ry float64) path {
	at := func(x, y float64) point { return point{c.x + x*rx, c.y + y*ry} }
	const k = quarter
	return path{start: at(1, 0), closed: true, curves: [][3]point{
		{at(1, k), at(k, 1), at(0, 1)},
		{at(-k, 1), at(-1, k), at(-1, 0)},
		{at(-1, -k), at(-k, -1), at(0, -1)},
		{at(k, -1), at(1, -k), at(1, 0)},
	}}
}

// flatten returns the path as corners of a line that strays at most a tenth of
// a unit from it. Neighbours differ; a closed path does not repeat its start.
func (p *path) flatten() []point {
	out := []point{p.start}
	push := func(q point) {
		if q.sub(out[len(out)-1]).length() > 1e-6 {
			out = append(out, q)
		}
	}
	from := p.start
	for _, c := range p.curves {
		for i, n := 1, pieces(from, c); i <= n; i++ {
			push(on(from, c, float64(i)/float64(n)))
		}
		from = c[2]
	}
	if p.closed && len(out) > 1 && out[len(out)-1].sub(out[0]).length() <= 1e-6 {
		out = out[:len(out)-1]
	}
	return out
}

// pieces returns into how many lines a curve must be cut: the error of n pieces
// is at most 3/4 of the larger second difference of its points, over n squared.
func pieces(from point, c [3]point) int {
	if straight(c, from) {
		return 1
	}
	bend := max(
		c[1].sub(c[0]).sub(c[0].sub(from)).length(),
		c[2].sub(c[1]).sub(c[1].sub(c[0])).length(),
	)
	return min(1+int(math.Sqrt(7.5*bend)), 1000)
}

// on returns the point of a curve at t in 0..1.
func on(from point, c [3]point, t float64) point {
	a, b, d := between(from, c[0], t), between(c[0], c[1], t), between(c[1], c[2], t)
	return between(between(a, b, t), between(b, d, t), t)
}
