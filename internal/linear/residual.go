package linear

import "math"

// number is an unevaluated sum of two floating-point numbers: some 32 digits.
type number struct{ high, low float64 }

// plus is exact but for the rounding of the low part (Knuth, The Art of Computer
// Programming 2, 4.2.2, theorem B).
func (a number) plus(b float64) number {
	sum := a.high + b
	part := sum - a.high
	return number{sum, a.low + ((a.high - (sum - part)) + (b - part))}
}

// plusProduct adds x times y.
func (a number) plusProduct(x, y float64) number {
	product := x * y
	a = a.plus(product)
	a.low += math.FMA(x, y, -product)
	return a
}

// normal moves into the high part what fits there.
func (a number) normal() number {
	sum := a.high + a.low
	return number{sum, a.low - (sum - a.high)}
}

func (a number) value() float64 { return a.high + a.low }

// residual is known + A x - x at unknown i, although it may be far smaller than
// its parts.
func (e *Equations) residual(i int32, x []number) float64 {
	sum := number{high: e.known[i]}.plus(-x[i].high).plus(-x[i].low)
	for _, t := range e.of(i) {
		sum = sum.plusProduct(t.coef, x[t.from].high)
		sum.low += t.coef * x[t.from].low
	}
	return sum.value()
}
