package graph

// The numbers of nodes, rows and needs one by one, as the data have them, without building the
// whole of the node, row or need.

// StockDays is the finished stock of node i, in days of output.
func (n *Network) StockDays(i NodeID) Number { return n.nodeNumber(i, stockDays) }

// RecoverDays are the days from the end of a cut of node i to its full output.
func (n *Network) RecoverDays(i NodeID) Number { return n.nodeNumber(i, recoverDays) }

// PFail is the probability that node i fails in the time looked at.
func (n *Network) PFail(i NodeID) Number { return n.nodeNumber(i, pFail) }

func (n *Network) nodeNumber(i NodeID, field int) Number {
	if row := n.rowOf(i); row >= 0 {
		return n.nodeRows.number(field, row)
	}
	return Number{}
}

// Share is the part of its need that row s meets today.
func (n *Network) Share(s SourceID) Number { return n.sources.number(share, int(s)) }

// MaxShare is the part of its need that row s could meet at most.
func (n *Network) MaxShare(s SourceID) Number { return n.sources.number(maxShare, int(s)) }

// SwitchDays are the days that row s takes from its share to its max_share.
func (n *Network) SwitchDays(s SourceID) Number { return n.sources.number(switchDays, int(s)) }

// TransitDays are the days that goods of row s are on the way.
func (n *Network) TransitDays(s SourceID) Number { return n.sources.number(transitDays, int(s)) }

// Flow is the money that the customer pays for what row s brings, per period.
func (n *Network) Flow(s SourceID) Number { return n.sources.number(flow, int(s)) }

// BufferDays is the customer's stock for need k, in days of normal use.
func (n *Network) BufferDays(k NeedID) Number {
	v, _ := n.firstGiven(bufferDays, n.SourcesOf(k))
	return v
}

// Refill is the extra intake that may rebuild the stock for need k, as a part of normal use.
func (n *Network) Refill(k NeedID) Number {
	v, _ := n.firstGiven(refill, n.SourcesOf(k))
	return v
}
