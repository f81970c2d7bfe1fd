// Package index freezes a network into flat arrays on which questions run.
//
// Names and places stay behind in the graph.Network; here are only numbers:
// nodes, needs and rows as the Network numbers them. An Index is read-only and
// serves any number of goroutines.
package index

import (
	"context"
	"iter"
	"sync"

	"linestop/graph"
)

// Index is a compiled network.
type Index struct {
	Net         *graph.Network
	Worst, Best *World // the same one if every row is sure

	first     []int32 // by supplier, and one more: a range of customers
	customers []graph.NodeID

	rates      func() *Rates
	days       func() *Days
	components func() *Components
}

// World is one turn of the unsure rows, each of which may exist or not. In it a
// node fails when more of the rows that count for one of its critical needs are
// dead than that need tolerates.
//
// Two worlds bound all others, because failures only grow as rows of a running
// source go and rows of a dead one come. Let a need have m rows, s of them sure,
// and quorum q.
//
//   - In the worst world unsure rows do not help. If s >= q they do not exist:
//     the sure rows count and s-q may die. If s < q the need can only be met with
//     some of the unsure rows, and nobody says which: all rows count and none
//     may die.
//   - In the best world every unsure row that helps exists: all rows count and
//     m-q may die. A need without a sure row does not exist: no death matters.
//
// So a node that fails in the worst world fails in some turn of the rows, and one
// that fails in the best world fails in all.
type World struct {
	net       *graph.Network
	firstOut  []int32 // by supplier, and one more: a range of out
	out       []graph.NeedID
	customer  []graph.NodeID // by need
	tolerance []int32        // by need
	counted   []int32        // by need
	whole     bool           // every row counts

	starting sync.Mutex
	start    []int32 // see Start; nil until it is asked for
}

// Compile makes the index of a network. Its worlds hold only critical needs: the
// loss of another never stops its customer. O(nodes + rows); the only error is
// that of ctx.
func Compile(ctx context.Context, net *graph.Network) (*Index, error) {
	customer := make([]graph.NodeID, net.NumNeeds())
	for k := range graph.Each(ctx, graph.NeedID(net.NumNeeds())) {
		customer[k] = net.CustomerOf(k)
	}
	needs, unsure := rules(ctx, net)
	ix := &Index{Net: net}
	ix.Best = newWorld(ctx, net, customer, needs, rule.best)
	ix.Worst = ix.Best
	if unsure {
		ix.Worst = newWorld(ctx, net, customer, needs, rule.worst)
	}
	ix.first, ix.customers = customers(ctx, net)
	ix.readNumbers()
	ix.components = sync.OnceValue(func() *Components { return computeComponents(net) })
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return ix, nil
}

// With is the index for a network that differs from the one compiled in nothing
// but numbers: see graph.Network.Drawn. O(1).
func (ix *Index) With(net *graph.Network) *Index {
	other := *ix
	other.Net = net
	other.readNumbers()
	return &other
}

// readNumbers makes rates and days those of the network, once they are asked for.
func (ix *Index) readNumbers() {
	net := ix.Net
	ix.rates = sync.OnceValue(func() *Rates { return newRates(net) })
	ix.days = sync.OnceValue(func() *Days { return newDays(net) })
}

func customers(ctx context.Context, net *graph.Network) (first []int32, list []graph.NodeID) {
	first = make([]int32, 0, net.NumNodes()+1)
	list = make([]graph.NodeID, 0, net.NumSources())
	for i := range graph.Each(ctx, graph.NodeID(net.NumNodes())) {
		first = append(first, int32(len(list)))
		for _, row := range net.Deliveries(i) {
			_, customer := net.Ends(row)
			list = append(list, customer)
		}
	}
	return append(first, int32(len(list))), list
}

// Customers lists the customers of node i, one entry for each row of any level,
// in the order of Network.Deliveries.
func (ix *Index) Customers(i graph.NodeID) []graph.NodeID {
	return ix.customers[ix.first[i]:ix.first[i+1]]
}

// Nodes is how many nodes the world has.
func (w *World) Nodes() int { return len(w.firstOut) - 1 }

// Needs is how many needs the world has.
func (w *World) Needs() int { return len(w.customer) }

// Out lists the needs that count on supplier i, one entry for each row.
func (w *World) Out(i graph.NodeID) []graph.NeedID { return w.out[w.firstOut[i]:w.firstOut[i+1]] }

// Customer is the node that has need k.
func (w *World) Customer(k graph.NeedID) graph.NodeID { return w.customer[k] }

// Tolerance is how many of the counted rows of need k may be dead.
func (w *World) Tolerance(k graph.NeedID) int32 { return w.tolerance[k] }

// Required is how many of the counted rows of need k must be alive.
func (w *World) Required(k graph.NeedID) int32 { return w.counted[k] - w.tolerance[k] }

// Counts says whether a row counts for its need.
func (w *World) Counts(row graph.SourceID) bool {
	if w.whole {
		return true
	}
	k := w.net.NeedOf(row)
	return w.counted[k] > 0 && (int(w.counted[k]) == len(w.net.SourcesOf(k)) || w.net.Sure(row))
}

// Row is the supplier and the need of a row.
func (w *World) Row(row graph.SourceID) (graph.NodeID, graph.NeedID) {
	supplier, _ := w.net.Ends(row)
	return supplier, w.net.NeedOf(row)
}

// Rows lists the rows of supplier i, those that do not count among them.
func (w *World) Rows(i graph.NodeID) []graph.SourceID { return w.net.Deliveries(i) }

// Sources lists the rows of need k, those that do not count among them.
func (w *World) Sources(k graph.NeedID) []graph.SourceID { return w.net.SourcesOf(k) }

// NeedsOf lists the needs of node i.
func (w *World) NeedsOf(i graph.NodeID) iter.Seq[graph.NeedID] { return w.net.Needs(i) }
