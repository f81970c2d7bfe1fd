package draw

import (
	"cmp"
	"fmt"
	"strings"

	"linestop/graph"
	"linestop/internal/words"
)

func (c *chooser) title() string {
	switch {
	case c.Title != "":
		return c.Title
	case c.Points != nil:
		return c.headline()
	case c.Result != nil && len(c.Of) > 0:
		return "What breaks " + c.called(c.Of)
	}
	return c.dataTitle()
}

// called is the name of a product, or how many they are.
func (c *chooser) called(products []graph.NodeID) string {
	if len(products) == 1 {
		return c.net.Label(products[0])
	}
	return words.Count(len(products), "product")
}

func (c *chooser) dataTitle() string { return cmp.Or(c.net.Info.Title, c.net.Info.Name) }

// notes say what is cut, what that does to the whole network, and what of that
// is not in the picture; or whose single points of failure are in it.
func (c *chooser) notes() []string {
	var notes []string
	switch {
	case c.Points != nil:
		notes = append(notes, c.aboutPoints())
		if n := c.boxless(); c.Collapse != None && n > 0 {
			notes = append(notes, "Points that only stand for what belongs to them, and are in no box: "+words.Thousands(n)+".")
		}
	case c.Result != nil:
		notes = append(notes, "Cut: "+c.cutNames()+" (reading: "+cmp.Or(c.Readings, "structure")+")", c.effects())
	}
	if c.byTier {
		notes = append(notes, words.Count(c.candidates, "node")+", too many to tell apart: collapsed by tier.")
	}
	if shown := len(c.all()) + c.tally(c.framed).total(); shown < c.candidates {
		note := fmt.Sprintf("%s of %s shown", words.Thousands(shown), words.Count(c.candidates, "node"))
		if c.judged() {
			note += "; left out: " + c.tally(c.leftOut).String()
		}
		notes = append(notes, note+".")
	}
	return notes
}

// aboutPoints says in what the points were found, or, where the title does not, how many they are.
func (c *chooser) aboutPoints() string {
	about := c.dataTitle()
	if c.Title != "" {
		about = c.headline()
	}
	if c.Points.Scenario != "" {
		about += ", with the changes of " + c.Points.Scenario
	}
	if c.Points.Where != "" {
		about += "; only nodes with " + c.Points.Where + " are lost"
	}
	return about + " (reading: structure)"
}

// boxless counts the points that only stand for what belongs to them: no box counts them.
func (c *chooser) boxless() int {
	all := c.tally(func(i graph.NodeID) bool { return !c.drawable(i) })
	return all[Point] + all[MayPoint]
}

// framed says whether node i is a point that is shown as a frame.
func (c *chooser) framed(i graph.NodeID) bool { return c.frame(i) && c.visible(i) }

func (c *chooser) leftOut(i graph.NodeID) bool {
	if c.frame(i) {
		return !c.visible(i)
	}
	return c.drawable(i) && !c.shown[i]
}

// maxNames is how many names a note lists before it counts.
const maxNames = 3

// cutNames names what is cut or reduced, each family by its head.
func (c *chooser) cutNames() string {
	var names []string
	more := 0
	add := func(name func() string) {
		if len(names) < maxNames {
			names = append(names, name())
		} else {
			more++
		}
	}
	label := func(i graph.NodeID) string { return words.Shorten(c.net.Label(i), 60) }
	arrow := func(row graph.SourceID) string {
		from, to := c.net.Ends(row)
		return label(from) + " → " + label(to)
	}
	for _, i := range c.Set.Nodes {
		if p := c.net.Parent(i); p == graph.None || c.status[p] != Cut {
			add(func() string { return label(i) })
		}
	}
	for _, row := range c.Set.Rows {
		add(func() string { return arrow(row) })
	}
	for _, i := range c.Set.Reduced {
		if p := c.net.Parent(i); p == graph.None || c.status[p] != Reduced {
			add(func() string { return label(i) + " in part" })
		}
	}
	for _, row := range c.Set.ReducedRows {
		add(func() string { return arrow(row) + " in part" })
	}
	switch {
	case len(names) == 0:
		return "nothing"
	case more > 0:
		return strings.Join(names, ", ") + " and " + words.Thousands(more) + " more"
	}
	return strings.Join(names, ", ")
}

// effects counts what the cut does to the whole network.
func (c *chooser) effects() string {
	all := c.tally(func(graph.NodeID) bool { return true })
	products := c.tally(c.net.IsProduct)
	hit := fmt.Sprintf("%s of %s broken", words.Thousands(products[Broken]+products[MayBreak]), words.Count(products.total(), "product"))
	hit += onlyPossibly(products[MayBreak])
	if n := products[Cut]; n > 0 {
		hit += ", " + words.Thousands(n) + " cut"
	}
	text := all.String() + ". " + hit + "."
	if c.Dated {
		return "If it lasted: " + text
	}
	return text
}

// tally counts nodes by status.
type tally [len(statuses)]int

func (c *chooser) tally(of func(graph.NodeID) bool) (t tally) {
	for i, s := range c.status {
		if of(graph.NodeID(i)) {
			t[s]++
		}
	}
	return t
}

func (t tally) String() string {
	var parts []string
	for _, s := range []Status{Point, Cut, Broken, Reduced, Exposed, Running} {
		switch {
		case s == Point && t[Point]+t[MayPoint] > 0:
			parts = append(parts, t.points()+onlyPossibly(t[MayPoint]))
		case s == Broken:
			parts = append(parts, t.broken())
		case t[s] > 0:
			parts = append(parts, words.Thousands(t[s])+" "+s.String())
		}
	}
	return joined(", ", parts...)
}

func (t tally) points() string { return words.Count(t[Point]+t[MayPoint], Point.String()) }

// broken counts what is broken in some world, and how much of it only in some.
func (t tally) broken() string {
	switch sure, possibly := t[Broken], t[MayBreak]; {
	case sure+possibly == 0:
		return ""
	case possibly == 0:
		return words.Thousands(sure) + " broken"
	case sure == 0:
		return words.Thousands(possibly) + " possibly broken"
	default:
		return words.Thousands(sure+possibly) + " broken" + onlyPossibly(possibly)
	}
}

// worst is the worst status counted.
func (t tally) worst() Status {
	for s := Point; s > Running; s-- {
		if t[s] > 0 {
			return s
		}
	}
	return Running
}

// best is the best status counted.
func (t tally) best() Status {
	for s, n := range t {
		if n > 0 {
			return Status(s)
		}
	}
	return Running
}

func (t tally) total() (n int) {
	for _, v := range t {
		n += v
	}
	return n
}

// joined joins the texts that are not empty.
func joined(sep string, texts ...string) string {
	var some []string
	for _, t := range texts {
		if t != "" {
			some = append(some, t)
		}
	}
	return strings.Join(some, sep)
}
