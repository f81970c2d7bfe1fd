package graph

import (
	"context"
	"fmt"

	"linestop/internal/sections"
)

// File is the compiled file that n lies in, with the same nodes, needs and rows; nil
// if n was built.
func (n *Network) File() *sections.File { return n.file }

// about is what a compiled file says of a network beyond arrays.
type about struct {
	Info                Info
	NodeAttrs, RowAttrs []string
	Degrading           bool
	Reading             Problems // met while reading
	Met                 map[string]int
	Inputs              []storedInput
	Judged              Problems // of Validate
}

type storedInput struct {
	Input
	Judged  bool
	Unknown [2]bool
}

func storedInputs(list []Input) []storedInput {
	var stored []storedInput
	for _, in := range list {
		stored = append(stored, storedInput{in, in.judged, in.unknown})
	}
	return stored
}

// Store judges a network and writes it, with all that is computed of it sooner or later.
// The only error is that of ctx.
func Store(ctx context.Context, w *sections.Writer, n *Network) error {
	judged, err := Validate(ctx, n)
	if err != nil {
		return err
	}
	c := sections.Writing(w)
	sections.JSON(c, "about", &about{
		n.Info, n.nodeRows.names(), n.sources.names(), n.degrading(),
		n.problems.kept, n.problems.met, storedInputs(n.inputs), judged,
	})
	stored := *n
	stored.ids.order = n.ids.sorted()
	stored.arrays(c)
	d := derived{n.children(), n.tiers()}
	d.arrays(c)
	return ctx.Err()
}

// Restore is the network that a file holds, read where it lies. O(1) but for names of columns and
// problems. What a damaged file leads to is told in package sections.
func Restore(f *sections.File) (*Network, error) {
	c := sections.Reading(f)
	var a about
	sections.JSON(c, "about", &a)
	n := &Network{Info: a.Info, file: f, judged: a.Judged}
	n.nodeRows.columns, n.sources.columns = newColumns(nodeNumbers, nodeTexts), newColumns(sourceNumbers, sourceTexts)
	for _, name := range a.NodeAttrs {
		n.nodeRows.attr(name)
	}
	for _, name := range a.RowAttrs {
		n.sources.attr(name)
	}
	n.problems = collector{a.Reading, a.Met}
	for _, in := range a.Inputs {
		in.Input.judged, in.Input.unknown = in.Judged, in.Unknown
		n.inputs = append(n.inputs, in.Input)
	}
	n.arrays(c)
	var d derived
	d.arrays(c)
	n.children = func() adjacency[NodeID] { return d.children }
	n.tiers = func() []int32 { return d.tiers }
	n.degrading = func() bool { return a.Degrading }
	if err := c.Err(); err != nil {
		return nil, err
	}
	return n, n.fits(&d)
}

// fits says whether lists have the lengths that the numbers of nodes, needs and rows ask for.
func (n *Network) fits(d *derived) error {
	nodes, needs, rows := n.NumNodes(), n.NumNeeds(), n.NumSources()
	byNeed := len(n.needRows.first)
	if byNeed == 0 && needs == rows {
		byNeed = needs + 1 // one row each
	}
	for _, list := range []struct {
		name      string
		got, want int
	}{
		{"nodes by id", len(n.ids.order), nodes},
		{"needs by node", len(n.firstNeed), nodes + 1},
		{"rows by need", byNeed, needs + 1},
		{"rows of needs", len(n.needRows.items), rows},
		{"rows by supplier", len(n.onward.first), nodes + 1},
		{"needs of rows", len(n.onward.needs), rows},
		{"customers of rows", len(n.onward.customers), rows},
		{"places of rows", len(n.onward.place), rows},
		{"suppliers of rows", len(n.onward.suppliers), (rows+signpost-1)/signpost + 1},
		{"tiers", len(d.tiers), nodes},
		{"names of files", min(1, n.files.len()), 1},
		{"texts", min(1, n.symbols.len()), 1},
	} {
		if list.got != list.want {
			return fmt.Errorf("%w: %d %s, not %d", sections.ErrDamaged, list.got, list.name, list.want)
		}
	}
	return nil
}
