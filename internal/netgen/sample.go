package netgen

import (
	"fmt"
	"os"
	"testing"
)

// Sample is how many of so many cases a test takes: one of every few, of short tests a fifth
// of that; or all if the variable EXHAUSTIVE is set, as make exhaustive does.
func Sample(cases, every int) int {
	switch {
	case os.Getenv("EXHAUSTIVE") != "":
		return cases
	case testing.Short():
		every *= 5
	}
	return cases / every
}

// Parts runs a test for the first of so many parts, or, as Sample does, for all.
func Parts(t *testing.T, parts int, check func(t *testing.T, part int)) {
	for part := range Sample(parts, parts) {
		t.Run(fmt.Sprint(part), func(t *testing.T) {
			t.Parallel()
			check(t, part)
		})
	}
}
