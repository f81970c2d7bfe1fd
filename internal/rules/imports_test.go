package rules

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// arrows says which of our packages each may import. A package that is missing
// here may not exist.
const arrows = `
graph: internal/sections
graph/index: graph internal/scc internal/sections
graph/compiled: graph graph/index internal/sections
graph/cut: graph graph/index
graph/sweep: graph graph/cut graph/index internal/scc
graph/backtest: graph graph/timeline
graph/capacity: graph graph/index internal/level internal/parallel
graph/cutset: graph graph/cut graph/index graph/sweep internal/diagram internal/scc
graph/harden: graph graph/cutset graph/impact graph/index graph/survive graph/sweep graph/timeline internal/mincut internal/parallel
graph/diff: graph graph/cut graph/cutset graph/impact graph/index graph/timeline
graph/trace: graph graph/index
graph/impact: graph graph/capacity graph/cut graph/index graph/timeline
graph/simulate: graph graph/index graph/timeline internal/parallel internal/shard
graph/esri: graph graph/capacity internal/parallel internal/scc
graph/rank: graph graph/capacity graph/cut graph/index graph/sweep internal/parallel internal/shard
graph/survive: graph graph/index graph/timeline internal/heap internal/parallel
graph/timeline: graph graph/index internal/heap internal/level
internal/level: graph graph/index internal/heap internal/linear
internal/linear: internal/heap internal/scc
internal/scc:
internal/sections: internal/parallel
internal/heap:
internal/diagram:
internal/mincut:
loaders: graph graph/compiled internal/control internal/parallel internal/scc internal/whole
examples:
internal/report: graph graph/backtest graph/capacity graph/cut graph/cutset graph/diff graph/esri graph/harden graph/impact graph/rank graph/simulate graph/survive graph/timeline graph/trace internal/control internal/words
internal/draw: graph graph/cut graph/cutset graph/index internal/draw/paint internal/draw/render internal/palette internal/words
internal/chart: internal/draw/paint internal/draw/render/skipinit internal/palette internal/words
internal/ranking: graph graph/esri graph/rank internal/chart internal/words
internal/days: graph graph/timeline internal/chart internal/words
internal/draw/paint:
internal/palette:
internal/parallel:
internal/shard: graph internal/parallel internal/whole
internal/words:
internal/draw/render: internal/draw/render/skipinit
internal/draw/render/skipinit:
internal/memory:
internal/control:
internal/whole:
cmd/linestop: examples graph graph/backtest graph/compiled graph/cut graph/cutset graph/diff graph/esri graph/harden graph/impact graph/index graph/rank graph/simulate graph/survive graph/timeline graph/trace internal/chart internal/control internal/days internal/draw internal/memory internal/parallel internal/ranking internal/report internal/shard internal/whole internal/words loaders
`

// forTests are packages that nothing above may import.
const forTests = `
internal/countdown:
internal/golden:
internal/reference: graph
internal/netgen: graph internal/scc
internal/indextest: graph graph/index
internal/netgen/cmd: internal/netgen
internal/peers: graph graph/cut graph/index graph/rank graph/trace internal/bare internal/netgen loaders
internal/rules:
internal/aralia: graph loaders
internal/bare: graph graph/index internal/scc
`

// ours is arrows and forTests, by import path.
var ours = func() map[string][]string {
	allowed := map[string][]string{}
	for line := range strings.Lines(strings.TrimSpace(arrows) + "\n" + strings.TrimSpace(forTests)) {
		path, imports, _ := strings.Cut(line, ":")
		list := strings.Fields(imports)
		for i := range list {
			list[i] = "linestop/" + list[i]
		}
		allowed["linestop/"+path] = list
	}
	return allowed
}()

// doors says which packages may import a library, by the beginning of its path.
var doors = map[string][]string{
	"github.com/goccy/go-graphviz":  {"linestop/internal/draw/render"},
	"github.com/dominikbraun/graph": {"linestop/graph", "linestop/internal/peers"},
	"github.com/expr-lang/expr":     {"linestop/graph"},
	"github.com/urfave/cli":         {"linestop/cmd/linestop"},
	"go.yaml.in/yaml":               {"linestop/loaders"},
	"github.com/parquet-go":         {"linestop/loaders"},
	"github.com/mattn/go-runewidth": {"linestop/internal/report"},
	"golang.org/x/sys":              {"linestop/internal/sections"},
	"golang.org/x/image":            {"linestop/internal/draw/paint", "linestop/internal/chart"}, // there for the weight of a font
	"gonum.org/v1/gonum":            {"linestop/internal/reference", "linestop/internal/peers"},
	"gonum.org/v1/plot":             {"linestop/internal/chart"},
	"codeberg.org/go-pdf/fpdf":      {"linestop/internal/draw/paint"},
}

type pkg struct {
	ImportPath string
	Imports    []string
}

func TestImports(t *testing.T) {
	for _, p := range list(t) {
		allowed, known := ours[p.ImportPath]
		if !known {
			t.Errorf("%s is not in the table: add it with what it may import", p.ImportPath)
		}
		for _, i := range p.Imports {
			if strings.HasPrefix(i, "linestop/") && !slices.Contains(allowed, i) {
				t.Errorf("%s imports %s", p.ImportPath, i)
			}
			for library, importers := range doors {
				if strings.HasPrefix(i, library) && !slices.Contains(importers, p.ImportPath) {
					t.Errorf("%s imports %s, which only %s may", p.ImportPath, i, strings.Join(importers, ", "))
				}
			}
		}
	}
}

// TestTableIsCurrent finds rows of the table that no package needs any more.
func TestTableIsCurrent(t *testing.T) {
	imports := map[string][]string{}
	for _, p := range list(t) {
		imports[p.ImportPath] = p.Imports
	}
	for path, allowed := range ours {
		if _, ok := imports[path]; !ok {
			t.Errorf("%s is in the table but does not exist", path)
		}
		for _, i := range allowed {
			if !slices.Contains(imports[path], i) {
				t.Errorf("%s may import %s but does not", path, i)
			}
		}
	}
}

func list(t *testing.T) []pkg {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "linestop/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		switch err := d.Decode(&p); {
		case errors.Is(err, io.EOF):
			return all
		case err != nil:
			t.Fatal(err)
		}
		all = append(all, p)
	}
}
