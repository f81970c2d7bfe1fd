package esri

import (
	"context"
	"fmt"
	"slices"

	"linestop/graph"
)

// DataError is all that the flows and sectors of a network lack, sorted by place.
type DataError struct{ Problems graph.Problems }

func (e *DataError) Error() string {
	text := e.Problems[0].String()
	if more := e.Problems.Errors() - 1; more > 0 {
		text += fmt.Sprintf(", and %d more", more)
	}
	return text
}

// check makes sure that every row says what is paid, and every node that buys or sells its
// sector. What cannot be a flow at all is reported by graph.Validate.
func check(ctx context.Context, net *graph.Network) error {
	c := lacks{net: net}
	paid, total, asked := false, 0., make([]bool, net.NumNodes())
	for s := range graph.Each(ctx, graph.SourceID(net.NumSources())) {
		flow := net.Flow(s)
		paid, total = paid || flow.Given, total+flow.Value
		supplier, customer := net.Ends(s)
		if !flow.Given {
			c.add("no-flow", func() (graph.Place, string) {
				return net.Source(s).Place, fmt.Sprintf("%q pays %q nothing that is known: the row has no flow (0 if nothing is paid)", net.ID(customer), net.ID(supplier))
			})
		}
		for _, i := range []graph.NodeID{supplier, customer} {
			if !asked[i] && net.Sector(i) == "" {
				c.add("no-sector", func() (graph.Place, string) {
					return net.Node(i).Place, fmt.Sprintf("node %q has no sector", net.ID(i))
				})
			}
			asked[i] = true
		}
	}
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case !paid:
		c = lacks{}
		c.add("no-flow", func() (graph.Place, string) { return graph.Place{}, "no row has a flow of money" })
	case total == 0:
		c = lacks{}
		c.add("no-flow", func() (graph.Place, string) { return graph.Place{}, "all flows are 0" })
	}
	return c.err()
}

// lacks gathers problems, of which not all need be told.
type lacks struct {
	net  *graph.Network
	list graph.Problems
	more int
}

func (c *lacks) add(code string, say func() (graph.Place, string)) {
	if len(c.list) == graph.MaxProblems {
		c.more++
		return
	}
	at, text := say()
	c.list = append(c.list, graph.Problem{Code: code, Place: at, Message: text})
}

func (c *lacks) err() error {
	if c.list == nil {
		return nil
	}
	slices.SortStableFunc(c.list, func(a, b graph.Problem) int { return a.Place.Compare(b.Place) })
	if c.more > 0 {
		c.list = append(c.list, graph.Problem{Code: "no-flow", Message: fmt.Sprintf("%d more rows or nodes lack something", c.more), More: c.more})
	}
	return &DataError{c.list}
}
