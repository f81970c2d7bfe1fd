package graph_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"sync"
	"testing"

	"linestop/graph"
)

// anyRow is a random row of either table, with cells of every kind and ids that repeat.
func anyRow(r *rand.Rand, row int) any {
	id := func() string { return fmt.Sprintf("n%d", r.IntN(60)) }
	text := func() string { return [...]string{"", "", "x", fmt.Sprint("text ", r.IntN(30))}[r.IntN(4)] }
	v := func() graph.Number {
		return [...]graph.Number{{}, graph.Num(float64(r.IntN(9))), graph.Between(1, float64(2+r.IntN(9)))}[r.IntN(3)]
	}
	at := graph.Place{File: [...]string{"", "a.csv", "b.csv"}[r.IntN(3)], Line: row, Column: 1 + r.IntN(9)}
	attrs := []graph.Attr{{Name: [...]string{"hs", "site", "lot"}[r.IntN(3)], Value: text()}}
	if r.IntN(3) == 0 {
		return graph.Node{
			ID: id(), Name: text(), Kind: text(), Parent: [...]string{"", id()}[r.IntN(2)], Country: text(), Product: graph.Mark(r.IntN(3)),
			Volume: v(), StockDays: v(), Note: text(), Confidence: graph.Confidence(text()), Attrs: attrs, Place: at,
		}
	}
	return graph.Source{
		Supplier: id(), Customer: id(), Need: text(), Share: v(), BufferDays: v(), Weight: v(), Level: text(), AsOf: text(), Attrs: attrs, Place: at,
	}
}

func add(b *graph.Builder, row any) {
	switch row := row.(type) {
	case graph.Node:
		b.AddNode(row)
	case graph.Source:
		b.AddSource(row)
	}
	b.Report(graph.Problem{Code: "odd", Message: fmt.Sprint(row)})
}

// dump is all that a network holds, in the order of its numbers.
func dump(t *testing.T, n *graph.Network) (all []any) {
	nodes, sources := n.Attributes()
	all = append(all, nodes, sources, n.Products(), validate(t, n))
	for i := range graph.NodeID(n.NumNodes()) {
		all = append(all, n.Node(i), n.Parent(i))
	}
	for s := range graph.SourceID(n.NumSources()) {
		all = append(all, n.Source(s), n.NeedOf(s))
	}
	return all
}

func TestPartsAreAsOneRun(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 0))
		whole, parted := graph.NewBuilder(graph.Info{}), graph.NewBuilder(graph.Info{})
		part, row := parted.Part(), 0
		for row < 400 {
			b := [...]*graph.Builder{parted, part}[r.IntN(2)]
			for range r.IntN(80) {
				row++
				what := anyRow(r, row)
				add(whole, what)
				add(b, what)
			}
			parted.Join(part) // filled again, or empty
		}
		if got, want := dump(t, parted.Build()), dump(t, whole.Build()); !reflect.DeepEqual(got, want) {
			for i := range want {
				if i >= len(got) || !reflect.DeepEqual(got[i], want[i]) {
					t.Fatalf("seed %d: at %d of %d and %d: got\n%+v\nwant\n%+v", seed, i, len(got), len(want), got[i], want[i])
				}
			}
		}
	}
}

// Of each kind as many problems are kept, and counted, however they are parted.
func TestPartsKeepNoMoreProblems(t *testing.T) {
	const most = graph.MaxProblems
	b := graph.NewBuilder(graph.Info{})
	parts := []*graph.Builder{b.Part(), b.Part(), b.Part()}
	var readers sync.WaitGroup
	for i, p := range parts {
		readers.Go(func() {
			for line := range 700 * (i + 1) {
				p.Report(graph.Problem{Code: "odd", Place: graph.Place{File: "x", Line: 10_000*i + line}})
			}
		})
	}
	readers.Wait()
	for _, p := range parts {
		b.Join(p)
	}
	problems := validate(t, b.Build())
	if got := problems.Errors(); got != 4200 {
		t.Errorf("%d errors, not 4200", got)
	}
	if last := problems[most-1].Place.Line; len(problems) != most+1 || last != 10_299 {
		t.Errorf("%d problems, the last kept in line %d", len(problems), last)
	}
}
