package main

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"linestop/internal/netgen"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"linestop": main})
}

// TestScripts runs the program as a user does. UPDATE=1 renews what the scripts
// expect on standard output.
func TestScripts(t *testing.T) {
	// All scripts share one cache, or Graphviz would be compiled for each.
	cache := t.TempDir()
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: os.Getenv("UPDATE") != "",
		Cmds:          map[string]func(*testscript.TestScript, bool, []string){"economy": economy},
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_CACHE_HOME", cache)
			e.Setenv("LINESTOP_DATA", "example:hello")
			return nil
		},
	})
}

// economy NODES FILE writes a generated network.
func economy(ts *testscript.TestScript, _ bool, args []string) {
	nodes, err := strconv.Atoi(args[0])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	ts.Check(netgen.WriteCSV(f, 1, netgen.EconomyConfig{Nodes: nodes}))
	ts.Check(f.Close())
}
