package loaders_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/loaders"
)

// tiny is a data set with everything in it.
var tiny = files{
	"linestop.yaml":        "# of our own\ntitle: Tiny\nlicence: CC0-1.0\nas_of: 2025-10-26\nproducts: kind == \"car\"\nmay_fail: kind != \"car\"\ncolumns: {supplier: Lieferant, share: Anteil, country: Land}\n",
	"nodes.csv":            "id;kind;Land\na;mine;CHL\nb;car;DE\n",
	"supplies.csv":         "Lieferant;customer;Anteil\na;b;0,5\n",
	"scenarios/storm.yaml": "title: A storm\nstart: 2025-10-26\ncuts:\n  - target: a\n    until: 2025-11-05\n",
	"scenarios/flood.json": `{"name": "high-water", "cuts": [{"where": "kind == \"mine\"", "curve": {"0": 0.5, "7": "25%"}}]}`,
	"scenarios/README.md":  "not a scenario",
}

const tinyJSON = `{"linestop":1,
"data":{"title":"Tiny","licence":"CC0-1.0","as_of":"2025-10-26","products":"kind == \"car\"","may_fail":"kind != \"car\""},
"nodes":[
{"id":"a","kind":"mine","country":"CL"},
{"id":"b","kind":"car","country":"DE"}
],
"supplies":[
{"supplier":"a","customer":"b","share":0.5}
]}
`

// onDisk writes the files to a folder.
func (f files) onDisk(t *testing.T) string {
	dir := filepath.Join(t.TempDir(), "data")
	if err := os.CopyFS(dir, f.examples(".")); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestReadsSets(t *testing.T) {
	folder := tiny.onDisk(t)
	zipped := filepath.Join(t.TempDir(), "tiny.zip")
	if err := os.WriteFile(zipped, zipBytes(t, "tiny-1.0/", tiny), 0o600); err != nil {
		t.Fatal(err)
	}
	tabs := files{"supplies.tsv": strings.ReplaceAll(tiny["supplies.csv"], ";", "\t"), "nodes.tsv": tiny["nodes.csv"], "linestop.yaml": tiny["linestop.yaml"]}
	opts := loaders.Options{Examples: tiny.examples("tiny")}
	for _, test := range []struct {
		name string
		load func() (*graph.Network, error)
	}{
		{"folder", func() (*graph.Network, error) { return loaders.Open(t.Context(), folder, opts) }},
		{"folder with a slash", func() (*graph.Network, error) { return loaders.Open(t.Context(), folder+"/", opts) }},
		{"zip", func() (*graph.Network, error) { return loaders.Open(t.Context(), zipped, opts) }},
		{"zip from a stream", func() (*graph.Network, error) {
			return loaders.Open(t.Context(), "-", loaders.Options{Stdin: bytes.NewReader(zipBytes(t, "", tiny))})
		}},
		{"example", func() (*graph.Network, error) { return loaders.Open(t.Context(), "example:tiny", opts) }},
		{"tabs", func() (*graph.Network, error) { return tabs.open(t.Context(), loaders.Options{}) }},
	} {
		t.Run(test.name, func(t *testing.T) {
			net, err := test.load()
			if err != nil {
				t.Fatal(failure(err))
			}
			if got := verdict(net, nil); got != "" {
				t.Error(got)
			}
			if got := asJSON(t, net); got != tinyJSON {
				t.Error(diff(got, tinyJSON))
			}
			if len(net.Products()) != 1 {
				t.Error("the product expression was not used")
			}
		})
	}
}

func TestNamesOfPlaces(t *testing.T) {
	zipped := filepath.Join(t.TempDir(), "x.zip")
	if err := os.WriteFile(zipped, zipBytes(t, "top/", tiny), 0o600); err != nil {
		t.Fatal(err)
	}
	folder := tiny.onDisk(t)
	edgeFile := filepath.Join(folder, "edges.csv")
	if err := os.WriteFile(edgeFile, []byte(edges), 0o600); err != nil {
		t.Fatal(err)
	}
	opts := loaders.Options{Examples: tiny.examples("tiny"), Stdin: strings.NewReader(edges)}
	for ref, want := range map[string]string{
		folder:         folder + "/supplies.csv:2:1",
		folder + "/":   folder + "/supplies.csv:2:1",
		zipped:         zipped + "/top/supplies.csv:2:1",
		"example:tiny": "example:tiny/supplies.csv:2:1",
		edgeFile:       edgeFile + ":2:1",
		"-":            "<stdin>:2:1",
	} {
		net, err := loaders.Open(t.Context(), ref, opts)
		if err != nil {
			t.Fatal(err)
		}
		if got := net.Source(0).Place.String(); got != want {
			t.Errorf("%s: %s, not %s", ref, got, want)
		}
	}
}

func TestCallersColumnsWin(t *testing.T) {
	data := files{"linestop.yaml": "columns: {supplier: x, customer: b}\n", "supplies.csv": "a,b\n1,2\n"}
	net, err := data.open(t.Context(), loaders.Options{Columns: map[string]string{"supplier": "a"}})
	if err != nil {
		t.Fatal(failure(err))
	}
	if s := net.Source(0); s.Supplier != "1" || s.Customer != "2" {
		t.Errorf("%+v", s)
	}
}

func TestUnreadableOnDisk(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("nothing is unreadable for root; TestBadCalls tries it on a file system of its own")
	}
	dir := tiny.onDisk(t)
	for _, path := range []string{filepath.Join(dir, "supplies.csv"), dir} {
		if err := os.Chmod(path, 0); err != nil {
			t.Fatal(err)
		}
		_, err := loaders.Open(t.Context(), dir, loaders.Options{})
		if !errors.Is(err, os.ErrPermission) {
			t.Errorf("%s: %v", path, err)
		}
	}
	_ = os.Chmod(dir, 0o700) // so that it can be removed
}

func TestProgress(t *testing.T) {
	text := edgeList(50_000)
	name := filepath.Join(t.TempDir(), "x.csv")
	if err := os.WriteFile(name, text, 0o600); err != nil {
		t.Fatal(err)
	}
	var done, total int64
	_, err := loaders.Open(t.Context(), name, loaders.Options{Progress: func(d, all int64) {
		if d < done {
			t.Errorf("%d bytes after %d", d, done)
		}
		done, total = d, all
	}})
	if size := int64(len(text)); err != nil || done != size || total != size {
		t.Errorf("%d of %d bytes, of %d in the file: %v", done, total, size, err)
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	opts := loaders.Options{Progress: func(done, _ int64) {
		if done > 100_000 {
			cancel()
		}
	}}
	net, err := loaders.Read(ctx, "x.csv", bytes.NewReader(edgeList(100_000)), opts)
	if net != nil || !errors.Is(err, context.Canceled) || err.Error() != "x.csv: cannot be read: context canceled" {
		t.Error(net, err)
	}
	if _, err := loaders.Open(ctx, "example:tiny", loaders.Options{Examples: tiny.examples("tiny")}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if err := loaders.Write(ctx, &bytes.Buffer{}, graph.NewBuilder(graph.Info{}).Build(), loaders.Output{Format: loaders.JSON}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}
