package esri

import (
	"cmp"
	"context"
	"math"
	"slices"

	"linestop/graph"
)

// Economy is a network of money flows, compiled: nodes stand in places, in which suppliers
// come before their customers as far as cycles allow, and all that is said of them lies in
// flat arrays. It never changes.
type Economy struct {
	net   *graph.Network
	node  []graph.NodeID // by place
	place []int32        // by node
	cycle []int32        // by place: number of its strongly connected component, rising

	facts  Facts
	sector []int32   // by place; -1 for who neither buys nor sells
	output []float64 // by place: all that its customers pay
	made   []float64 // by sector: the output of its nodes

	inputs inputs // by place: what it buys
	sales  rows   // by place: to whom it sells, as parts of its output
}

// Facts say what an economy is made of.
type Facts struct {
	Nodes   int     // that buy or sell
	Sectors int     // that they are of
	Output  float64 // of all: the sum of the flows
	Flows   [3]int  // rows that money is paid for, by graph.Effect
}

// Facts of the economy.
func (e *Economy) Facts() Facts { return e.facts }

// rows are the rows of an item i, from first[i] to first[i+1].
type rows struct {
	first  []int32
	end    []int32 // by row: the place at its other end
	weight []float64
}

// inputs are groups of rows: for each place one for each sector whose goods are essential, weighed
// by all that the place buys of it, and one for all linear inputs, weighed by all that it buys at
// all. The place falls with the group of which most is missing. Inputs without effect are a
// group of weight 0.
type inputs struct {
	first []int32 // by place: its first group
	rows          // by group
}

// flow is a row that money is paid for.
type flow struct {
	supplier, customer int32 // places
	money              float64
	effect             graph.Effect
}

// New compiles a network. Where the flows or sectors lack something the error is a *DataError;
// else it is that of ctx.
func New(ctx context.Context, net *graph.Network, o Options) (*Economy, error) {
	if err := check(ctx, net); err != nil {
		return nil, err
	}
	e := &Economy{net: net}
	e.order()
	e.findSectors()
	flows, err := e.flows(ctx, o.Inputs)
	if err != nil {
		return nil, err
	}
	e.weigh(flows)
	e.count(flows)
	return e, nil
}

// findSectors numbers the sectors, in the order in which they are met.
func (e *Economy) findSectors() {
	numbers := map[string]int32{"": -1}
	e.sector = make([]int32, len(e.node))
	for place, i := range e.node {
		name := e.net.Sector(i)
		number, known := numbers[name]
		if !known {
			number = int32(len(numbers) - 1)
			numbers[name] = number
		}
		e.sector[place] = number
	}
	e.made = make([]float64, len(numbers)-1)
}

// flows are the rows that money is paid for, by customer.
func (e *Economy) flows(ctx context.Context, all Inputs) ([]flow, error) {
	effect := e.effects(all)
	var list []flow
	for s := range graph.Each(ctx, graph.SourceID(e.net.NumSources())) {
		if money := e.net.Flow(s).Value; money > 0 {
			supplier, customer := e.net.Ends(s)
			list = append(list, flow{e.place[supplier], e.place[customer], money, effect(s, supplier, customer)})
		}
	}
	slices.SortStableFunc(list, func(a, b flow) int {
		return cmp.Or(cmp.Compare(a.customer, b.customer), cmp.Compare(a.effect, b.effect), cmp.Compare(e.sector[a.supplier], e.sector[b.supplier]))
	})
	return list, ctx.Err()
}

// weigh fills the rows of both directions.
func (e *Economy) weigh(flows []flow) {
	n := len(e.node)
	e.output, e.sales.first = make([]float64, n), make([]int32, n+1)
	for _, f := range flows {
		e.output[f.supplier] += f.money
		e.sales.first[f.supplier+1]++
	}
	for i, made := range e.output {
		if e.sales.first[i+1] += e.sales.first[i]; made > 0 {
			e.made[e.sector[i]] += made
			e.facts.Output += made
		}
	}
	e.sales.end, e.sales.weight = make([]int32, len(flows)), make([]float64, len(flows))
	next := slices.Clone(e.sales.first)
	for _, f := range flows {
		at := &next[f.supplier]
		e.sales.end[*at], e.sales.weight[*at] = f.customer, f.money/e.output[f.supplier]
		*at++
	}
	at := 0
	for i := range int32(n) {
		e.inputs.first = append(e.inputs.first, int32(len(e.inputs.rows.first)))
		from := at
		for at < len(flows) && flows[at].customer == i {
			at++
		}
		e.buy(flows[from:at])
	}
	e.inputs.first = append(e.inputs.first, int32(len(e.inputs.rows.first)))
	e.inputs.rows.first = append(e.inputs.rows.first, int32(len(e.inputs.end)))
}

// buy adds the groups of one customer.
func (e *Economy) buy(flows []flow) {
	all := sum(flows)
	for len(flows) > 0 {
		f := flows[0]
		same := 1
		for same < len(flows) && flows[same].effect == f.effect && (f.effect != graph.Essential || e.sector[flows[same].supplier] == e.sector[f.supplier]) {
			same++
		}
		group := flows[:same]
		flows = flows[same:]
		whole := all
		switch f.effect {
		case graph.Essential:
			whole = sum(group)
		case graph.NoEffect:
			whole = math.Inf(1)
		}
		e.inputs.rows.first = append(e.inputs.rows.first, int32(len(e.inputs.end)))
		for _, f := range group {
			e.inputs.end = append(e.inputs.end, f.supplier)
			e.inputs.weight = append(e.inputs.weight, f.money/whole)
		}
	}
}

// count fills in the facts.
func (e *Economy) count(flows []flow) {
	traders, sectors := map[int32]bool{}, map[int32]bool{}
	for _, f := range flows {
		e.facts.Flows[f.effect]++
		for _, i := range [...]int32{f.supplier, f.customer} {
			traders[i], sectors[e.sector[i]] = true, true
		}
	}
	e.facts.Nodes, e.facts.Sectors = len(traders), len(sectors)
}

func sum(flows []flow) (money float64) {
	for _, f := range flows {
		money += f.money
	}
	return money
}

// of lists the other ends of the rows of several items.
func (r *rows) of(first, end int32) []int32 { return r.end[r.first[first]:r.first[end]] }
