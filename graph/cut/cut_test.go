package cut_test

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/indextest"
)

// TestRun holds whole answers, worked by hand, against the engine's.
func TestRun(t *testing.T) {
	for _, test := range []struct {
		name, rows string
		cut        []graph.Cut
		want       string
	}{
		{
			// a ──▶ b ──▶ c
			name: "and",
			rows: "b<x: a\nc<y: b",
			cut:  targets("a"),
			want: "0 a cut\n1 b x\n2 c y",
		},
		{
			// a ─┐
			//    ├any─▶ c ──▶ d
			// b ─┘
			name: "or",
			rows: "c<x: a b\nd<y: c",
			cut:  targets("a"),
			want: "0 a cut\nexposed c x 1 of 2 last\nexposed d",
		},
		{
			name: "or, both lost",
			rows: "c<x: a b\nd<y: c",
			cut:  targets("a", "b"),
			want: "0 a cut\n0 b cut\n1 c x\n2 d y",
		},
		{
			// a ─┐
			// b ─┼any two─▶ d
			// c ─┘
			name: "quorum",
			rows: "d<x 2: a b c",
			cut:  targets("a"),
			want: "0 a cut\nexposed d x 2 of 3 last",
		},
		{
			name: "quorum, one too many",
			rows: "d<x 2: a b c",
			cut:  targets("a", "c"),
			want: "0 a cut\n0 c cut\n1 d x",
		},
		{
			//  ┌─────────────┐
			//  ▼             │
			//  a ──▶ b ──▶ c ┴─▶ d      e ──any with c──▶ a
			name: "a cycle that is not hit survives, but could not start again",
			rows: "a<x: c e\nb<y: a\nc<z: b\nd<w: c",
			cut:  targets("e"),
			want: "0 e cut\nexposed c\nexposed a x 1 of 2 last\nexposed b\nexposed d\nstranded c a b d",
		},
		{
			name: "a cycle that is hit goes down whole",
			rows: "a<x: c e\nb<y: a\nc<z: b\nd<w: c",
			cut:  targets("b"),
			want: "0 b cut\n1 c z\n2 d w\nexposed a x 1 of 2 last",
		},
		{
			name: "only critical needs break",
			rows: "b<x degrading: a\nc<y optional: a\nd<z capital: a",
			cut:  targets("a"),
			want: "0 a cut\nexposed b x 0 of 1 lost degrading\nexposed c y 0 of 1 lost optional\nexposed d z 0 of 1 lost capital",
		},
		{
			name: "a row is cut",
			rows: "c<x: a\nd<y: a\ne<z: c",
			cut:  []graph.Cut{{Supply: &graph.Supply{Supplier: "a", Customer: "c"}}},
			want: "1 c x\n2 e z",
		},
		{
			name: "a row and its supplier are one loss",
			rows: "d<x 2: a b c",
			cut:  append(targets("a"), graph.Cut{Supply: &graph.Supply{Supplier: "a", Customer: "d"}}),
			want: "0 a cut\nexposed d x 2 of 3 last",
		},
		{
			name: "of two needs that fail at one step the first counts",
			rows: "c<y: b\nc<x: a",
			cut:  targets("a", "b"),
			want: "0 b cut\n0 a cut\n1 c y",
		},
		{
			name: "a part that is left stops nobody",
			rows: "b<x: a\nc<y: b",
			cut:  []graph.Cut{{Target: "a", Left: 0.4}},
			want: "reduced a\nexposed b\nexposed c",
		},
		{
			name: "an unsure need may not exist",
			rows: "b<x: a?\nc<y: b",
			cut:  targets("a"),
			want: "0 a cut\n1 b x possible\n2 c y possible",
		},
		{
			name: "an unsure alternate may not exist",
			rows: "c<x: a b?",
			cut:  targets("a"),
			want: "0 a cut\n1 c x possible",
		},
		{
			name: "an unsure alternate that is lost too saves nobody",
			rows: "c<x: a b?",
			cut:  targets("a", "b"),
			want: "0 a cut\n0 b cut\n1 c x",
		},
		{
			name: "of two unsure sources either may be the only one",
			rows: "c<x: a? b?",
			cut:  targets("a"),
			want: "0 a cut\n1 c x possible",
		},
		{
			name: "a sure source is enough, whatever the unsure ones do",
			rows: "c<x: a? b",
			cut:  targets("a"),
			want: "0 a cut\nexposed c x 1 of 2 last",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			net := network(t, test.rows)
			set, err := cut.NewSet(t.Context(), net, test.cut)
			if err != nil {
				t.Fatal(err)
			}
			if got := answer(net, run(t, net, set)); got != test.want {
				t.Errorf("got\n%s\nwant\n%s", got, test.want)
			}
		})
	}
}

// TestNewSetReportsAll finds every cut that names nothing.
func TestNewSetReportsAll(t *testing.T) {
	net := network(t, "b<x: a")
	_, err := cut.NewSet(t.Context(), net, []graph.Cut{{Target: "q"}, {Where: `id == "z"`}, {Supply: &graph.Supply{Supplier: "b", Customer: "a"}}})
	if !errors.Is(err, graph.ErrUnknown) {
		t.Fatalf("error %v is not ErrUnknown", err)
	}
	want := "node \"q\" is not in the data\nno node for which id == \"z\": not in the data\nrow \"b->a\": not in the data"
	if err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

// TestParentsCarryTheirSites cuts a company with all that belongs to it.
func TestParentsCarryTheirSites(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddNode(graph.Node{ID: "group"})
	b.AddNode(graph.Node{ID: "firm", Parent: "group"})
	b.AddNode(graph.Node{ID: "site", Parent: "firm"})
	b.AddSource(graph.Source{Supplier: "site", Customer: "car"})
	net := b.Build()
	set, err := cut.NewSet(t.Context(), net, targets("group"))
	if err != nil {
		t.Fatal(err)
	}
	want := "0 group cut\n0 firm cut\n0 site cut\n1 car site"
	if got := answer(net, run(t, net, set)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestProof shows a proof whole: a quorum of two, a source that is dead, one whose
// row is cut, one that may not exist, and one that runs and is not enough.
func TestProof(t *testing.T) {
	net := network(t, "m<x: a\nz<y 2: m b c? d\nd<w: z")
	set, err := cut.NewSet(t.Context(), net, append(targets("a"), graph.Cut{Supply: &graph.Supply{Supplier: "b", Customer: "z"}}))
	if err != nil {
		t.Fatal(err)
	}
	r := run(t, net, set)
	z, _ := net.Lookup("z")
	want := "0 a cut\n1 m x: a dead\n2 z y: m dead, b cut, c absent, d running"
	if got := proof(net, r.Proof(z)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func targets(ids ...string) []graph.Cut {
	var cuts []graph.Cut
	for _, id := range ids {
		cuts = append(cuts, graph.Cut{Target: id})
	}
	return cuts
}

// network reads lines such as "bike<wheels 2: w1 w2 w3?": the need wheels of
// bike, with quorum 2 (or a level), met by three sources, the last one assumed.
func network(t *testing.T, rows string) *graph.Network {
	t.Helper()
	b := graph.NewBuilder(graph.Info{})
	for line := range strings.Lines(rows) {
		head, suppliers, ok := strings.Cut(line, ":")
		customer, need, ok2 := strings.Cut(head, "<")
		if !ok || !ok2 {
			t.Fatalf("row %q", line)
		}
		name, rule, _ := strings.Cut(need, " ")
		s := graph.Source{Customer: customer, Need: name}
		if q, err := strconv.ParseFloat(rule, 64); err == nil {
			s.Quorum = graph.Num(q)
		} else {
			s.Level = rule
		}
		for supplier := range strings.FieldsSeq(suppliers) {
			s.Supplier, s.Confidence = supplier, ""
			if name, unsure := strings.CutSuffix(supplier, "?"); unsure {
				s.Supplier, s.Confidence = name, graph.Assumed
			}
			b.AddSource(s)
		}
	}
	return b.Build()
}

// answer writes a result whole, one line for each node it names.
func answer(net *graph.Network, r *cut.Result) string {
	var lines []string
	for _, f := range r.Failures {
		line := fmt.Sprint(f.Step, " ", net.ID(f.Node), " cut")
		if f.Need != cut.NoNeed {
			line = fmt.Sprint(f.Step, " ", net.ID(f.Node), " ", needName(net, f.Need))
		}
		if !f.Sure {
			line += " possible"
		}
		lines = append(lines, line)
	}
	for _, i := range r.Set.Reduced {
		lines = append(lines, "reduced "+net.ID(i))
	}
	for _, e := range r.Exposed {
		var line strings.Builder
		line.WriteString("exposed " + net.ID(e.Node))
		for _, l := range e.Lost {
			line.WriteString(fmt.Sprintf(" %s %d of %d", needName(net, l.Need), l.Left, l.Sources))
			switch {
			case !l.Met():
				line.WriteString(" lost " + l.Level.String())
			case l.Last():
				line.WriteString(" last")
			}
		}
		lines = append(lines, line.String())
	}
	if len(r.Stranded) > 0 {
		var line strings.Builder
		line.WriteString("stranded")
		for _, i := range r.Stranded {
			line.WriteString(" " + net.ID(i))
		}
		lines = append(lines, line.String())
	}
	return strings.Join(lines, "\n")
}

func needName(net *graph.Network, k graph.NeedID) string {
	row := net.Source(net.SourcesOf(k)[0])
	if row.Need == "" {
		return row.Supplier
	}
	return row.Need
}

func proof(net *graph.Network, p cut.Proof) string {
	fates := [...]string{cut.Alive: "running", cut.Dead: "dead", cut.RowCut: "cut", cut.Absent: "absent"}
	var lines []string
	for _, s := range p {
		line := fmt.Sprint(s.Step, " ", net.ID(s.Node), " cut")
		if s.Need != cut.NoNeed {
			var sources []string
			for _, source := range s.Sources {
				sources = append(sources, net.ID(source.Supplier)+" "+fates[source.Fate])
			}
			line = fmt.Sprint(s.Step, " ", net.ID(s.Node), " ", needName(net, s.Need), ": ", strings.Join(sources, ", "))
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func run(t testing.TB, net *graph.Network, set cut.Set) *cut.Result {
	t.Helper()
	r, err := cut.Run(t.Context(), indextest.Compile(t, net), set)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
