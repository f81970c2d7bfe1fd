package main

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"
)

// completions is what is offered for words, the last of which is being typed.
func completions(words ...string) []string { return (&program{}).candidates(words) }

func TestComplete(t *testing.T) {
	t.Setenv(dataVariable, "")
	t.Chdir(t.TempDir())
	writeRows(t, "rows.csv", []string{"firm", "plant", "need"}, []string{"Foo, Inc.", "car", "steel"}, []string{"Foo, Inc.", "car", "wire"}, []string{"a->b", "x:y", ""})
	writeRows(t, "dash.csv", []string{"supplier", "customer"}, []string{"-x", "car"})
	if err := os.MkdirAll("set/scenarios", 0o755); err != nil {
		t.Fatal(err)
	}
	writeRows(t, "set/supplies.csv", []string{"supplier", "customer"}, []string{"a", "b"})
	for _, name := range []string{"flood", "two words"} {
		if err := os.WriteFile("set/scenarios/"+name+".yaml", []byte("cuts: [{target: a}]\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	columns := []string{"--columns", "supplier=firm", "--columns=customer=plant"}
	tests := []struct {
		words []string
		want  []string
	}{
		{[]string{"tr"}, []string{"trace"}},
		{[]string{"why", "--cu"}, []string{"--cut"}},
		{[]string{"-q", "why", "honda-ce"}, []string{"honda-celaya"}},
		{[]string{"cut", "bi", "-d", "example:hello", ""}, []string{"bike", "brake-a", "brake-b", "dealer", "foundry", "frame", "power", "wheel-1", "wheel-2", "wheel-3"}},
		{[]string{"cut", "-d", "example:hello", "--", "bi"}, []string{"bike"}},
		{[]string{"why", "-d=example:hello", "bi"}, []string{"bike"}},
		{[]string{"why", "-d=example:hello", "bike", "b"}, nil}, // one node is all it takes
		{[]string{"trace", "bike", "--data", "example:hello", "--to", "wheel-"}, []string{"wheel-1", "wheel-2", "wheel-3"}},
		{[]string{"trace", "bike", "--data", "example:hello", "--to=wheel-1"}, []string{"--to=wheel-1"}},
		{[]string{"simulate", "-d", "example:hello", "bi"}, []string{"bike"}},
		{[]string{"convert", "x", "y", "--to", ""}, []string{"folder", "zip", "csv", "tsv", "json", "node-link", "parquet", "parquet-folder", "lsn"}},
		{[]string{"convert", "example:h"}, []string{"example:hello"}},
		{[]string{"convert", "example:hello", ""}, nil},
		{[]string{"check", "example:ed"}, []string{"example:eda"}},
		{[]string{"examples", "bl"}, []string{"blackwell"}},
		{[]string{"completion", ""}, []string{"bash", "fish", "zsh"}},
		{[]string{"cut", "--fail-on", ""}, []string{"broken", "reduced"}},
		{[]string{"check", "--fail-on", ""}, []string{"warning"}},
		{[]string{"why", "--reading", "st"}, []string{"structure", "steady"}},
		{[]string{"survive", "-d", "example:hello", "bi"}, []string{"bike"}},
		{[]string{"spof", "-d", "example:hello", ""}, []string{"bike"}},
		{[]string{"spof", "bike", "-d", "example:hello", "b"}, []string{"bike"}},
		{[]string{"cutsets", "-d", "example:hello", "b"}, []string{"bike"}},
		{[]string{"cutsets", "bike", "-d", "example:hello", "b"}, nil}, // one product is all it takes
		{[]string{"cutsets", "--by", "co"}, []string{"confidence", "country"}},
		{[]string{"rank", "-d", "example:hello", "--each", "co"}, []string{"confidence", "country"}},
		{[]string{"rank", "--by", "b"}, []string{"broken"}},
		{[]string{"sw"}, []string{"sweep"}},
		{[]string{"sweep", ""}, []string{"rank", "simulate"}},
		{[]string{"sweep", "rank", "--by", "b"}, []string{"broken"}},
		{[]string{"sweep", "rank", "--sh"}, []string{"--shard"}},
		{[]string{"sweep", "simulate", "-d", "example:hello", "bi"}, []string{"bike"}},
		{[]string{"merge", "part", "--format", "c"}, []string{"csv", "chart"}},
		{[]string{"cut", "--only="}, []string{"--only=products"}},
		{[]string{"cut", "-f", ""}, []string{"text", "json", "csv", "markdown"}},
		{[]string{"draw", "-f", ""}, []string{"dot", "svg", "png", "pdf"}},
		{[]string{"rank", "-f", ""}, []string{"text", "json", "csv", "markdown", "chart", "svg", "png", "pdf"}},
		{[]string{"draw", "-d", "example:hello", "--spof", "--of", ""}, []string{"bike"}},
		{[]string{"draw", "-d", "example:hello", "--cut-set", "br"}, []string{"brake-a", "brake-b"}},
		{[]string{"draw", "--as", "gantt", "-f", ""}, []string{"text", "svg", "png", "pdf"}},
		{[]string{"draw", "--cluster", ""}, []string{"parent", "country", "tier", "none"}},
		{[]string{"cut", "-o", ""}, nil},
		{[]string{"cut", "--data", "example:he"}, []string{"example:hello"}},
		{[]string{"cut", "--data=example:he"}, []string{"--data=example:hello"}},
		{[]string{"cut", "-s", "nexperia/h"}, []string{"nexperia/hamburg"}},
		{[]string{"cut", "-s", "export"}, []string{"export-ban"}},
		{[]string{"why", "-s", "hello/storm", "bi"}, []string{"bike"}},
		{[]string{"cut", "-d", "set", "--scenario", ""}, []string{"flood", "two words"}},
		{[]string{"backtest", "-d", "set", ""}, []string{"flood", "two words", "all"}},
		{[]string{"diff", "-d", "set", "none", "f"}, []string{"flood"}},
		{[]string{"diff", "example:hello", "example:ed"}, []string{"example:eda"}},
		{[]string{"diff", "-d", "set", "none", "flood", ""}, nil},
		{[]string{"cut", "-d", "example:hello", "--supply", "f"}, []string{"foundry->frame", "foundry->power", "frame->bike"}},
		{[]string{"cut", "-d", "example:hello", "--supply=frame->bike:"}, []string{"--supply=frame->bike:frame"}},
		{[]string{"cut", "-d", "rows.csv", "--supply", ""}, nil}, // without its columns it cannot be read
		{append(slices.Clone(columns), "cut", "-d", "rows.csv", "--supply", ""), []string{"Foo, Inc.->car", "a->b->x:y"}},
		{append(slices.Clone(columns), "cut", "-d", "rows.csv", "--supply", "Foo, Inc.->car:"), []string{"Foo, Inc.->car:steel", "Foo, Inc.->car:wire"}},
		{[]string{"why", "-d", "dash.csv", ""}, []string{"car"}},
		{[]string{"why", "-d", "dash.csv", "--", ""}, []string{"-x", "car"}},
		{[]string{"why", "-d", "dash.csv", "--", "-"}, []string{"-x"}},
		{[]string{"why", "-d", "dash.csv", "-c", "-"}, []string{"-x"}},
		{[]string{"why", "-d", "dash.csv", "--cut=-"}, []string{"--cut=-x"}},
		{[]string{"cut", "-d", "nowhere", ""}, nil},
		{[]string{"cut", "--nonsense", "--nonsense="}, nil},
	}
	for _, c := range tests {
		if got := completions(c.words...); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.words, got, c.want)
		}
	}
	t.Setenv(dataVariable, "example:hello")
	if got, want := completions("cut", "bi"), []string{"bike"}; !slices.Equal(got, want) {
		t.Errorf("with %s: %q, want %q", dataVariable, got, want)
	}
}

// TestChoicesAreValid: a value that is offered is not refused.
func TestChoicesAreValid(t *testing.T) {
	t.Setenv(dataVariable, "example:hello")
	for key, values := range choices {
		words := strings.Fields(key)
		verb, flag := strings.Join(words[:len(words)-1], " "), words[len(words)-1]
		args := map[string][]string{"cut": {"brake-a"}, "check": {"example:hello"}, "diff": {"storm", "none"}, "draw": {"--cut", "brake-a"}, "spof": {"--may-fail", `id == "dealer"`}, "cutsets": {"bike"}, "harden": {"bike", "--cut", "brake-a"}, "rank": {"-d", "example:payments"}, "sweep rank": {"--shard", "1/1", "-o", "part"}}[verb]
		if flag == "inputs" {
			args = append(args, "--by", byESRI)
		}
		for _, value := range values {
			t.Chdir(t.TempDir())
			var out, errs bytes.Buffer
			if code := run(slices.Concat(strings.Fields(verb), []string{"--" + flag, value}, args), strings.NewReader(""), &out, &errs); code != 0 {
				t.Errorf("%s --%s %s: exit %d: %s", verb, flag, value, code, &errs)
			}
		}
	}
}
