package reference

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"linestop/graph"
)

// network reads rows such as
//
//	a->p  b->p:steel  c->p:steel 2 optional assumed
//
// one a line: supplier, customer and need, then a quorum, a level and a
// confidence where there are any.
func network(t *testing.T, rows string) *graph.Network {
	t.Helper()
	b := graph.NewBuilder(graph.Info{})
	for line := range strings.Lines(rows) {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		var row graph.Source
		row.Supplier, row.Customer, _ = strings.Cut(fields[0], "->")
		row.Customer, row.Need, _ = strings.Cut(row.Customer, ":")
		for _, f := range fields[1:] {
			if q, err := strconv.Atoi(f); err == nil {
				row.Quorum = graph.Num(float64(q))
			} else if _, err := graph.ParseLevel(f); err == nil {
				row.Level = f
			} else if row.Confidence, err = graph.ParseConfidence(f); err != nil {
				t.Fatalf("%q: %v", f, err)
			}
		}
		b.AddSource(row)
	}
	return b.Build()
}

// cutOf reads "a b->p c->p:steel": nodes and rows.
func cutOf(t *testing.T, net *graph.Network, text string) (cut Cut) {
	t.Helper()
	for f := range strings.FieldsSeq(text) {
		c := graph.Cut{Target: f}
		if strings.Contains(f, "->") {
			s, err := net.ParseSupply(f)
			if err != nil {
				t.Fatal(err)
			}
			c = graph.Cut{Supply: &s}
		}
		nodes, rows, err := net.Resolve(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		cut.Nodes, cut.Rows = append(cut.Nodes, nodes...), append(cut.Rows, rows...)
	}
	return cut
}

// names lists a set of nodes by id: "a b".
func names(net *graph.Network, set map[graph.NodeID]bool) string {
	var ids []string
	for i := range set {
		ids = append(ids, net.ID(i))
	}
	slices.Sort(ids)
	return strings.Join(ids, " ")
}

// stepped lists nodes with their steps: "a0 b1".
func stepped(net *graph.Network, steps map[graph.NodeID]int) string {
	var ids []string
	for i, step := range steps {
		ids = append(ids, fmt.Sprint(net.ID(i), step))
	}
	slices.Sort(ids)
	return strings.Join(ids, " ")
}

// keys is the set of nodes that broke.
func keys(steps map[graph.NodeID]int) map[graph.NodeID]bool {
	return setOf(slices.Collect(maps.Keys(steps)))
}
