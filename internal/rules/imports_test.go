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

// ours says which of our packages each may import. A package that is missing
// here may not exist.
var ours = map[string][]string{
	"linestop/graph":                         nil,
	"linestop/graph/index":                   {"linestop/graph"},
	"linestop/graph/cut":                     {"linestop/graph", "linestop/graph/index"},
	"linestop/graph/backtest":                {"linestop/graph", "linestop/graph/timeline"},
	"linestop/graph/capacity":                {"linestop/graph", "linestop/graph/index", "linestop/internal/level"},
	"linestop/graph/cutset":                  {"linestop/graph", "linestop/graph/cut", "linestop/graph/index"},
	"linestop/graph/trace":                   {"linestop/graph"},
	"linestop/graph/simulate":                {"linestop/graph", "linestop/graph/index", "linestop/graph/timeline"},
	"linestop/graph/timeline":                {"linestop/graph", "linestop/graph/index", "linestop/internal/level"},
	"linestop/internal/level":                {"linestop/graph", "linestop/graph/index"},
	"linestop/loaders":                       {"linestop/graph", "linestop/internal/whole"},
	"linestop/examples":                      nil,
	"linestop/internal/report":               {"linestop/graph", "linestop/graph/backtest", "linestop/graph/cut", "linestop/graph/simulate", "linestop/graph/trace"},
	"linestop/internal/draw":                 {"linestop/graph", "linestop/graph/cut", "linestop/internal/draw/paint", "linestop/internal/draw/render", "linestop/internal/palette", "linestop/internal/words"},
	"linestop/internal/chart":                {"linestop/internal/draw/paint", "linestop/internal/draw/render/skipinit", "linestop/internal/palette", "linestop/internal/words"},
	"linestop/internal/draw/paint":           nil,
	"linestop/internal/palette":              nil,
	"linestop/internal/words":                nil,
	"linestop/internal/draw/render":          {"linestop/internal/draw/render/skipinit"},
	"linestop/internal/draw/render/skipinit": nil,
	"linestop/internal/whole":                nil,
	"linestop/cmd/linestop": {
		"linestop/examples", "linestop/graph", "linestop/graph/backtest", "linestop/graph/cut", "linestop/graph/index", "linestop/graph/simulate", "linestop/graph/timeline", "linestop/graph/trace",
		"linestop/internal/draw", "linestop/internal/report", "linestop/internal/whole", "linestop/loaders",
	},

	// For tests and benchmarks only: nothing above may import these.
	"linestop/internal/countdown": nil,
	"linestop/internal/reference": {"linestop/graph"},
	"linestop/internal/netgen":    {"linestop/graph"},
	"linestop/internal/rules":     nil,
}

// doors says which packages may import a library, by the beginning of its path.
var doors = map[string][]string{
	"github.com/goccy/go-graphviz":  {"linestop/internal/draw/render"},
	"github.com/dominikbraun/graph": {"linestop/graph"},
	"github.com/expr-lang/expr":     {"linestop/graph"},
	"github.com/urfave/cli":         {"linestop/cmd/linestop"},
	"go.yaml.in/yaml":               {"linestop/loaders"},
	"github.com/mattn/go-runewidth": {"linestop/internal/report"},
	"golang.org/x/image":            {"linestop/internal/draw/paint", "linestop/internal/chart"}, // there for the weight of a font
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
