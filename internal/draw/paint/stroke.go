package paint

// miterLimit is the longest a sharp corner may be, in line widths; sharper ones are cut off.
const miterLimit = 4

// outline returns the closed polygons that a pen of the given width covers on
// its way along the points. All of them turn the same way where they overlap,
// so that a fill by winding number sees one shape.
func outline(points []point, closed bool, width float64) [][]point {
	if len(points) < 2 {
		return nil
	}
	if !closed {
		there := side(points, false, width/2)
		back := side(reversed(points), false, width/2)
		return [][]point{append(there, back...)}
	}
	return [][]point{side(points, true, width/2), side(reversed(points), true, width/2)}
}

// side returns the line at distance d to the left of the points.
func side(points []point, closed bool, d float64) []point {
	n := len(points)
	var out []point
	for i, p := range points {
		before, after := i > 0 || closed, i < n-1 || closed
		var in, on point // offsets of the lines that arrive and leave
		if before {
			in = normal(points[(i+n-1)%n], p, d)
		}
		if after {
			on = normal(p, points[(i+1)%n], d)
		}
		switch {
		case !before:
			out = append(out, p.add(on))
		case !after:
			out = append(out, p.add(in))
		default:
			out = corner(out, p, in, on, d)
		}
	}
	return out
}

// corner joins two offset lines at p.
func corner(out []point, p, in, on point, d float64) []point {
	cos := in.dot(on) / (d * d)
	if in.cross(on) < 0 && cos < 0.9 { // the inside of a clear bend: go through p to keep the winding
		return append(out, p.add(in), p, p.add(on))
	}
	// The tip of a mitre lies sqrt(2/(1+cos)) half widths from p.
	if 2 > miterLimit*miterLimit*(1+cos) {
		return append(out, p.add(in), p.add(on))
	}
	return append(out, p.add(in.add(on).mul(1/(1+cos))))
}

// normal returns the vector of length d to the left of the way from p to q, as seen with y downwards.
func normal(p, q point, d float64) point {
	v := q.sub(p)
	if v == (point{}) {
		return v
	}
	return point{v.y, -v.x}.mul(d / v.length())
}

func reversed(points []point) []point {
	out := make([]point, len(points))
	for i, p := range points {
		out[len(out)-1-i] = p
	}
	return out
}

// dashes cuts a line into the pieces that a pen with the given lengths of ink
// and gap, in turns, leaves on paper.
func dashes(points []point, closed bool, pattern []float64) [][]point {
	if closed {
		points = append(points[:len(points):len(points)], points[0])
	}
	var out [][]point
	ink, left := 0, pattern[0]
	piece := []point{points[0]}
	for i := 1; i < len(points); i++ {
		from, to := points[i-1], points[i]
		for rest := to.sub(from).length(); rest > left; rest = to.sub(from).length() {
			from = between(from, to, left/rest)
			if ink%2 == 0 {
				out = append(out, append(piece, from))
			}
			ink++
			left = pattern[ink%len(pattern)]
			piece = []point{from}
		}
		left -= to.sub(from).length()
		piece = append(piece, to)
	}
	if ink%2 == 0 {
		out = append(out, piece)
	}
	return out
}

// dashable reports whether a line is to be dashed, and not so long that the
// dashes would be past counting.
func dashable(points []point, pattern []float64) bool {
	if len(pattern) == 0 || len(points) < 2 {
		return false
	}
	period, length := 0.0, 0.0
	for _, f := range pattern {
		period += f
	}
	for i := range points[1:] {
		length += points[i+1].sub(points[i]).length()
	}
	return period > 0 && length/period < 100_000
}
