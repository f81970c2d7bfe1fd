package graph

// Tier is the least number of steps from node i downstream to a product: 0 at a
// product itself, 1 for its direct suppliers, -1 where no product is reached.
// The first call computes the tiers of all nodes, O(nodes + rows).
func (n *Network) Tier(i NodeID) int { return int(n.tiers()[i]) }

func (n *Network) computeTiers() []int32 {
	tiers := make([]int32, n.NumNodes())
	for i := range tiers {
		tiers[i] = -1
	}
	queue := make([]NodeID, 0, len(n.products))
	for _, p := range n.products {
		tiers[p] = 0
		queue = append(queue, p)
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		for k := range n.Needs(i) {
			for _, s := range n.SourcesOf(k) {
				if j := n.supplier(s); tiers[j] < 0 {
					tiers[j] = tiers[i] + 1
					queue = append(queue, j)
				}
			}
		}
	}
	return tiers
}
