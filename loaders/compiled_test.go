package loaders_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"linestop/internal/netgen"
	"linestop/loaders"
)

// A network whose lists are put away gives the same file, and leaves nothing where they lay.
func TestSpill(t *testing.T) {
	data := filepath.Join(t.TempDir(), "economy.csv")
	f, err := os.Create(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(netgen.WriteCSV(f, 1, netgen.EconomyConfig{Nodes: 5000}), f.Close()); err != nil {
		t.Fatal(err)
	}
	compile := func(opts loaders.Options) []byte {
		net, err := loaders.Open(t.Context(), data, opts)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := loaders.Write(t.Context(), &b, net, loaders.Output{Format: loaders.Compiled}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	folder := t.TempDir()
	if got, want := compile(loaders.Options{Spill: folder, SpillFrom: 5000}), compile(loaders.Options{}); !bytes.Equal(got, want) {
		t.Errorf("%d bytes, not the %d of a network in memory", len(got), len(want))
	}
	if left, err := os.ReadDir(folder); len(left) > 0 || err != nil {
		t.Error("left:", left, err)
	}
}
