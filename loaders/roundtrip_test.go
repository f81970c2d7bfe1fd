package loaders_test

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/loaders"
)

// scope is how much of a network a format holds.
type scope struct {
	info, nodes bool
	declared    bool // keeps apart the nodes that nobody describes
}

var scopes = map[loaders.Format]scope{
	loaders.Folder:   {true, true, true},
	loaders.Zip:      {true, true, true},
	loaders.CSV:      {},
	loaders.TSV:      {},
	loaders.JSON:     {true, true, true},
	loaders.NodeLink: {true, true, false},

	loaders.Parquet:       {},
	loaders.ParquetFolder: {true, true, true},
}

// facts is all that a network says, without where it was read.
func facts(net *graph.Network, s scope) string {
	var lines []string
	nodeAttrs, sourceAttrs := net.Attributes()
	if s.info {
		info := net.Info
		info.Name, info.ProductsPlace, info.MayFailPlace = "", graph.Place{}, graph.Place{}
		lines = append(lines, fmt.Sprintf("%#v", info))
	}
	if s.nodes {
		for i := range graph.NodeID(net.NumNodes()) {
			node := net.Node(i)
			node.Place, node.ParentColumn, node.CountryColumn = graph.Place{}, 0, 0
			for _, v := range []*graph.Number{&node.Volume, &node.StockDays, &node.RecoverDays, &node.PFail} {
				v.Column = 0
			}
			lines = append(lines, fmt.Sprintf("%#v %v", node, net.Declared(i) && s.declared))
		}
		slices.Sort(lines)
		for _, in := range net.Inputs() {
			in.Place, in.CustomerColumn, in.EffectColumn = graph.Place{}, 0, 0
			lines = append(lines, fmt.Sprintf("%#v", in))
		}
		lines = append(lines, fmt.Sprintf("%q", nodeAttrs))
	}
	for i := range graph.SourceID(net.NumSources()) {
		source := net.Source(i)
		source.Place, source.CustomerColumn = graph.Place{}, 0
		for _, v := range []*graph.Number{
			&source.Share, &source.MaxShare, &source.SwitchDays, &source.TransitDays,
			&source.BufferDays, &source.Refill, &source.Quorum, &source.Weight, &source.Flow,
		} {
			v.Column = 0
		}
		lines = append(lines, fmt.Sprintf("%#v", source))
	}
	return strings.Join(append(lines, fmt.Sprintf("%q", sourceAttrs)), "\n")
}

// checkRoundTrip writes a network in a format, reads it back and compares all
// that the format holds; and writes it again, to the same bytes.
func checkRoundTrip(t *testing.T, net *graph.Network, format loaders.Format) {
	t.Helper()
	out := loaders.Output{Format: format}
	var back *graph.Network
	var err error
	var text bytes.Buffer
	if out.Folder() {
		folder := filepath.Join(t.TempDir(), "data")
		if err := loaders.Save(t.Context(), folder, net, out); err != nil {
			t.Fatal(err)
		}
		back, err = loaders.Open(t.Context(), folder, loaders.Options{})
	} else {
		if err := loaders.Write(t.Context(), &text, net, out); err != nil {
			t.Fatal(err)
		}
		back, err = loaders.Read(t.Context(), "x", bytes.NewReader(text.Bytes()), loaders.Options{})
	}
	if err != nil {
		t.Fatalf("%s: %s\nfrom %s", format, failure(err), text.String())
	}
	if got, want := facts(back, scopes[format]), facts(net, scopes[format]); got != want {
		t.Fatal(format, diff(got, want), "\nfrom "+text.String())
	}
	if !out.Folder() && format != loaders.NodeLink { // which declares all nodes
		var again bytes.Buffer
		if err := loaders.Write(t.Context(), &again, back, out); err != nil {
			t.Fatal(err)
		}
		if again.String() != text.String() {
			t.Fatal(format, diff(again.String(), text.String()))
		}
	}
}

func TestRoundTrip(t *testing.T) {
	rounds := 400
	if testing.Short() {
		rounds = 40
	}
	for seed := range uint64(rounds) {
		net := randomNetwork(rand.New(rand.NewPCG(seed, 0)))
		for _, format := range loaders.Formats() {
			if lost := loaders.Lost(net, loaders.Output{Format: format}); lost != nil && scopes[format].info {
				t.Fatalf("seed %d: %s loses %q", seed, format, lost)
			}
			checkRoundTrip(t, net, format)
		}
		if t.Failed() {
			t.Fatal("seed", seed)
		}
	}
}

// randomNetwork makes small networks of every kind of row and hostile texts.
func randomNetwork(r *rand.Rand) *graph.Network {
	m := maker{r}
	b := graph.NewBuilder(graph.Info{Title: m.maybe(), Description: m.maybe(), Licence: m.maybe(), AsOf: m.date()})
	ids := make([]string, 1+r.IntN(8))
	for i := range ids {
		ids[i] = fmt.Sprint(i, m.maybe())
	}
	id := func() string { return ids[r.IntN(len(ids))] }
	attrs := [2][]string{m.names(), m.names()}
	if r.IntN(3) > 0 {
		for _, id := range ids {
			b.AddNode(graph.Node{
				ID: id, Name: m.maybe(), Kind: m.maybe(), Sector: m.maybe(), Country: m.maybe(), Product: graph.Mark(r.IntN(3)),
				Volume: m.number(), Unit: m.maybe(), StockDays: m.number(), RecoverDays: m.number(), PFail: m.number(),
				Note: m.maybe(), Evidence: m.maybe(), AsOf: m.date(), Confidence: m.confidence(),
				Parent: pick(r, "", ids[0]), Attrs: m.attrs(attrs[0]),
			})
		}
	}
	for i := range r.IntN(3) {
		b.AddInput(graph.Input{
			SupplierSector: fmt.Sprint(i, m.maybe()), CustomerSector: pick(r, "*", "1", "2"), Effect: pick(r, "", "essential", "linear", "none"),
			Attrs: m.attrs(attrs[0][:min(1, len(attrs[0]))]),
		})
	}
	for range 1 + r.IntN(10) {
		b.AddSource(graph.Source{
			Supplier: id(), Customer: id(), Need: m.maybe(),
			Share: m.number(), MaxShare: m.number(), SwitchDays: m.number(), TransitDays: m.number(),
			BufferDays: m.number(), Refill: m.number(), Quorum: m.number(), Weight: m.number(), Flow: m.number(),
			Level: pick(r, "", "critical", "degrading", "optional", "capital"),
			Note:  m.maybe(), Evidence: m.maybe(), AsOf: m.date(), Confidence: m.confidence(),
			Attrs: m.attrs(attrs[1]),
		})
	}
	return b.Build()
}

type maker struct{ *rand.Rand }

func pick[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// maybe is a text, or none. What readers trim is not at its ends.
func (m maker) maybe() string {
	if m.IntN(2) == 0 {
		return ""
	}
	var b strings.Builder
	for range 1 + m.IntN(3) {
		b.WriteString(pick(m.Rand, "a", "Z", "0", "-1", ",", ";", "\t", "|", `"`, `""`, `\`, "\n", "\r", "'", "=", "@", "#", ":", "- ", "{", "}", "[",
			"é", "漢", "😀", "\u2028", "\ufeff", "\x1b[31m", "<b>", "&", "null", "true", "1e3", "2025-10-26", "%", "sep=", "%!", "\u0085", "*a", "NO"))
	}
	text := strings.TrimSpace(strings.ReplaceAll(b.String(), "\r\n", "\n"))
	return text
}

func (m maker) number() graph.Number {
	switch m.IntN(7) {
	case 3:
		low := float64(m.IntN(10)) / 10
		return graph.Between(low, low+m.Float64()+0.1)
	case 0:
		return graph.Num(m.Float64())
	case 1:
		return graph.Num(float64(m.IntN(100)))
	case 2:
		return graph.Num(pick(m.Rand, 0, -1, 1e-300, math.MaxFloat64, math.SmallestNonzeroFloat64, 1.0/3, 0.1+0.2))
	}
	return graph.Number{}
}

func (m maker) confidence() graph.Confidence {
	return pick(m.Rand, "", "", graph.Reported, graph.Inferred, graph.Assumed, "0.25")
}

func (m maker) date() string {
	return pick(m.Rand, "", "", "2025", "2025-10", "2025-10-28")
}

// names are those of attributes, some of them other words for our columns.
func (m maker) names() []string {
	var names []string
	for _, name := range []string{"region", "vendor", "label", "Type", "part", "x y", "a,b", "buyer", "key", "\"", "node"} {
		if m.IntN(4) == 0 {
			names = append(names, name)
		}
	}
	m.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	return names
}

func (m maker) attrs(names []string) []graph.Attr {
	var attrs []graph.Attr
	for _, name := range names {
		attrs = append(attrs, graph.Attr{Name: name, Value: m.maybe()})
	}
	return attrs
}
