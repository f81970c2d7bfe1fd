package report

import (
	"strings"
	"testing"

	"linestop/graph"
	"linestop/internal/words"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"Nexperia":           "Nexperia",
		"安世半导体":              "安世半导体",
		"a\x1b[31mred":       `a\u001b[31mred`,
		"line\nbreak":        `line\u000abreak`,
		"right\u202eto left": `right\u202eto left`,
		"zero\u200bwidth":    `zero\u200bwidth`,
		"bad\xffbyte":        `bad\ufffdbyte`,
	} {
		if got := clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
}

// TestLongNames: what people read is cut, what programs read is whole.
func TestLongNames(t *testing.T) {
	id := strings.Repeat("安", 20_000)
	b := graph.NewBuilder(graph.Info{Name: "long"})
	b.AddSource(graph.Source{Supplier: id, Customer: "car", Need: "steel"})
	b.AddSource(graph.Source{Supplier: "mill", Customer: "car", Need: "steel"})
	net := b.Build()
	answer := Cut{Net: net, Impact: ask(t, net, graph.Cut{Target: id}), All: true}
	for format, want := range map[Format]string{
		Text: "\n  1 node: " + strings.Repeat("安", 39) + "…\n",
		JSON: `"id": "` + id + `"`,
		CSV:  "\n" + id + ",",
	} {
		var out strings.Builder
		if err := Write(&out, answer, format, false); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), want) {
			t.Errorf("%v: got\n%.2000s", format, &out)
		}
	}
}

// TestColumns aligns by terminal columns: a Chinese character takes two.
func TestColumns(t *testing.T) {
	var p page
	p.columns([][]cell{{{"安世", plain}, {"x", plain}}, {{"abc", plain}, {"y", plain}}})
	if got, want := p.b.String(), "  安世  x\n  abc   y\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestColourOnlyWhereAsked(t *testing.T) {
	plainPage, colourPage := page{}, page{colour: true}
	if got := plainPage.in(red, "x"); got != "x" {
		t.Errorf("plain: %q", got)
	}
	if got := colourPage.in(red, "x"); got != "\x1b[1;31mx\x1b[0m" {
		t.Errorf("colour: %q", got)
	}
}

func TestCount(t *testing.T) {
	for n, want := range map[int]string{0: "0 supplies", 1: "1 supply", 1234567: "1,234,567 supplies"} {
		if got := words.Count(n, "supply"); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestTablesAreInert keeps cells from being taken for formulas or markup.
func TestTablesAreInert(t *testing.T) {
	table := Table{Header: []string{"id"}, Rows: [][]string{{"=1+1"}, {"+cmd"}, {"-3.5"}, {"@x"}, {"a|b<i>"}, {"\tx"}}}
	var csv, md strings.Builder
	if err := table.csv(&csv); err != nil {
		t.Fatal(err)
	}
	if got, want := csv.String(), "id\n'=1+1\n'+cmd\n-3.5\n'@x\na|b<i>\n\\u0009x\n"; got != want {
		t.Errorf("csv: got %q, want %q", got, want)
	}
	if err := table.markdown(&md); err != nil {
		t.Fatal(err)
	}
	if got, want := md.String(), "| id |\n| --- |\n| =1+1 |\n| +cmd |\n| -3.5 |\n| @x |\n| a\\|b&lt;i&gt; |\n| \\\\u0009x |\n"; got != want {
		t.Errorf("markdown: got %q, want %q", got, want)
	}
}
