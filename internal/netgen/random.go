package netgen

import (
	"cmp"
	"fmt"
	"math/rand/v2"

	"linestop/graph"
)

// Config says what Random makes. A field left 0 takes its default; below 0 it
// means none. Parts are from 0 to 1.
type Config struct {
	MinNodes   int // default 4
	MaxNodes   int // default 30, at least MinNodes
	MaxNeeds   int // of a node; default 3
	MaxSources int // of a need; default 3

	Raw         float64 // part of the nodes that have no needs; default 0.3
	Quorum      float64 // part of the needs of several sources that ask for two or more; default 0.3
	NonCritical float64 // part of the needs that are degrading, optional or capital; default 0.15
	Parents     float64 // part of the nodes that belong to another; default 0.2
	Unsure      float64 // part of the rows that are not sure; default 0.1
	MaxUnsure   int     // rows, whatever the part: the reference tries all their subsets; default 6
	Products    int     // nodes marked as products; default 3
	Numbers     float64 // part of the shares, days and the like that are given; default none

	SelfSupply bool // a node may supply itself
	Acyclic    bool // suppliers come before their customers: no cycles, no self-supply
}

func (c Config) withDefaults() Config {
	c.MinNodes = max(0, cmp.Or(c.MinNodes, 4))
	c.MaxNodes = max(c.MinNodes, cmp.Or(c.MaxNodes, 30))
	c.MaxNeeds = cmp.Or(c.MaxNeeds, 3)
	c.MaxSources = cmp.Or(c.MaxSources, 3)
	c.Raw = cmp.Or(c.Raw, 0.3)
	c.Quorum = cmp.Or(c.Quorum, 0.3)
	c.NonCritical = cmp.Or(c.NonCritical, 0.15)
	c.Parents = cmp.Or(c.Parents, 0.2)
	c.Unsure = cmp.Or(c.Unsure, 0.1)
	c.MaxUnsure = cmp.Or(c.MaxUnsure, 6)
	c.Products = cmp.Or(c.Products, 3)
	return c
}

// Random makes a network by chance: AND, OR and quorums, cycles, levels,
// parents, confidences in words and numbers, rows of one need far apart, and
// numbers if asked. Nodes are named n0, n1 and so on, but declared in any order;
// needs without a name have one source.
func Random(rng *rand.Rand, c Config) *graph.Network {
	c = c.withDefaults()
	r := random{rng, c, c.MinNodes + rng.IntN(c.MaxNodes-c.MinNodes+1)}
	b := graph.NewBuilder(graph.Info{Name: "random"})
	for _, node := range r.declared() {
		b.AddNode(node)
	}
	for _, row := range r.rows() {
		b.AddSource(row)
	}
	return b.Build()
}

// RandomCut takes one to three nodes and up to two rows of a network that has
// some, each once. Parents stand for themselves alone.
func RandomCut(rng *rand.Rand, net *graph.Network) (nodes []graph.NodeID, rows []graph.SourceID) {
	for _, i := range rng.Perm(net.NumNodes())[:min(1+rng.IntN(3), net.NumNodes())] {
		nodes = append(nodes, graph.NodeID(i))
	}
	for _, s := range rng.Perm(net.NumSources())[:min(rng.IntN(3), net.NumSources())] {
		rows = append(rows, graph.SourceID(s))
	}
	return nodes, rows
}

type random struct {
	*rand.Rand
	Config
	nodes int
}

func (r random) chance(part float64) bool { return r.Float64() < part }

func nodeName(i int) string { return fmt.Sprint("n", i) }

func (r random) declared() []graph.Node {
	nodes := make([]graph.Node, r.nodes)
	for i := range nodes {
		nodes[i].ID = nodeName(i)
		if i > 0 && r.chance(r.Parents) {
			nodes[i].Parent = nodeName(r.IntN(i)) // an earlier one, so that parents form no loop
		}
	}
	r.Shuffle(len(nodes), func(i, j int) { nodes[i], nodes[j] = nodes[j], nodes[i] })
	for i := range min(max(r.Products, 0), len(nodes)) {
		nodes[i].Product = graph.Yes
	}
	r.numberNodes(nodes)
	return nodes
}

func (r random) rows() []graph.Source {
	var rows []graph.Source
	for i := range r.nodes {
		if r.chance(r.Raw) || r.MaxNeeds < 1 || r.MaxSources < 1 {
			continue
		}
		for k := range 1 + r.IntN(r.MaxNeeds) {
			rows = append(rows, r.need(i, fmt.Sprint("k", k))...)
		}
	}
	r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	r.confide(rows)
	return rows
}

// need makes the rows of a need. What speaks of the need stands in the first
// and, by chance, in others; the rows are shuffled later.
func (r random) need(customer int, name string) []graph.Source {
	suppliers := r.suppliers(customer)
	if len(suppliers) == 1 && r.chance(0.5) {
		name = ""
	}
	level, quorum := "", graph.Number{}
	if r.chance(r.NonCritical) {
		level = graph.Level(1 + r.IntN(3)).String()
	}
	if len(suppliers) > 1 && r.chance(r.Quorum) {
		quorum = graph.Num(float64(2 + r.IntN(len(suppliers)-1)))
	}
	var rows []graph.Source
	for n, j := range suppliers {
		row := graph.Source{Supplier: nodeName(j), Customer: nodeName(customer), Need: name}
		if n == 0 || r.chance(0.5) {
			row.Level, row.Quorum = level, quorum
		}
		rows = append(rows, row)
	}
	r.numberRows(rows)
	return rows
}

// suppliers draws one to MaxSources suppliers, fewer where fewer are allowed.
func (r random) suppliers(customer int) []int {
	pool := r.nodes
	if r.Acyclic {
		pool = customer
	}
	var drawn []int
	most := 1 + r.IntN(r.MaxSources)
	for _, j := range r.Perm(pool) {
		if len(drawn) < most && (j != customer || r.SelfSupply) {
			drawn = append(drawn, j)
		}
	}
	return drawn
}

// confide gives confidences: every third row has one, and a part is not sure.
func (r random) confide(rows []graph.Source) {
	left := r.MaxUnsure
	for i := range rows {
		switch {
		case left > 0 && r.chance(r.Unsure):
			left--
			rows[i].Confidence = []graph.Confidence{graph.Assumed, "0.2", "0"}[r.IntN(3)]
		case r.chance(1. / 3):
			rows[i].Confidence = []graph.Confidence{graph.Reported, graph.Inferred, "0.5"}[r.IntN(3)]
		}
	}
}
