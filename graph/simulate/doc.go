// Package simulate answers how often and when: it follows a scenario many times,
// each time with other values for the numbers of which only ranges are known, or
// without a scenario, each time with other nodes failing by their probabilities.
//
// It is plain Monte Carlo: every run is drawn by itself, from a generator of its
// own that the seed and the number of the run decide, so that the answer does not
// depend on how many processors share the work.
package simulate
