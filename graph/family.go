package graph

import "iter"

// Children lists the nodes that belong to node i directly. The caller must not
// change the slice.
func (n *Network) Children(i NodeID) []NodeID { return n.children().of(int(i)) }

// Family lists node i and all that belongs to it, directly or further down, each
// once: parents that form a loop (an error of the data) do no harm.
func (n *Network) Family(i NodeID) iter.Seq[NodeID] {
	return func(yield func(NodeID) bool) {
		seen := map[NodeID]bool{i: true}
		queue := []NodeID{i}
		for len(queue) > 0 {
			next := queue[0]
			queue = queue[1:]
			if !yield(next) {
				return
			}
			for _, c := range n.Children(next) {
				if !seen[c] {
					seen[c] = true
					queue = append(queue, c)
				}
			}
		}
	}
}

// Deliveries lists the source rows in which node i is the supplier, in the order
// they were read. The caller must not change the slice.
func (n *Network) Deliveries(i NodeID) []SourceID { return n.onward().of(int(i)) }

// findProducts marks the products by expression, by mark, or by position.
func (n *Network) findProducts() {
	n.product = make([]bool, len(n.ids))
	if n.Info.Products != "" {
		chosen, err := n.selectProducts(n.Info.Products)
		if err != nil {
			n.problems.add(Problem{Code: "products", Message: "products: " + err.Error()})
		}
		for _, i := range chosen {
			n.product[i] = true
		}
	} else if !n.markProducts() {
		n.guessProducts()
	}
	for i, is := range n.product {
		if is {
			n.products = append(n.products, NodeID(i))
		}
	}
}

func (n *Network) markProducts() (any bool) {
	for _, r := range n.nodeRows {
		if r.product == Yes {
			n.product[r.node], any = true, true
		}
	}
	return any
}

// guessProducts takes the nodes that have needs and supply nobody, unless
// marked as no product.
func (n *Network) guessProducts() {
	supplies := make([]bool, len(n.ids))
	for _, s := range n.sources {
		supplies[s.supplier] = true
	}
	for _, r := range n.nodeRows {
		supplies[r.node] = supplies[r.node] || r.product == No
	}
	for i := range n.ids {
		n.product[i] = !supplies[i] && n.firstNeed[i] < n.firstNeed[i+1]
	}
}
