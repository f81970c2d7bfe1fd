package loaders_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"linestop/loaders"
)

func TestIsScenario(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"folder/supplies.csv": "supplier,customer\n",
		"edges.txt":           "supplier,customer\n",
		"data.json":           `{"supplies": [{"supplier": "cuts", "customer": "changes"}]}`,
		"list.json":           `[{"cuts": []}]`,
		"broken.json":         `{"cuts": `,
		"empty.json":          "",
		"flood.json":          `{"name": "flood", "cuts": [{"target": "a"}]}`,
		"what-if.json":        `{"changes": [{"remove": {"id": "a"}}]}`,
		"long.json":           `{"cuts": [], "nodes": "` + strings.Repeat("x", 1<<20) + `"}`,
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	opts := loaders.Options{Examples: fstest.MapFS{"hello/supplies.csv": {}}}
	for ref, want := range map[string]bool{
		"folder": false, "folder/": false, "edges.txt": false, "missing.csv": false, "missing.zip": false, "missing.xml": false, "missing/": false, "missing/more": false,
		"-": false, "example:hello": false, "example:other": false,
		"data.json": false, "list.json": false, "broken.json": false, "empty.json": false, "missing.json": false, "long.json": false,
		"flood.json": true, "what-if.json": true, "missing.yaml": true, "some/where.yml": true,
		"storm": true, "storm-2.5": true, "none": true, "hello/storm": true, "example:hello/storm": true,
	} {
		if got := loaders.IsScenario(t.Context(), ref, opts); got != want {
			t.Errorf("%s: %t", ref, got)
		}
	}
}
