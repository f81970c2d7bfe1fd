package graph

import "strconv"

// Number is a value that may be missing. The zero Number is missing.
type Number struct {
	Value     float64 // of a range its middle
	Low, High float64 // of a range its ends; else both are 0
	Column    uint32  // where it was read, counting from 1; 0 if made by code
	Given     bool
}

// Num is the Number v.
func Num(v float64) Number { return Number{Value: v, Given: true} }

// Between is a Number of which only its ends are known, low below high.
func Between(low, high float64) Number {
	return Number{Value: low + (high-low)/2, Low: low, High: high, Given: true}
}

// IsRange says whether only the ends of the number are known.
func (n Number) IsRange() bool { return n.Low < n.High }

// Ends are the least and the greatest that the number may be.
func (n Number) Ends() (low, high float64) {
	if n.IsRange() {
		return n.Low, n.High
	}
	return n.Value, n.Value
}

// Or is the value, or def where it is missing.
func (n Number) Or(def float64) float64 {
	if n.Given {
		return n.Value
	}
	return def
}

// String is the shortest decimal that reads back as the same value, LOW..HIGH for
// a range; empty where it is missing.
func (n Number) String() string {
	switch {
	case !n.Given:
		return ""
	case n.IsRange():
		return decimal(n.Low) + ".." + decimal(n.High)
	}
	return decimal(n.Value)
}

func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
