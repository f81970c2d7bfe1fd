package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
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
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_CACHE_HOME", cache)
			e.Setenv("LINESTOP_DATA", "example:hello")
			return nil
		},
	})
}
