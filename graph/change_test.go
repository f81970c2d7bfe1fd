package graph_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
)

// shown is a network as text: "id kind parent" and "supplier->customer:need buffer".
func shown(net *graph.Network) []string {
	var list []string
	for i := range graph.NodeID(net.NumNodes()) {
		n := net.Node(i)
		list = append(list, strings.TrimRight(fmt.Sprintf("%s %s %s", n.ID, n.Kind, n.Parent), " "))
	}
	for s := range graph.SourceID(net.NumSources()) {
		r := net.Source(s)
		list = append(list, strings.TrimRight(fmt.Sprintf("%s %s", graph.Supply{Supplier: r.Supplier, Customer: r.Customer, Need: r.Need}, r.BufferDays), " "))
	}
	return list
}

func TestWith(t *testing.T) {
	node := func(id, kind string) *graph.Node { return &graph.Node{ID: id, Kind: kind} }
	row := func(supplier, customer, need string, buffer ...float64) graph.Source {
		s := graph.Source{Supplier: supplier, Customer: customer, Need: need}
		if len(buffer) > 0 {
			s.BufferDays = num(buffer[0])
		}
		return s
	}
	base := func() *graph.Network {
		return build(graph.Info{Products: `id == "p"`}, []graph.Node{{ID: "co", Kind: "firm"}, {ID: "a", Parent: "co"}, {ID: "b"}, {ID: "p"}},
			[]graph.Source{row("a", "p", "x"), row("b", "p", "x"), row("b", "p", "")})
	}
	tests := []struct {
		name    string
		changes []graph.Change
		want    []string
		err     string
	}{
		{
			name: "nothing",
			want: []string{"co firm", "a  co", "b", "p", "a->p:x", "b->p:x", "b->p"},
		},
		{
			name:    "a node and a row more",
			changes: []graph.Change{{Node: node("c", "fab")}, {Source: row("c", "p", "x", 3)}},
			want:    []string{"co firm", "a  co", "b", "p", "c fab", "a->p:x", "b->p:x", "b->p", "c->p:x 3"},
		},
		{
			name:    "a node and its rows less",
			changes: []graph.Change{{Action: graph.Remove, Node: node("b", "")}},
			want:    []string{"co firm", "a  co", "p", "a->p:x"},
		},
		{
			name:    "nobody belongs to a node that is gone",
			changes: []graph.Change{{Action: graph.Remove, Node: node("co", "")}},
			want:    []string{"a", "b", "p", "a->p:x", "b->p:x", "b->p"},
		},
		{
			name:    "rows less, all between two nodes",
			changes: []graph.Change{{Action: graph.Remove, Source: row("b", "p", "")}},
			want:    []string{"co firm", "a  co", "b", "p", "a->p:x"},
		},
		{
			name:    "rows less, of one need",
			changes: []graph.Change{{Action: graph.Remove, Source: row("b", "p", "x")}},
			want:    []string{"co firm", "a  co", "b", "p", "a->p:x", "b->p"},
		},
		{
			name:    "a whole need overwritten",
			changes: []graph.Change{{Action: graph.Set, Source: row("", "p", "x", 30)}, {Action: graph.Set, Node: node("co", "group")}},
			want:    []string{"co group", "a  co", "b", "p", "a->p:x 30", "b->p:x 30", "b->p"},
		},
		{
			name: "one after the other",
			changes: []graph.Change{
				{Action: graph.Remove, Node: node("b", "")},
				{Node: node("b", "new")},
				{Source: row("b", "p", "x", 1)},
				{Action: graph.Set, Source: row("b", "p", "x", 2)},
				{Source: row("b", "p", "y", 1)},
				{Node: node("gone", "")},
				{Action: graph.Remove, Node: node("gone", "")},
			},
			want: []string{"co firm", "a  co", "p", "b new", "a->p:x", "b->p:x 2", "b->p:y 1"},
		},
		{
			name: "what is not there",
			changes: []graph.Change{
				{Action: graph.Set, Node: node("c", "fab"), Place: graph.Place{File: "s.yaml", Line: 7, Column: 5}},
				{Action: graph.Remove, Source: row("b", "p", "z"), Place: graph.Place{File: "s.yaml", Line: 8, Column: 5}},
				{Action: graph.Set, Source: row("", "q", "")},
				{Action: graph.Set, Source: row("c", "p", "")},
				{Action: graph.Set, Source: row("", "p", "x", 1)},
				{Action: graph.Remove, Source: row("a", "p", "")},
				{Action: graph.Set, Source: row("a", "p", "")},
				{Action: graph.Set, Source: row("", "p", "z")},
				{Action: graph.Set, Source: row("", "a", "")},
			},
			err: `s.yaml:7:5: node "c" is not in the data
s.yaml:8:5: row "b->p:z": not in the data
node "q" is not in the data
node "c" is not in the data
row "a->p": not in the data
need "z" of "p": not in the data
needs of "a": not in the data`,
		},
	}
	for _, c := range tests {
		t.Run(c.name, func(t *testing.T) {
			net := base()
			changed, err := net.With(t.Context(), c.changes)
			switch {
			case c.err != "":
				if err == nil || err.Error() != c.err || !errors.Is(err, graph.ErrUnknown) || changed != nil {
					t.Errorf("got error\n%v, want\n%s", err, c.err)
				}
			case err != nil:
				t.Error(err)
			case !slices.Equal(shown(changed), c.want):
				t.Errorf("got\n%q, want\n%q", shown(changed), c.want)
			case !slices.Equal(names(changed, changed.Products()), []string{"p"}):
				t.Errorf("products are %q", names(changed, changed.Products()))
			}
			if got, want := shown(net), shown(base()); !slices.Equal(got, want) {
				t.Errorf("the network itself is now\n%q, was\n%q", got, want)
			}
		})
	}
}

// TestWithOnAnEdgeList: once one node is described all are, or the others would
// be unknown.
func TestWithOnAnEdgeList(t *testing.T) {
	net := build(graph.Info{}, nil, rows("a", "b", "b", "p"))
	changed, err := net.With(t.Context(), []graph.Change{{Action: graph.Set, Node: &graph.Node{ID: "a", RecoverDays: num(9)}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := changed.Node(id(t, changed, "a")).RecoverDays; got != num(9) {
		t.Errorf("a recovers in %v days", got)
	}
	if problems := validate(t, changed); len(problems) > 0 {
		t.Errorf("problems: %q", lines(problems))
	}
	changed, err = net.With(t.Context(), []graph.Change{{Source: graph.Source{Supplier: "c", Customer: "p"}}})
	if err != nil {
		t.Fatal(err)
	}
	if changed.Declared(id(t, changed, "a")) {
		t.Error("a change of rows describes nodes")
	}
}

// TestWithOverwritesWhatIsGiven: each field, and nothing else.
func TestWithOverwritesWhatIsGiven(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddNode(graph.Node{ID: "asml", Place: fullNode.Place})
	b.AddNode(graph.Node{ID: "tsmc"})
	b.AddNode(fullNode)
	b.AddSource(graph.Source{Supplier: "asml", Customer: "fab18", Need: "scanners", Place: fullSource.Place, CustomerColumn: fullSource.CustomerColumn})
	b.AddSource(fullSource)
	net := b.Build()
	by, bySource := fullNode, fullSource
	by.ID = "asml"
	setAll, err := net.With(t.Context(), []graph.Change{{Action: graph.Set, Node: &by}, {Action: graph.Set, Source: bySource}})
	if err != nil {
		t.Fatal(err)
	}
	wantNode, wantSource := by, bySource
	wantNode.ParentColumn, wantNode.CountryColumn = 0, 0
	wantSource.CustomerColumn = 0
	for _, v := range []*graph.Number{
		&wantNode.Volume, &wantNode.StockDays, &wantNode.RecoverDays, &wantNode.PFail,
		&wantSource.Share, &wantSource.MaxShare, &wantSource.SwitchDays, &wantSource.TransitDays,
		&wantSource.BufferDays, &wantSource.Refill, &wantSource.Quorum, &wantSource.Weight, &wantSource.Flow,
	} {
		v.Column = 0 // the row is now where the change is
	}
	if got := setAll.Node(id(t, setAll, "asml")); !reflect.DeepEqual(got, wantNode) {
		t.Errorf("got\n%+v, want\n%+v", got, wantNode)
	}
	if got := setAll.Source(1); !reflect.DeepEqual(got, wantSource) {
		t.Errorf("got\n%+v, want\n%+v", got, wantSource)
	}
	setNone, err := net.With(t.Context(), []graph.Change{{Action: graph.Set, Node: &graph.Node{ID: "fab18"}}, {Action: graph.Set, Source: graph.Source{Customer: "fab18"}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := setNone.Node(id(t, setNone, "fab18")); !reflect.DeepEqual(got, fullNode) {
		t.Errorf("got\n%+v, want\n%+v", got, fullNode)
	}
	if got := setNone.Source(1); !reflect.DeepEqual(got, fullSource) {
		t.Errorf("got\n%+v, want\n%+v", got, fullSource)
	}
}

func TestWithKeepsWhatTheReaderReported(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.Report(graph.Problem{Code: "number", Message: "bad"})
	addAll(b, nil, rows("a", "p"))
	changed, err := b.Build().With(t.Context(), []graph.Change{{Source: graph.Source{Supplier: "b", Customer: "p"}}})
	if err != nil {
		t.Fatal(err)
	}
	if got := lines(validate(t, changed)); !slices.Equal(got, []string{"error: bad [number]"}) {
		t.Errorf("problems: %q", got)
	}
}

func TestChangeSaysWhatItIsAbout(t *testing.T) {
	for want, c := range map[string]graph.Change{
		"add node spare":        {Node: &graph.Node{ID: "spare"}},
		"add a->b":              {Source: graph.Source{Supplier: "a", Customer: "b"}},
		"remove a->b:wafers":    {Action: graph.Remove, Source: graph.Source{Supplier: "a", Customer: "b", Need: "wafers"}},
		"set wafers of b":       {Action: graph.Set, Source: graph.Source{Customer: "b", Need: "wafers"}},
		"set needs of b":        {Action: graph.Set, Source: graph.Source{Customer: "b"}},
		"remove node hamburg-1": {Action: graph.Remove, Node: &graph.Node{ID: "hamburg-1"}},
	} {
		if got := c.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
