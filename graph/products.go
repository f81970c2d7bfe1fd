package graph

import (
	"context"
	"slices"
)

// IsProduct says whether impact is counted at node i.
func (n *Network) IsProduct(i NodeID) bool { return n.product[i] }

// Products lists the products in order: the nodes that the data set's product
// expression selects or that are marked so; with neither, those that have needs
// and supply nobody else.
func (n *Network) Products() []NodeID { return n.products }

// findProducts marks the products by expression, by mark, or by position.
func (n *Network) findProducts(ctx context.Context) error {
	n.product = make([]bool, n.NumNodes())
	if n.Info.Products != "" {
		n.selectProducts(ctx)
	} else if !n.markProducts() {
		n.guessProducts()
	}
	for i, is := range n.product {
		if is {
			n.products = append(n.products, NodeID(i))
		}
	}
	return ctx.Err()
}

func (n *Network) selectProducts(ctx context.Context) {
	// What depends on the products cannot select them.
	chosen, err := n.filter(ctx, n.Info.Products, "product", "tier")
	if err != nil {
		n.problems.add(Problem{Code: "products", Place: n.ProductsPlace, Message: "products: " + err.Error()})
	}
	for _, i := range chosen {
		n.product[i] = true
	}
}

func (n *Network) markProducts() (any bool) {
	for i := range NodeID(n.NumNodes()) {
		if n.mark(i) == Yes {
			n.product[i], any = true, true
		}
	}
	return any
}

func (n *Network) guessProducts() {
	for i := range NodeID(n.NumNodes()) {
		_, customers := n.Onward(i)
		supplies := slices.ContainsFunc(customers, func(c NodeID) bool { return c != i })
		n.product[i] = n.hasNeeds(i) && n.mark(i) != No && !supplies
	}
}

// mark is what the row that describes node i says of it as a product.
func (n *Network) mark(i NodeID) Mark {
	if row := n.rowOf(i); row >= 0 {
		return Mark(n.nodeRows.product.at(row))
	}
	return Unmarked
}
