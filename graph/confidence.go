package graph

import (
	"fmt"
	"strconv"
)

// Confidence says how far a row is to be believed: one of three words, or a
// number from 0 to 1. The empty Confidence takes the row as it stands.
type Confidence string

const (
	Reported Confidence = "reported" // a source says so
	Inferred Confidence = "inferred" // follows from what a source says
	Assumed  Confidence = "assumed"  // nobody said so
)

// SureFrom is the value from which on a row counts as sure.
const SureFrom = 0.5

// Value is the confidence as a number: 1 where none is stated.
func (c Confidence) Value() float64 {
	switch c {
	case "":
		return 1
	case Reported:
		return 0.9
	case Inferred:
		return 0.6
	case Assumed:
		return 0.3
	}
	v, _ := strconv.ParseFloat(string(c), 64)
	return v
}

// ParseConfidence reads a confidence.
func ParseConfidence(s string) (Confidence, error) {
	switch c := Confidence(s); c {
	case "", Reported, Inferred, Assumed:
		return c, nil
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || !(v >= 0 && v <= 1) {
		return "", fmt.Errorf("confidence %q is none of reported, inferred, assumed, nor a number from 0 to 1", s)
	}
	return Confidence(s), nil
}
