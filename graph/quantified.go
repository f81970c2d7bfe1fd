package graph

// Quantified says whether the data hold numbers for the readings that go beyond structure:
// shares, days, or degrading needs.
func (n *Network) Quantified() bool {
	for _, field := range []int{share, maxShare, switchDays, transitDays, bufferDays} {
		if len(n.sourceCols.numbers[field]) > 0 {
			return true
		}
	}
	if len(n.nodeCols.numbers[stockDays]) > 0 {
		return true
	}
	for _, l := range n.sourceCols.texts[level] {
		if n.symbols.at(l) == Degrading.String() {
			return true
		}
	}
	return false
}
