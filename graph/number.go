package graph

import "strconv"

// Number is a value that may be missing. The zero Number is missing.
type Number struct {
	Value  float64
	Column uint32 // where it was read, counting from 1; 0 if made by code
	Given  bool
}

// Num is the Number v.
func Num(v float64) Number { return Number{Value: v, Given: true} }

// Or is the value, or def where it is missing.
func (n Number) Or(def float64) float64 {
	if n.Given {
		return n.Value
	}
	return def
}

// String is the shortest decimal that reads back as the same value; empty where it is missing.
func (n Number) String() string {
	if !n.Given {
		return ""
	}
	return strconv.FormatFloat(n.Value, 'f', -1, 64)
}
