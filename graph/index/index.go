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
	"linestop/internal/scc"
)

// Index is a compiled network.
type Index struct {
	Net         *graph.Network
	Worst, Best *World // the same one if every row is sure

	rates      func() *Rates
	days       func() *Days
	components func() scc.Components
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
	net   *graph.Network
	needs []need  // nil: each needs one of its rows, and all of them count
	sole  Marks   // needs that tolerate no dead row
	out   *onward // rows that count; nil: all do

	counting sync.Once
	deaths   []uint16 // see Deaths

	starting sync.Mutex
	start    *Start // nil until it is asked for
}

type need struct {
	required  int32 // counted rows that must be alive
	tolerance int32 // counted rows that may be dead
}

// Compile makes the index of a network, or finds it in the compiled file that the network lies in.
// Its worlds hold only critical needs: the loss of another never stops its customer. O(nodes + rows), or
// of a file O(1). The error is that of ctx, or what is wrong with the file.
func Compile(ctx context.Context, net *graph.Network) (*Index, error) {
	if net.File() != nil {
		return restore(net)
	}
	ix := &Index{Net: net}
	if net.Plain() {
		ix.Best = plainWorld(ctx, net)
		ix.Worst = ix.Best
	} else {
		ix.Worst, ix.Best = worlds(ctx, net)
	}
	ix.lazily()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return ix, nil
}

// lazily is what is computed once somebody asks for it.
func (ix *Index) lazily() {
	ix.readNumbers()
	ix.components = sync.OnceValue(func() scc.Components { return newComponents(ix) })
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

// Prepare computes Rates, Days and Components, a second or less of each for a million nodes, and
// heeds ctx between them, whose error is the only one. Without it they are computed when they are
// first asked for.
func (ix *Index) Prepare(ctx context.Context) error {
	for _, compute := range []func(){func() { ix.rates() }, func() { ix.days() }, func() { ix.components() }} {
		if err := ctx.Err(); err != nil {
			return err
		}
		compute()
	}
	return ctx.Err()
}

// Out lists the needs that node i serves, one entry for each row of any level, in
// the order of Network.Deliveries, and beside each its customer.
func (ix *Index) Out(i graph.NodeID) ([]graph.NeedID, []graph.NodeID) { return ix.Net.Onward(i) }

// Nodes is how many nodes the world has.
func (w *World) Nodes() int { return w.net.NumNodes() }

// Needs is how many needs the world has.
func (w *World) Needs() int { return w.net.NumNeeds() }

// Out lists the needs that count on supplier i, one entry for each row, and
// beside each its customer.
func (w *World) Out(i graph.NodeID) ([]graph.NeedID, []graph.NodeID) {
	if w.out != nil {
		return w.out.of(i)
	}
	return w.net.Onward(i)
}

// Ahead reads where the lists of Out begin for some nodes: see graph.Network.Ahead.
func (w *World) Ahead(nodes []graph.NodeID) (sum int32) {
	if w.out != nil {
		return w.out.ahead(nodes)
	}
	return w.net.Ahead(nodes)
}

// Tolerances sets list, by need, to what Tolerance says.
func (w *World) Tolerances(list []int32) {
	for k := range w.needs {
		list[k] = w.needs[k].tolerance
	}
	if w.needs == nil {
		for k := range list {
			list[k] = int32(len(w.net.SourcesOf(graph.NeedID(k))) - 1)
		}
	}
}

// Customer is the node that has need k.
func (w *World) Customer(k graph.NeedID) graph.NodeID { return w.net.CustomerOf(k) }

// Tolerance is how many of the counted rows of need k may be dead.
func (w *World) Tolerance(k graph.NeedID) int32 { return w.need(k).tolerance }

// Sole says whether need k fails with the first of its counted rows.
func (w *World) Sole(k graph.NeedID) bool { return w.sole[k>>6]&(1<<(k&63)) != 0 }

func (w *World) need(k graph.NeedID) need {
	if w.needs != nil {
		return w.needs[k]
	}
	return need{1, int32(len(w.net.SourcesOf(k)) - 1)}
}

// Counts says whether a row counts for its need.
func (w *World) Counts(row graph.SourceID) bool {
	if w.out == nil {
		return true
	}
	return w.counts(row, w.net.NeedOf(row))
}

func (w *World) counts(row graph.SourceID, k graph.NeedID) bool {
	counted := int(w.needs[k].required + w.needs[k].tolerance)
	return counted > 0 && (counted == len(w.net.SourcesOf(k)) || w.net.Sure(row))
}

// Row is the supplier and the need of a row.
func (w *World) Row(row graph.SourceID) (graph.NodeID, graph.NeedID) {
	supplier, _ := w.net.Ends(row)
	return supplier, w.net.NeedOf(row)
}

// Rows lists the rows of supplier i, those that do not count among them.
func (w *World) Rows(i graph.NodeID) []graph.SourceID { return w.net.Deliveries(i) }

// NeedsOf lists the needs of node i.
func (w *World) NeedsOf(i graph.NodeID) iter.Seq[graph.NeedID] { return w.net.Needs(i) }

// Suppliers yields the supplier of each counted row of need k; none if no death
// matters.
func (w *World) Suppliers(k graph.NeedID) iter.Seq[graph.NodeID] {
	return func(yield func(graph.NodeID) bool) {
		if w.need(k).required == 0 {
			return
		}
		for _, row := range w.net.SourcesOf(k) {
			if supplier, _ := w.net.Ends(row); w.Counts(row) && !yield(supplier) {
				return
			}
		}
	}
}
