package loaders_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/loaders"
)

// zipBytes packs files, under a folder or none.
func zipBytes(t testing.TB, top string, f files) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(f)) {
		w, err := z.Create(top + name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, f[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readTiny(t testing.TB) *graph.Network {
	net, err := tiny.open(t.Context(), loaders.Options{})
	if err != nil {
		t.Fatal(failure(err))
	}
	return net
}

func TestWrites(t *testing.T) {
	for format, want := range map[loaders.Format]string{
		loaders.CSV:  "supplier,customer,share\na,b,0.5\n",
		loaders.TSV:  "supplier\tcustomer\tshare\na\tb\t0.5\n",
		loaders.JSON: tinyJSON,
		loaders.NodeLink: `{"directed":true,"multigraph":true,
"graph":{"title":"Tiny","licence":"CC0-1.0","as_of":"2025-10-26","products":"kind == \"car\"","may_fail":"kind != \"car\""},
"nodes":[
{"id":"a","kind":"mine","country":"CL"},
{"id":"b","kind":"car","country":"DE"}
],
"edges":[
{"source":"a","target":"b","share":0.5}
]}
`,
	} {
		var b bytes.Buffer
		if err := loaders.Write(t.Context(), &b, readTiny(t), loaders.Output{Format: format}); err != nil {
			t.Fatal(err)
		}
		if got := b.String(); got != want {
			t.Error(format, diff(got, want))
		}
	}
}

func TestSavesFolder(t *testing.T) {
	scenarios, err := loaders.ScenarioFiles(t.Context(), "example:d", loaders.Options{Examples: tiny.folder()})
	if err != nil {
		t.Fatal(err)
	}
	want := files{
		"linestop.yaml":        "title: Tiny\nlicence: CC0-1.0\nas_of: \"2025-10-26\"\nproducts: kind == \"car\"\nmay_fail: kind != \"car\"\n",
		"nodes.csv":            "id,kind,country\na,mine,CL\nb,car,DE\n",
		"supplies.csv":         "supplier,customer,share\na,b,0.5\n",
		"scenarios/storm.yaml": tiny["scenarios/storm.yaml"],
		"scenarios/flood.json": tiny["scenarios/flood.json"],
	}
	parent := t.TempDir()
	for _, name := range []string{"new", "empty"} {
		folder := filepath.Join(parent, name)
		if name == "empty" {
			if err := os.Mkdir(folder, 0o700); err != nil {
				t.Fatal(err)
			}
		}
		if err := loaders.Save(t.Context(), folder, readTiny(t), loaders.Output{Format: loaders.Folder, Scenarios: scenarios}); err != nil {
			t.Fatal(err)
		}
		if got := readAll(t, os.DirFS(folder)); !maps.Equal(got, want) {
			t.Errorf("%s: %q", name, got)
		}
	}
	if left, _ := os.ReadDir(parent); len(left) != 2 {
		t.Error("temporary files are left:", left)
	}

	var b bytes.Buffer
	if err := loaders.Write(t.Context(), &b, readTiny(t), loaders.Output{Format: loaders.Zip, Scenarios: scenarios}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if got := readAll(t, z); !maps.Equal(got, want) {
		t.Errorf("zip: %q", got)
	}
}

func readAll(t *testing.T, tree fs.FS) files {
	all := files{}
	err := fs.WalkDir(tree, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(tree, path)
		all[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestSavesFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "x.csv")
	for _, replace := range []bool{false, true} {
		if err := loaders.Save(t.Context(), name, readTiny(t), loaders.Output{Format: loaders.CSV, Replace: replace}); err != nil {
			t.Fatal(err)
		}
	}
	text, err := os.ReadFile(name)
	if err != nil || string(text) != "supplier,customer,share\na,b,0.5\n" {
		t.Errorf("%q %v", text, err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Error("temporary files are left:", left)
	}
}

// Of a data set that is replaced nothing is left that would be read with the new
// one; what is none of its files stays.
func TestSavesOverFolder(t *testing.T) {
	dir := files{
		"nodes.tsv": "id\n", "supplies.csv": edges, "scenarios/old.yaml": "", "scenarios/notes.txt": "mine", "README.md": "mine",
	}.onDisk(t)
	out := loaders.Output{Format: loaders.Folder, Scenarios: []loaders.File{{Name: "new.yaml", Text: []byte("cuts: []\n")}}}
	if err := loaders.Save(t.Context(), dir, readTiny(t), out); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	out.Replace = true
	if err := loaders.Save(t.Context(), dir, readTiny(t), out); err != nil {
		t.Fatal(err)
	}
	got := slices.Sorted(maps.Keys(readAll(t, os.DirFS(dir))))
	want := []string{"README.md", "linestop.yaml", "nodes.csv", "scenarios/new.yaml", "scenarios/notes.txt", "supplies.csv"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestHolds(t *testing.T) {
	dir := tiny.onDisk(t)
	if err := os.Symlink(filepath.Join(dir, "nodes.csv"), filepath.Join(dir, "link")); err != nil {
		t.Skip(err)
	}
	supplies := filepath.Join(dir, "supplies.csv")
	for _, test := range []struct {
		ref, path string
		want      bool
	}{
		{dir, dir, true},
		{dir + "/", supplies, true},
		{dir, filepath.Join(dir, "link"), true},
		{dir, filepath.Join(dir, "scenarios", "storm.yaml"), true},
		{dir, filepath.Join(dir, "scenarios", "README.md"), false},
		{dir, filepath.Join(dir, "answer.json"), false},
		{supplies, supplies, true},
		{supplies, filepath.Join(dir, "nodes.csv"), false},
		{supplies, filepath.Join(dir, "scenarios", "storm.yaml"), true},
		{"example:tiny", supplies, false},
	} {
		if loaders.Holds(test.ref, test.path) != test.want {
			t.Errorf("%s %s: not %v", test.ref, test.path, test.want)
		}
	}
}

func TestFormatOf(t *testing.T) {
	for path, want := range map[string]loaders.Format{
		"data": loaders.Folder, "data.d/": loaders.Folder, "a/x.zip": loaders.Zip, "x.CSV": loaders.CSV, "x.tsv": loaders.TSV, "x.json": loaders.JSON, "x.parquet": loaders.Parquet,
	} {
		if got, err := loaders.FormatOf(path); got != want || err != nil {
			t.Errorf("%s: %q %v", path, got, err)
		}
	}
}

func TestLost(t *testing.T) {
	b := graph.NewBuilder(graph.Info{Title: "T", Products: "true"})
	b.AddNode(graph.Node{ID: "a", Name: "A", Country: "DE", Product: graph.Yes, Attrs: []graph.Attr{{Name: "region", Value: "west"}}})
	b.AddNode(graph.Node{ID: "b", Name: "B"})
	b.AddNode(graph.Node{ID: "alone"})
	b.AddSource(graph.Source{Supplier: "a", Customer: "b", Note: " x", Attrs: []graph.Attr{{Name: "Share", Value: "lots"}, {Name: "source", Value: "s"}}})
	net := b.Build()
	scenarios := []loaders.File{{Name: "x.yaml"}}
	const (
		share  = `the attribute "Share" of supplies, which would be read as something else`
		source = `the attribute "source" of supplies, which would be read as something else`
		blank  = "blanks around, or line ends of Windows in, 1 text"
	)
	table := []string{
		"the title", "the products", "the name of 2 nodes", "the country of 1 node", "the product of 1 node", "the region of 1 node",
		"1 node without supplies", share, "1 scenario", blank,
	}
	for format, want := range map[loaders.Format][]string{
		loaders.Folder:   {share, blank},
		loaders.Zip:      {share, blank},
		loaders.CSV:      table,
		loaders.TSV:      table,
		loaders.JSON:     {share, "1 scenario", blank},
		loaders.NodeLink: {share, source, "1 scenario", blank},

		loaders.Parquet:       table,
		loaders.ParquetFolder: {share, blank},
	} {
		if got := loaders.Lost(net, loaders.Output{Format: format, Scenarios: scenarios}); !slices.Equal(got, want) {
			t.Errorf("%s: %q", format, got)
		}
	}
	if lost := loaders.Lost(readTiny(t), loaders.Output{Format: loaders.NodeLink}); lost != nil {
		t.Errorf("%q", lost)
	}
}
