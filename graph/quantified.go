package graph

import "context"

// Quantified says whether the data hold numbers for the readings that go beyond structure:
// shares, days, or degrading needs.
func (n *Network) Quantified() bool {
	for _, field := range []int{share, maxShare, switchDays, transitDays, bufferDays} {
		if len(n.sources.numbers[field]) > 0 {
			return true
		}
	}
	if len(n.nodeRows.numbers[stockDays]) > 0 {
		return true
	}
	return n.degrading()
}

// anyDegrading says whether a row states a degrading need.
func (n *Network) anyDegrading() bool {
	for _, l := range n.sources.texts[level].given(context.Background()) {
		if n.symbols.at(symbol(l)) == Degrading.String() {
			return true
		}
	}
	return false
}
