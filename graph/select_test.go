package graph_test

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"linestop/graph"
)

// The network of these tests; p is the product:
//
//	ore -> fab -> p    fab and line belong to co, which belongs to group
//	        line -^
func selectable() *graph.Network {
	attr := func(pairs ...string) (list []graph.Attr) {
		for pair := range slices.Chunk(pairs, 2) {
			list = append(list, graph.Attr{Name: pair[0], Value: pair[1]})
		}
		return list
	}
	return build(graph.Info{}, []graph.Node{
		{ID: "group"},
		{ID: "co", Parent: "group", Country: "NL"},
		{
			ID: "fab", Name: "Fab 18", Kind: "fab", Parent: "co", Country: "TWN", Volume: num(100), Unit: "wafers", StockDays: num(0), RecoverDays: num(90),
			Note: "new", Evidence: "https://example.org", Confidence: "reported", AsOf: "2025-10", Product: graph.No,
			Attrs: attr("revenue", "12.5", "hs code", "8542", "2024", "x", "tier", "III", "count", "3", "mixed", "7"),
		},
		{ID: "line", Kind: "assembly", Parent: "co", Country: "CN", Attrs: attr("revenue", "-1e3", "mixed", "seven", "under", "u")},
		{ID: "p", Kind: "car", Product: graph.Yes},
	}, rows("ore", "fab", "fab", "p", "line", "p"))
}

func TestSelect(t *testing.T) {
	all := []string{"group", "co", "fab", "line", "p", "ore"}
	tests := []struct {
		expression string
		want       []string
	}{
		{`true`, all},
		{`country == "CN" && kind == "fab"`, nil},
		{`country == "TW" && kind in ["fab", "assembly"]`, []string{"fab"}},
		{`country in ["TW", "CN"] || id == 'ore'`, []string{"fab", "line", "ore"}},

		{`id == "fab"`, []string{"fab"}},
		{`name == "Fab 18"`, []string{"fab"}},
		{`kind == "fab"`, []string{"fab"}},
		{`parent == "co"`, []string{"fab", "line"}},
		{`country == "NL"`, []string{"co"}},
		{`product`, []string{"p"}},
		{`tier == 1`, []string{"fab", "line"}},
		{`tier in 1..2`, []string{"fab", "line", "ore"}},
		{`tier < 0`, []string{"group", "co"}},
		{`volume > 99.5`, []string{"fab"}},
		{`volume in [100, 200]`, []string{"fab"}},
		{`unit == "wafers"`, []string{"fab"}},
		{`stock_days == 0`, []string{"fab"}},
		{`recover_days >= 90`, []string{"fab"}},
		{`note == "new"`, []string{"fab"}},
		{`evidence startsWith "https:"`, []string{"fab"}},
		{`confidence == "reported"`, []string{"fab"}},
		{`as_of < "2026"`, all},
		{`as_of != "" && as_of < "2026"`, []string{"fab"}},
		{`under("co")`, []string{"co", "fab", "line"}},
		{`under("group") && !under("fab")`, []string{"group", "co", "line"}},
		{`under("nobody")`, nil},
		{`under(id)`, all},

		// What is missing.
		{`name == ""`, []string{"group", "co", "line", "p", "ore"}},
		{`parent == ""`, []string{"group", "p", "ore"}},
		{`volume < 1 || volume >= 1`, []string{"fab"}},
		{`volume != volume`, []string{"group", "co", "line", "p", "ore"}},
		{`stock_days == nil`, nil},

		// Further columns.
		{`revenue > 0`, []string{"fab"}},
		{`revenue < 0`, []string{"line"}},
		{`hs_code == 8542`, []string{"fab"}},
		{`_2024 == "x"`, []string{"fab"}},
		{`count == 3`, []string{"fab"}},
		{`mixed == "7" || mixed == "seven"`, []string{"fab", "line"}},
		{`mixed == ""`, []string{"group", "co", "p", "ore"}},

		// The language.
		{`id matches "^[flm]"`, []string{"fab", "line"}},
		{`country | lower() == "tw"`, []string{"fab"}},
		{`len(id) > 3 and not product`, []string{"group", "line"}},
		{`let c = country; c == "TW" ? tier == 1 : c == "NL"`, []string{"co", "fab"}},
		{`id[0:1] == "l"`, []string{"line"}},
		{`max(tier, 2) == 2 && min(tier, 0) == 0`, []string{"fab", "line", "p", "ore"}},
		{"kind == \"fab\" // a fab\n", []string{"fab"}},
	}
	net := selectable()
	for _, c := range tests {
		found, err := net.Select(t.Context(), c.expression)
		if got := names(net, found); err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s selects %q, %v, want %q", c.expression, got, err, c.want)
		}
	}
}

const (
	selectNames = `_2024, as_of, confidence, count, country, evidence, hs_code, id, kind, mixed, name, note, p_fail, parent, product, ` +
		`recover_days, revenue, sector, stock_days, tier, under, unit, volume`
	selectFunctions = `abs, ceil, float, floor, hasPrefix, hasSuffix, indexOf, int, lastIndexOf, len, lower, max, min, round, ` +
		`string, trim, trimPrefix, trimSuffix, upper`
)

func TestSelectErrors(t *testing.T) {
	tests := []struct{ expression, want string }{
		{``, `expression "": unexpected token EOF at column 1`},
		{`kind = "fab"`, `expression "kind = \"fab\"": unexpected token Operator("=") at column 6`},
		{`kind == "fab" &&`, `expression "kind == \"fab\" &&": unexpected token EOF at column 16`},
		{"kind == \"fab\" &&\n  && product", `expression "kind == \"fab\" &&\n  && product": unexpected token Operator("&&") at line 2, column 3`},
		{`"fab`, `expression "\"fab": literal not terminated at column 5`},
		{`contry == "CN"`, `expression "contry == \"CN\"": unknown name contry at column 1 (did you mean "country"?)`},
		{`product && 二 == 2`, `expression "product && 二 == 2": unknown name 二 at column 12; known are ` + selectNames},
		{`lowr(id) == "fab"`, `expression "lowr(id) == \"fab\"": unknown name lowr at column 1 (did you mean "lower"?)`},
		{`country`, `expression "country": expected bool, but got string`},
		{`tier + 1`, `expression "tier + 1": expected bool, but got int`},
		{`volume`, `expression "volume": expected bool, but got float64`},
		{`product ? true : 5`, `at node "group": expression "product ? true : 5": invalid operation: bool(int) at column 1`},
		{`country == 5`, `expression "country == 5": invalid operation: == (mismatched types string and int) at column 9`},
		{`hs_code == "8542"`, `expression "hs_code == \"8542\"": invalid operation: == (mismatched types float64 and string) at column 9`},
		{`under(1)`, `expression "under(1)": cannot use int as argument (type string) to call under  at column 7`},
		{`id.length > 1`, `expression "id.length > 1": type string has no field length at column 4`},
		{`id matches "["`, "expression \"id matches \\\"[\\\"\": error parsing regexp: missing closing ]: `[` at column 4"},
		{`tier % 0 == 0`, `at node "group": expression "tier % 0 == 0": runtime error: integer divide by zero at column 6`},
		{`int(country) == 1`, `at node "group": expression "int(country) == 1": invalid operation: int() at column 1`},
		{`country == "NL" && int(country) == 1`, `at node "co": expression "country == \"NL\" && int(country) == 1": invalid operation: int(NL) at column 20`},

		// What would read more than it names, loop, or give another answer tomorrow.
		{`$env["id"] == "fab"`, `expression "$env[\"id\"] == \"fab\"": unknown name $env at column 1; known are ` + selectNames},
		{`all([1, 2], # > 0)`, `expression "all([1, 2], # > 0)": unknown function all at column 1; known are ` + selectFunctions},
		{`[1, 2] | any(# > 0)`, `expression "[1, 2] | any(# > 0)": unknown function any at column 10; known are ` + selectFunctions},
		{`lower(repeat("a", 5)) == id`, `expression "lower(repeat(\"a\", 5)) == id": unknown function repeat at column 7; known are ` + selectFunctions},
		{`now() > date("2025-01-01")`, `expression "now() > date(\"2025-01-01\")": unknown function now at column 1; known are ` + selectFunctions},
		{`get(id, 1) == ""`, `expression "get(id, 1) == \"\"": unknown function get at column 1; known are ` + selectFunctions},
		{`len(1..9999999) > 0`, `at node "group": expression "len(1..9999999) > 0": memory budget exceeded at column 6`},
	}
	net := selectable()
	for _, c := range tests {
		found, err := net.Select(t.Context(), c.expression)
		if err == nil || err.Error() != c.want {
			t.Errorf("%s selects %q, error\n%v, want\n%s", c.expression, names(net, found), err, c.want)
		}
	}
}

func TestSelectFromNothing(t *testing.T) {
	net := build(graph.Info{}, nil, nil)
	if found, err := net.Select(t.Context(), `country == "CN" && volume > 3 && tier == 1 && product && under("x")`); err != nil || found != nil {
		t.Errorf("selects %d, %v, want nothing", found, err)
	}
	if _, err := net.Select(t.Context(), `contry == "CN"`); err == nil {
		t.Error("no error for an unknown name")
	}
}

func TestSelectUnderALoopOfParents(t *testing.T) {
	net := build(graph.Info{}, []graph.Node{{ID: "a", Parent: "b"}, {ID: "b", Parent: "a"}, {ID: "c", Parent: "a"}}, nil)
	for expression, want := range map[string][]string{`under("a")`: {"a", "b", "c"}, `under("c")`: {"c"}, `under("d")`: nil} {
		found, err := net.Select(t.Context(), expression)
		if got := names(net, found); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s selects %q, %v, want %q", expression, got, err, want)
		}
	}
}

// TestSelectTakesNumbersAsWritten: a column of numbers may hold odd ones.
func TestSelectTakesNumbersAsWritten(t *testing.T) {
	for cell, want := range map[string]float64{"0101": 101, " ": math.NaN(), "0x10": math.NaN(), "-0": 0, "1e400": math.NaN()} {
		net := build(graph.Info{}, []graph.Node{{ID: "a", Attrs: []graph.Attr{{Name: "x", Value: cell}}}}, nil)
		_, err := net.Select(t.Context(), `x == "`+cell+`"`)
		if isText := err == nil; isText != math.IsNaN(want) {
			t.Errorf("%q is text: %t", cell, isText)
		}
		if math.IsNaN(want) {
			continue
		}
		if found, err := net.Select(t.Context(), "x == "+graph.Num(want).String()); err != nil || len(found) != 1 {
			t.Errorf("%q is not %g: %v", cell, want, err)
		}
	}
}

// hostile expressions are long, deep or meant to run for ever.
var hostile = []string{
	strings.Repeat("(", graph.MaxExpression),
	strings.Repeat("(", 30_000) + "true" + strings.Repeat(")", 30_000),
	strings.Repeat("!", 60_000) + "true",
	strings.Repeat("-", 60_000) + "1 == 1",
	strings.Repeat("[", 60_000),
	strings.Repeat(`{"a":`, 12_000),
	strings.Repeat("true?", 12_000),
	strings.Repeat("true || ", 8000) + "true",
	strings.Repeat("let x = 1; ", 5000),
	strings.Repeat("max(", 15_000),
	strings.Repeat("upper(", 3000) + "id" + strings.Repeat(")", 3000) + ` == ""`,
	strings.Repeat("aé", 20_000),
	"id " + strings.Repeat("| lower() ", 5000) + `== ""`,
	"id" + strings.Repeat("[0]", 20_000) + "== 1",
	strings.Repeat("1..", 20_000) + "1 == 1",
	"len([" + strings.Repeat("1..900000,", 3000) + "1]) == 1",
	`id in [` + strings.Repeat(`"a",`, 16_000) + `"b"]`,
	`id matches "` + strings.Repeat("(a*)*", 10_000) + `b"`,
	`id matches "((a{1,100}){1,100}){1,100}"`,
	`id contains "` + strings.Repeat("a", 60_000) + `"`,
	`let a = 1..1000; count(a, count(a, count(a, count(a, true) > 0) > 0) > 0) > 0`,
	`let a = 1..1000; a | map(a | map(a | map(a | map(#)))) == nil`,
	`reduce(1..1000000, #acc + repeat("a", 1000000), "") == ""`,
	`2 ** 10000000 > 1`,
	strings.Repeat("a", graph.MaxExpression+1),
}

// TestSelectEnds: what would hang takes hours; a minute is enough for a slow machine.
func TestSelectEnds(t *testing.T) {
	net := selectable()
	for _, expression := range hostile {
		start := time.Now()
		_, err := net.Select(t.Context(), expression)
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%.60s... took %v", expression, took)
		}
		if err != nil && len(err.Error()) > 1000 {
			t.Errorf("%.60s... has an error of %d bytes", expression, len(err.Error()))
		}
	}
}

func FuzzSelect(f *testing.F) {
	for _, expression := range hostile {
		if len(expression) < 200 {
			f.Add(expression)
		}
	}
	for _, expression := range []string{
		`country == "CN" && kind in ["fab", "assembly"]`, `under("co") || tier in 1..2`, `volume > 1.5e3 ? !product : id matches "^a"`,
		`let x = lower(country); x startsWith "c"`, `count == 3 and hs_code != nil`, "kind ==\n`a` // b", `id[0:-1] == "" ?? true`, `if product {true} else {1 % tier == 0}`,
	} {
		f.Add(expression)
	}
	net := selectable()
	f.Fuzz(func(t *testing.T, expression string) {
		found, err := net.Select(t.Context(), expression)
		if err != nil {
			if found != nil || strings.TrimSpace(err.Error()) == "" {
				t.Errorf("found %d and error %q", found, err)
			}
			return
		}
		if !slices.IsSorted(found) {
			t.Errorf("found %d, not in order", found)
		}
	})
}
