// Package harden answers what to add first: which changes end most single points
// of failure, under a budget.
//
// A pair is a loss and a product that it breaks, in the structure reading: what counts is how
// many pairs a set of changes ends. A change alone may end none where two together do, so
// that no greedy choice comes with a bound of its own (the sum is not submodular): Choose looks at
// changes in groups, each of which shields products from a loss, tries all sets
// where they are few, and says how many pairs the best set could end at most.
//
// Every change is a what-if. None says that a source exists or could be had.
package harden
