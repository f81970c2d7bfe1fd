package draw

import (
	"fmt"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/words"
)

// view describes the nodes that were chosen, and the rows between them.
func (c *chooser) view() View {
	at := map[graph.NodeID]int{} // where a node is in the view
	for n, i := range c.all() {
		at[i] = n
	}
	v := View{Title: c.title(), Notes: c.notes(), Judged: c.Result != nil}
	if len(at) <= MaxNodes {
		c.thin(&v, at)
	}
	frames := c.frames()
	v.Clusters = frames.clusters
	for _, i := range c.all() {
		if c.ctx.Err() != nil {
			return v
		}
		node := c.node(i)
		node.Cluster = frames.of(i)
		v.Edges = append(v.Edges, c.edgesInto(&node, at)...)
		v.Nodes = append(v.Nodes, node)
	}
	if len(at) <= MaxNodes {
		v.Stacks = c.stacks(v)
	}
	return v
}

func (c *chooser) node(i graph.NodeID) Node {
	row := c.net.Node(i)
	node := Node{
		ID:      i,
		Name:    row.Label(),
		Status:  c.status[i],
		Product: c.net.IsProduct(i),
		Tooltip: c.nodeTooltip(i, row),
		Link:    firstLink(row.Evidence),
		Cluster: -1,
	}
	if p := c.Points; p != nil {
		node.mix = p.mix(i)
		node.detail(p.breaks(i))
	} else {
		node.detail(node.Status.touched())
	}
	node.detail(joined(" · ", row.Kind, row.Country))
	if c.stranded[i] {
		node.detail("could not start again")
	}
	if c.Remark != nil {
		node.detail(c.Remark(i))
	}
	suppliers, customers := c.beyond(i)
	node.detail(notShown(suppliers, customers))
	return node
}

func (n *Node) detail(line string) {
	if line != "" {
		n.Details = append(n.Details, line)
	}
}

// beyond counts the neighbours of node i that no arrow leads to. A slice leaves
// out on purpose what the cut leaves alone, and what is downstream of what is asked
// about: there only those count that are hit, and on the way.
func (c *chooser) beyond(i graph.NodeID) (suppliers, customers int) {
	up, down := map[graph.NodeID]bool{}, map[graph.NodeID]bool{}
	for row := range c.rowsInto(i) {
		if j, _ := c.net.Ends(row); !c.draws(row) && (!c.sliced || c.shown[j] || c.status[j] >= MayBreak) {
			up[j] = true
		}
	}
	if c.sliced && len(c.Of) > 0 {
		return len(up), 0
	}
	for _, row := range c.net.Deliveries(i) {
		if _, j := c.net.Ends(row); !c.draws(row) && (!c.sliced || c.shown[j] || c.status[j] >= Exposed) {
			down[j] = true
		}
	}
	return len(up), len(down)
}

func notShown(suppliers, customers int) string {
	switch {
	case suppliers+customers == 0:
		return ""
	case suppliers == 0:
		return "+" + words.Count(customers, "customer") + " not shown"
	case customers == 0:
		return "+" + words.Count(suppliers, "supplier") + " not shown"
	}
	return fmt.Sprintf("+%d not shown", suppliers+customers)
}

// nodeTooltip is what a reader gets to see when pointing at a node.
func (c *chooser) nodeTooltip(i graph.NodeID, row graph.Node) []string {
	lines := []string{row.Label()}
	add := func(line string) {
		if line != "" {
			lines = append(lines, line)
		}
	}
	if row.Name != "" {
		add(row.ID)
	}
	add(joined(" · ", row.Kind, row.Country))
	switch {
	case c.Points != nil:
		add(c.Points.breaks(i))
	case c.Result != nil:
		add(c.status[i].String() + c.because(i))
	}
	for _, v := range []struct {
		name string
		graph.Number
	}{{"stock_days", row.StockDays}, {"recover_days", row.RecoverDays}} {
		if v.Given {
			add(v.name + " " + v.String())
		}
	}
	if suppliers, customers := c.beyond(i); suppliers > 0 && customers > 0 {
		add(fmt.Sprintf("%s and %s not shown", words.Count(suppliers, "supplier"), words.Count(customers, "customer")))
	}
	add(row.Note)
	return lines
}

// because names the need that a broken node failed by.
func (c *chooser) because(i graph.NodeID) string {
	f, failed := c.failures[i]
	if !failed || f.Need == cut.NoNeed {
		return ""
	}
	need := c.net.Need(f.Need)
	if need.Name != "" {
		return ": lacks " + need.Name
	}
	supplier, _ := c.net.Ends(need.Sources[0])
	return ": lacks " + c.net.Label(supplier)
}
