package esri

// width is how many shocks are followed at once: each row is read once for all of them.
const width = 8

// lanes are numbers, one for each shock that is followed.
type lanes [width]float64

// raise lifts l to v, where that is more, and change to how much more.
func (l *lanes) raise(v, change *lanes) {
	for k := range l {
		if x := min(1, v[k]); x > l[k] { // sums of weights may miss 1
			change[k] = max(change[k], x-l[k])
			l[k] = x
		}
	}
}

// highest is the greatest of the numbers.
func (l *lanes) highest() float64 {
	return max(l[0], l[1], l[2], l[3], l[4], l[5], l[6], l[7])
}

// weigh makes l the sum of what lies at the ends of rows, by their weights.
func (l *lanes) weigh(end []int32, weight []float64, of []lanes) {
	var a, b, c, d, e, f, g, h float64 // in registers
	weight = weight[:len(end)]
	for at, i := range end {
		w, v := weight[at], &of[i]
		a += w * v[0]
		b += w * v[1]
		c += w * v[2]
		d += w * v[3]
		e += w * v[4]
		f += w * v[5]
		g += w * v[6]
		h += w * v[7]
	}
	*l = lanes{a, b, c, d, e, f, g, h}
}

// atLeast lifts l to part of v where that is more. Nobody can foretell where, so that max,
// which takes no branch, is faster than to ask.
func (l *lanes) atLeast(part float64, v *lanes) {
	for k := range l {
		l[k] = max(l[k], part*v[k])
	}
}
