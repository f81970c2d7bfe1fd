package draw

import (
	"context"
	"errors"
	"iter"
	"math"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
)

// ErrEmpty is what Choose returns for a network without nodes.
var ErrEmpty = errors.New("the network has no nodes to draw")

// smallNetwork is up to how many nodes the picture of a cut shows those as well
// that the cut leaves alone.
const smallNetwork = 25

// Choose decides what to draw of a network. result is the answer to a cut of it,
// nil to draw it as it runs. The same question gives the same view.
//
// Without a cut or a place to look at, a network ten times too large is collapsed
// by tier. O(nodes + rows), and a sort of what the cut reaches; it ends early, with
// the error of ctx, once ctx does.
func Choose(ctx context.Context, net *graph.Network, result *cut.Result, opts Options) (View, error) {
	if net.NumNodes() == 0 {
		return View{}, ErrEmpty
	}
	c := newChooser(ctx, net, result, opts.withDefaults())
	switch {
	case len(c.Around) > 0:
		c.around()
	case c.fits():
		c.whole()
	case c.Points != nil:
		c.points()
	case c.judged() && c.slice():
	case c.candidates > 10*c.room:
		c.byTier, c.Collapse, c.room = true, ByTier, math.MaxInt
		c.whole()
	default:
		c.overview()
	}
	if c.Points != nil && len(c.all()) <= MaxNodes {
		c.fatalRows()
	}
	view := c.view
	if c.Collapse != None {
		view = c.boxes
	}
	v := view()
	if err := ctx.Err(); err != nil {
		return View{}, err
	}
	return v, nil
}

// chooser collects the nodes of a picture. Its long loops end early once ctx does.
type chooser struct {
	ctx context.Context
	Options
	verdict
	net        *graph.Network
	candidates int                          // nodes that can be drawn, as such or as a frame
	room       int                          // nodes that may still be added
	shown      []bool                       // by node
	sliced     bool                         // what the cut leaves alone was left out on purpose
	byTier     bool                         // collapsed unasked, for want of a better view
	thinned    map[graph.SourceID]bool      // rows between nodes shown that are not drawn
	back       map[graph.SourceID]bool      // rows that are drawn to the left
	fatal      map[graph.SourceID]bool      // rows that pass on the loss of a point to a product
	engines    map[*index.World]*cut.Engine // for losses one by one
}

func newChooser(ctx context.Context, net *graph.Network, result *cut.Result, opts Options) *chooser {
	c := &chooser{
		ctx:     ctx,
		Options: opts,
		verdict: newVerdict(net, result, opts.Statuses),
		net:     net,
		room:    opts.Budget,
		shown:   make([]bool, net.NumNodes()),
		engines: map[*index.World]*cut.Engine{},
	}
	if p := opts.Points; p != nil {
		for i := range c.status {
			c.status[i] = p.status(graph.NodeID(i))
		}
	}
	if opts.All || opts.Collapse != None { // boxes are counted when they are known
		c.room = math.MaxInt
	}
	for i := range graph.Each(ctx, graph.NodeID(net.NumNodes())) {
		if c.drawable(i) || c.frame(i) {
			c.candidates++
		}
	}
	return c
}

// drawable says whether node i is drawn as a node. A parent without rows of its
// own is only the frame around those that belong to it.
func (c *chooser) drawable(i graph.NodeID) bool {
	if len(c.net.Children(i)) == 0 || len(c.net.Deliveries(i)) > 0 {
		return true
	}
	for range c.net.Needs(i) {
		return true
	}
	return false
}

// judged says whether there is something to judge nodes by.
func (c *chooser) judged() bool { return c.Result != nil || c.Points != nil }

// fits says whether the whole network is to be drawn.
func (c *chooser) fits() bool {
	switch {
	case c.candidates > c.room:
		return false
	case c.room == math.MaxInt || !c.judged():
		return true
	}
	return c.candidates <= smallNetwork && len(c.Of) == 0
}

// more says whether there is room and time for more.
func (c *chooser) more() bool { return c.room > 0 && c.ctx.Err() == nil }

// add shows all the nodes if there is room for all, else none of them.
func (c *chooser) add(nodes ...graph.NodeID) bool {
	var fresh []graph.NodeID
	for _, i := range nodes {
		if !c.shown[i] && c.drawable(i) {
			c.shown[i] = true
			fresh = append(fresh, i)
		}
	}
	if len(fresh) > c.room {
		for _, i := range fresh {
			c.shown[i] = false
		}
		return false
	}
	c.room -= len(fresh)
	return true
}

func (c *chooser) whole() {
	for i := range graph.Each(c.ctx, graph.NodeID(len(c.shown))) {
		c.add(i)
	}
}

// all lists the nodes that are shown.
func (c *chooser) all() []graph.NodeID {
	var list []graph.NodeID
	for i, shown := range c.shown {
		if shown {
			list = append(list, graph.NodeID(i))
		}
	}
	return list
}

func (c *chooser) hidden(i graph.NodeID) bool { return !c.shown[i] }

// fate says what became of a row. The worst of its own and its supplier's counts.
func (c *chooser) fate(row graph.SourceID) Fate {
	fate := c.rows[row]
	switch supplier, _ := c.net.Ends(row); c.status[supplier] {
	case Cut, Broken:
		return Dead
	case MayBreak:
		return max(fate, MayFail)
	case Reduced:
		return max(fate, Lessened)
	}
	return fate
}

// rowsInto lists the rows of node i's needs.
func (c *chooser) rowsInto(i graph.NodeID) iter.Seq[graph.SourceID] {
	return func(yield func(graph.SourceID) bool) {
		for k := range c.net.Needs(i) {
			for _, row := range c.net.SourcesOf(k) {
				if !yield(row) {
					return
				}
			}
		}
	}
}

// upstream lists the suppliers of node i, one entry for each row.
func (c *chooser) upstream(i graph.NodeID) []graph.NodeID {
	var list []graph.NodeID
	for row := range c.rowsInto(i) {
		supplier, _ := c.net.Ends(row)
		list = append(list, supplier)
	}
	return list
}

// downstream lists the customers of node i, one entry for each row.
func (c *chooser) downstream(i graph.NodeID) []graph.NodeID {
	var list []graph.NodeID
	for _, row := range c.net.Deliveries(i) {
		_, customer := c.net.Ends(row)
		list = append(list, customer)
	}
	return list
}
