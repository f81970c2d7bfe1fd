package graph

import (
	"context"
	"slices"
)

// IsProduct says whether impact is counted at node i.
func (n *Network) IsProduct(i NodeID) bool { return n.product.at(int(i)) != 0 }

// Products lists the products in order: the nodes that the data set's product
// expression selects or that are marked so; with neither, those that have needs
// and supply nobody else.
func (n *Network) Products() []NodeID { return n.products }

// findProducts finds the products by expression, by mark, or by position.
func (n *Network) findProducts(ctx context.Context) error {
	if n.Info.Products != "" {
		n.products = n.selectedProducts(ctx)
	} else if n.products = n.markedProducts(); n.products == nil {
		n.products = n.likelyProducts()
	}
	for _, i := range n.products {
		n.product.put(int(i), 1)
	}
	n.product.fit()
	return ctx.Err()
}

func (n *Network) selectedProducts(ctx context.Context) []NodeID {
	// What depends on the products cannot select them.
	chosen, err := n.filter(ctx, n.Info.Products, "product", "tier")
	if err != nil {
		n.problems.add(Problem{Code: "products", Place: n.ProductsPlace, Message: "products: " + err.Error()})
	}
	return chosen
}

func (n *Network) markedProducts() (marked []NodeID) {
	for i := range NodeID(n.NumNodes()) {
		if n.mark(i) == Yes {
			marked = append(marked, i)
		}
	}
	return marked
}

func (n *Network) likelyProducts() (likely []NodeID) {
	for i := range NodeID(n.NumNodes()) {
		_, customers := n.Onward(i)
		supplies := slices.ContainsFunc(customers, func(c NodeID) bool { return c != i })
		if n.hasNeeds(i) && n.mark(i) != No && !supplies {
			likely = append(likely, i)
		}
	}
	return likely
}

// mark is what the row that describes node i says of it as a product.
func (n *Network) mark(i NodeID) Mark {
	if row := n.rowOf(i); row >= 0 {
		return Mark(n.nodeRows.product.at(row))
	}
	return Unmarked
}
