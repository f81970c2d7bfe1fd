package draw

import (
	"context"
	"fmt"

	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/graph/index"
	"linestop/internal/words"
)

// PointOptions say whose single points of failure are meant.
type PointOptions struct {
	Products []graph.NodeID
	MayFail  func(graph.NodeID) bool // nodes that may be lost at all; nil: all
	Where    string                  // which these are, as the picture says it; empty: all
	Scenario string                  // whose changes are in the data, as the picture says it; empty: none
}

// Points are the single points of failure of some products.
type Points struct {
	PointOptions
	possibly, surely []int // by node: how many of the products its loss alone breaks
	ix               *index.Index
}

// FindPoints finds the nodes whose loss alone, with that of what belongs to them, breaks one
// of the products, possibly and surely. The only error is that of ctx.
func FindPoints(ctx context.Context, ix *index.Index, about PointOptions) (*Points, error) {
	asked := index.NewMarks(ix.Net.NumNodes())
	for _, i := range about.Products {
		asked.Add(i)
	}
	o := cutset.Options{Products: asked.Has, MayFail: about.MayFail}
	worst, err := cutset.FindSingles(ctx, ix, o)
	if err != nil {
		return nil, err
	}
	p := &Points{PointOptions: about, ix: ix, possibly: worst.Spread()}
	p.surely = p.possibly
	if ix.Best != ix.Worst {
		o.Sure = true
		best, err := cutset.FindSingles(ctx, ix, o)
		if err != nil {
			return nil, err
		}
		p.surely = best.Spread()
	}
	return p, nil
}

func (p *Points) status(i graph.NodeID) Status {
	switch {
	case p.surely[i] > 0:
		return Point
	case p.possibly[i] > 0:
		return MayPoint
	}
	return Running
}

// mix is what a point means for the products; empty if there is but one.
func (p *Points) mix(i graph.NodeID) (t tally) {
	if len(p.Products) > 1 && p.possibly[i] > 0 {
		t[Point], t[MayPoint] = p.surely[i], p.possibly[i]-p.surely[i]
		t[Running] = len(p.Products) - p.possibly[i]
	}
	return t
}

// breaks is what the loss of node i breaks, in words.
func (p *Points) breaks(i graph.NodeID) string {
	if len(p.Products) == 1 || p.possibly[i] == 0 {
		return p.status(i).touched()
	}
	hit := fmt.Sprintf("breaks %s of %s", words.Thousands(p.possibly[i]), words.Count(len(p.Products), "product"))
	switch p.surely[i] {
	case p.possibly[i]:
		return hit
	case 0:
		return "possibly " + hit
	}
	return fmt.Sprintf("%s, %s surely", hit, words.Thousands(p.surely[i]))
}

// visible says whether point i is in the picture: as a node, or as the frame around what
// belongs to it.
func (c *chooser) visible(i graph.NodeID) bool {
	for j := range c.net.Family(i) {
		if c.shown[j] {
			return j == i || c.Cluster == ByParent
		}
	}
	return false
}

// frame says whether node i is a point that is not drawn but as a frame, if at all.
func (c *chooser) frame(i graph.NodeID) bool {
	return c.Points != nil && c.Points.possibly[i] > 0 && !c.shown[i] && c.Collapse == None
}

// headline counts the points.
func (c *chooser) headline() string {
	all := c.tally(func(graph.NodeID) bool { return true })
	whose := c.called(c.Points.Products)
	if all[Point]+all[MayPoint] == 0 {
		return "No single point of failure of " + whose
	}
	return all.points() + " of " + whose + onlyPossibly(all[MayPoint])
}

func onlyPossibly(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(" (%s only possibly)", words.Thousands(n))
}
