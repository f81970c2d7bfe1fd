package index

import (
	"context"
	"fmt"

	"linestop/graph"
	"linestop/internal/sections"
)

// Store writes the index of a network, where Compile will find it. The only error is
// that of ctx.
func Store(ctx context.Context, w *sections.Writer, net *graph.Network) error {
	ix, err := Compile(ctx, net)
	if err != nil {
		return err
	}
	if _, err := ix.Worst.Start(ctx); err != nil {
		return err
	}
	ix.Worst.Deaths()
	ix.Best.Deaths()
	ix.arrays(sections.Writing(w))
	return nil
}

// restore is the index in the file that net lies in.
func restore(net *graph.Network) (*Index, error) {
	ix := &Index{Net: net}
	c := sections.Reading(net.File())
	ix.arrays(c)
	if err := c.Err(); err != nil {
		return nil, err
	}
	if !ix.Worst.fits() || !ix.Best.fits() || len(ix.Worst.start.Place) != net.NumNodes() || len(ix.Worst.start.Spare) != net.NumNeeds() {
		return nil, fmt.Errorf("%w: the index is of other data", sections.ErrDamaged)
	}
	ix.lazily()
	return ix, nil
}

// fits says whether lists have the lengths that the numbers of nodes and needs ask for.
func (w *World) fits() bool {
	return (w.needs == nil || len(w.needs) == w.Needs()) && len(w.sole) == (w.Needs()+63)/64 && len(w.deaths) == w.Needs() &&
		(w.out == nil || len(w.out.first) == w.Nodes()+1 && len(w.out.needs) == len(w.out.customers))
}

// shape says which lists an index has.
type shape struct{ Two, WorstWhole, BestWhole bool }

// arrays are the lists of an index in a compiled file. What changes here changes
// compiled.Version.
func (ix *Index) arrays(c *sections.Codec) {
	var s shape
	if !c.Reads() {
		s = shape{ix.Worst != ix.Best, ix.Worst.out == nil, ix.Best.out == nil}
	}
	sections.JSON(c, "index", &s)
	if c.Reads() {
		ix.Worst = emptyWorld(ix.Net, s.WorstWhole)
		if ix.Best = ix.Worst; s.Two {
			ix.Best = emptyWorld(ix.Net, s.BestWhole)
		}
		ix.Worst.start = &Start{}
	}
	ix.Worst.arrays(c, "worst")
	if s.Two {
		ix.Best.arrays(c, "best")
	}
	sections.Array(c, "start place", &ix.Worst.start.Place)
	sections.Array(c, "start spare", &ix.Worst.start.Spare)
}

func emptyWorld(net *graph.Network, whole bool) *World {
	w := &World{net: net}
	if !whole {
		w.out = &onward{}
	}
	return w
}

func (w *World) arrays(c *sections.Codec, name string) {
	sections.Array(c, name+" needs", &w.needs)
	sections.Array(c, name+" sole", (*[]uint64)(&w.sole))
	sections.Array(c, name+" deaths", &w.deaths)
	if w.out != nil {
		sections.Array(c, name+" out first", &w.out.first)
		sections.Array(c, name+" out needs", &w.out.needs)
		sections.Array(c, name+" out customers", &w.out.customers)
	}
}
