package loaders_test

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/compiled"
	"linestop/loaders"
)

// badCalls are what goes wrong outside the text of the data: archives, folders,
// names, outputs.
var badCalls = []struct {
	name string
	call func(t *testing.T) string
	want string
}{
	{"a path out of the archive", zipOf("../supplies.csv", edges), `failed: x.zip: holds a file with the unsafe path "../supplies.csv"`},
	{"an absolute path", zipOf("/etc/passwd", "x", "supplies.csv", edges), `failed: x.zip: holds a file with the unsafe path "/etc/passwd"`},
	{"a path of Windows", zipOf(`..\supplies.csv`, edges), `failed: x.zip: holds a file with the unsafe path "..\\supplies.csv"`},
	{"an Excel workbook", zipOf("xl/workbook.xml", "", "[Content_Types].xml", ""), `failed: x.zip: is an Office document, which is not read
hint: save the sheet as CSV in UTF-8`},
	{"an archive without supplies", zipOf("top/nodes.csv", "id\n", "__MACOSX/x", ""), `failed: x.zip/top: has no supplies.csv
hint: it holds nodes.csv; an edge list of another name can be read as a file by itself`},
	{"an archive of two folders", zipOf("a/supplies.csv", edges, "b/supplies.csv", edges), `failed: x.zip: has no supplies.csv`},
	{"the same file twice", zipOf("supplies.csv", edges, "supplies.csv", edges), `failed: x.zip/supplies.csv: is in the archive twice
hint: unpack it and give the folder`},
	{"a zip in a zip", zipOf("supplies.csv", "PK\x03\x04"), `failed: x.zip/supplies.csv: is a zip archive within a data set`},
	{"a broken row in a zip", zipOf("top/supplies.csv", "supplier,customer\n,b\n"), `x.zip/top/supplies.csv:2:1: error: supplier is empty [empty-id]`},
	{"a link", func(t *testing.T) string {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		h := &zip.FileHeader{Name: "supplies.csv"}
		h.SetMode(fs.ModeSymlink | 0o777)
		w, _ := z.CreateHeader(h)
		_, _ = w.Write([]byte("/etc/passwd"))
		return readZip(t, z, &b, loaders.Options{})
	}, `failed: x.zip/supplies.csv: is a link or a device
hint: unpack it and give the folder`},
	{"encrypted", func(t *testing.T) string {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.CreateHeader(&zip.FileHeader{Name: "supplies.csv", Flags: 1})
		_, _ = w.Write([]byte(edges))
		return readZip(t, z, &b, loaders.Options{})
	}, `failed: x.zip/supplies.csv: is encrypted
hint: unpack it and give the folder`},
	{"another compression", func(t *testing.T) string {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.CreateRaw(&zip.FileHeader{Name: "supplies.csv", Method: 99, UncompressedSize64: 1, CompressedSize64: 1})
		_, _ = w.Write([]byte("x"))
		return readZip(t, z, &b, loaders.Options{})
	}, `failed: x.zip/supplies.csv: is packed by method 99, which is not read
hint: unpack it and give the folder`},
	{"a false checksum", func(t *testing.T) string {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.CreateRaw(&zip.FileHeader{Name: "supplies.csv", UncompressedSize64: uint64(len(edges)), CompressedSize64: uint64(len(edges)), CRC32: 1})
		_, _ = w.Write([]byte(edges))
		return readZip(t, z, &b, loaders.Options{})
	}, `failed: x.zip/supplies.csv: cannot be read: zip: checksum error`},
	{"more than it claims", func(t *testing.T) string {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.CreateRaw(&zip.FileHeader{Name: "supplies.csv", UncompressedSize64: 20, CompressedSize64: uint64(len(edges)), CRC32: 1})
		_, _ = w.Write([]byte(edges))
		return readZip(t, z, &b, loaders.Options{})
	}, `failed: x.zip/supplies.csv: cannot be read: zip: not a valid zip file`},
	{"a large file", func(t *testing.T) string {
		return zipWith(t, loaders.Options{Limits: loaders.Limits{File: 10}}, "supplies.csv", edges)
	}, `failed: x.zip/supplies.csv: unpacks to 22 bytes, more than 10
hint: unpack it and give the folder`},
	{"a bomb", zipOf("supplies.csv", "supplier,customer\n"+strings.Repeat("a,b\n", 20<<20)), `failed: x.zip/supplies.csv: unpacks to 1028 times its size, more than 200
hint: unpack it and give the folder, if you trust it`},
	{"a long zip in a stream", func(t *testing.T) string {
		return zipWith(t, loaders.Options{Limits: loaders.Limits{Stream: 100}}, "supplies.csv", edges)
	}, `failed: x.zip: is a zip of more than 100 bytes, too large for a stream
hint: give it as a file`},

	{"no such file", open("nowhere", nil), `failed: nowhere: cannot be read: no such file or directory`},
	{"no name", open("", nil), `failed: cannot be read: no such file or directory`},
	{"the name of an example", open("tiny", files{"supplies.csv": edges}.examples("tiny")), `failed: tiny: cannot be read: no such file or directory
hint: did you mean example:tiny?`},
	{"a mistyped example", open("example:tinny", files{"supplies.csv": edges}.examples("tiny")), `failed: example:tinny: there is no such example
hint: did you mean example:tiny?`},
	{"no such example", open("example:x", files{"supplies.csv": edges}.examples("tiny")), `failed: example:x: there is no such example
hint: the examples are tiny`},
	{"no examples", open("example:x", nil), `failed: example:x: there is no such example`},
	{"an example out of the folder", open("example:..", files{"supplies.csv": edges}.examples("tiny")), `failed: example:..: there is no such example
hint: the examples are tiny`},
	{"a file that may not be read", open("example:tiny", noEntry{files{"supplies.csv": edges}.examples("tiny"), "tiny/supplies.csv"}), `failed: example:tiny/supplies.csv: cannot be read: permission denied`},
	{"a folder that may not be read", open("example:tiny", noEntry{files{"nodes.csv": edges}.examples("tiny"), "tiny"}), `failed: example:tiny: cannot be read: permission denied`},
	{"an info that may not be read", open("example:tiny", noEntry{files{"linestop.yaml": ""}.examples("tiny"), "tiny/linestop.yaml"}), `failed: example:tiny/linestop.yaml: cannot be read: permission denied`},
	{"a stream that breaks", func(t *testing.T) string {
		return verdict(loaders.Read(t.Context(), "x.csv", io.MultiReader(strings.NewReader(edges), brokenReader{}), loaders.Options{}))
	}, `failed: x.csv: cannot be read: unexpected EOF`},
	{"nothing on standard input", open("-", nil), `failed: <stdin>: is empty
hint: the first line must name the columns, such as supplier,customer`},
	{"a link out of the folder", func(t *testing.T) string {
		dir := t.TempDir()
		outside := filepath.Join(dir, "outside.csv")
		inside := filepath.Join(dir, "data")
		if err := os.WriteFile(outside, []byte(edges), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Mkdir(inside, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(outside, filepath.Join(inside, "supplies.csv")); err != nil {
			t.Skip(err)
		}
		return strings.ReplaceAll(open(inside, nil)(t), dir, "DIR")
	}, `failed: DIR/data/supplies.csv: cannot be read: path escapes from parent`},

	{"no scenarios", scenario("-", "x", nil), `failed: -: has no scenario "x"
hint: give the scenario as a file`},
	{"no scenario of that name", scenario("example:tiny", "stom", files{"scenarios/storm.yaml": "cuts: [{target: a}]"}.examples("tiny")), `failed: example:tiny: has no scenario "stom"
hint: did you mean storm?`},
	{"nor one like it", scenario("example:tiny", "x", files{"scenarios/storm.yaml": "cuts: [{target: a}]", "scenarios/flood.json": "{}"}.examples("tiny")), `failed: example:tiny: has no scenario "x"
hint: its scenarios are flood, storm`},
	{"no scenario file", scenario("example:tiny", "nowhere/x.yaml", nil), `failed: nowhere/x.yaml: cannot be read: no such file or directory`},
	{"scenarios that may not be read", scenario("example:tiny", "x", noEntry{files{"scenarios/x.yaml": ""}.examples("tiny"), "tiny/scenarios"}), `failed: example:tiny/scenarios: cannot be read: permission denied`},
	{"a scenario that may not be read", scenario("example:tiny", "x", noEntry{files{"scenarios/x.yaml": ""}.examples("tiny"), "tiny/scenarios/x.yaml"}), `example:tiny/scenarios/x.yaml: error: cannot be read: permission denied [unreadable]`},

	{"a folder that is not empty", func(t *testing.T) string {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "mine.txt"), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		err := loaders.Save(t.Context(), dir, graph.NewBuilder(graph.Info{}).Build(), loaders.Output{Format: loaders.Folder})
		return strings.ReplaceAll(failure(err), dir, "DIR")
	}, `failed: DIR: cannot be written: the folder exists and is not empty`},
	{"a folder that is a file", func(t *testing.T) string {
		name := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		err := loaders.Save(t.Context(), name, graph.NewBuilder(graph.Info{}).Build(), loaders.Output{Format: loaders.Folder})
		return strings.ReplaceAll(failure(err), filepath.Dir(name), "DIR")
	}, `failed: DIR/file: cannot be written: it is a file`},
	{"a file that is there", func(t *testing.T) string {
		name := filepath.Join(t.TempDir(), "x.json")
		if err := os.WriteFile(name, []byte("{}"), 0o600); err != nil {
			t.Fatal(err)
		}
		err := loaders.Save(t.Context(), name, graph.NewBuilder(graph.Info{}).Build(), loaders.Output{Format: loaders.JSON})
		return strings.ReplaceAll(failure(err), filepath.Dir(name), "DIR")
	}, `failed: DIR/x.json: cannot be written: the file exists already`},
	{"nowhere to write", func(t *testing.T) string {
		return failure(loaders.Save(t.Context(), "no/such/x.csv", graph.NewBuilder(graph.Info{}).Build(), loaders.Output{Format: loaders.CSV}))
	}, `failed: no/such/x.csv: cannot be written: no such file or directory`},
	{"a folder to a stream", func(t *testing.T) string {
		return failure(loaders.Write(t.Context(), io.Discard, graph.NewBuilder(graph.Info{}).Build(), loaders.Output{Format: loaders.Folder}))
	}, `failed: format "folder" cannot be written to a stream`},
	{"a compiled file cut short", compiledBy(func(file []byte) []byte { return file[:len(file)-1] }), `failed: x: is damaged or cut short: trailer
hint: compile it anew: linestop compile DATA -o FILE`},
	{"a compiled file with another bit", compiledBy(func(file []byte) []byte { file[100] ^= 1; return file }), `failed: x: is damaged or cut short: between bytes 1 and N, from section "about" on
hint: compile it anew: linestop compile DATA -o FILE`},
	{"a compiled file of another version", compiledBy(func(file []byte) []byte { file[8]++; return file }), `failed: x: is of a version that this program does not know: 2, not 1
hint: compile it anew: linestop compile DATA -o FILE`},
	{"a compiled file in a folder", func(t *testing.T) string {
		return verdict(files{"supplies.csv": compiled.Magic}.open(t.Context(), loaders.Options{}))
	}, `failed: example:d/supplies.csv: is a compiled network, which is not read
hint: name the file itself`},
	{"no such format", func(*testing.T) string {
		_, err := loaders.ParseFormat("xlsx")
		return failure(err)
	}, `failed: format "xlsx" is none of folder, zip, csv, tsv, json, node-link, parquet, parquet-folder, lsn`},
	{"no such extension", func(*testing.T) string {
		_, err := loaders.FormatOf("x.xlsx")
		return failure(err)
	}, `failed: the extension of "x.xlsx" is none of .zip, .csv, .tsv, .json, .parquet, .lsn; without one it is a folder`},
}

func TestBadCalls(t *testing.T) {
	for _, test := range badCalls {
		t.Run(test.name, func(t *testing.T) {
			if got := test.call(t); got != test.want {
				t.Error(diff(got, test.want))
			}
		})
	}
}

// compiledBy reads a compiled file that has been tampered with, from the disk and as a stream.
func compiledBy(change func([]byte) []byte) func(*testing.T) string {
	return func(t *testing.T) string {
		var b bytes.Buffer
		if err := loaders.Write(t.Context(), &b, readTiny(t), loaders.Output{Format: loaders.Compiled}); err != nil {
			t.Fatal(err)
		}
		file := change(b.Bytes())
		path := filepath.Join(t.TempDir(), "x")
		if err := os.WriteFile(path, file, 0o666); err != nil {
			t.Fatal(err)
		}
		read := verdict(loaders.Read(t.Context(), "x", bytes.NewReader(file), loaders.Options{}))
		opened := verdict(loaders.Open(t.Context(), path, loaders.Options{}))
		_, _, scenarios := loaders.FindScenario(t.Context(), path, "storm", loaders.Options{})
		for _, got := range []string{opened, failure(scenarios)} {
			if got := strings.ReplaceAll(got, path, "x"); got != read {
				t.Error(diff(got, read))
			}
		}
		return regexp.MustCompile(`and \d+,`).ReplaceAllString(read, "and N,")
	}
}

const edges = "supplier,customer\na,b\n"

// zipOf reads an archive of names and texts in turn.
func zipOf(namesAndTexts ...string) func(*testing.T) string {
	return func(t *testing.T) string { return zipWith(t, loaders.Options{}, namesAndTexts...) }
}

func zipWith(t *testing.T, opts loaders.Options, namesAndTexts ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(namesAndTexts); i += 2 {
		w, err := z.Create(namesAndTexts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, namesAndTexts[i+1]); err != nil {
			t.Fatal(err)
		}
	}
	return readZip(t, z, &b, opts)
}

func readZip(t *testing.T, z *zip.Writer, b *bytes.Buffer, opts loaders.Options) string {
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return verdict(loaders.Read(t.Context(), "x.zip", b, opts))
}

func open(ref string, examples fs.FS) func(*testing.T) string {
	return func(t *testing.T) string {
		return verdict(loaders.Open(t.Context(), ref, loaders.Options{Examples: examples}))
	}
}

func scenario(ref, name string, examples fs.FS) func(*testing.T) string {
	return func(t *testing.T) string {
		_, problems, err := loaders.FindScenario(t.Context(), ref, name, loaders.Options{Examples: examples})
		if err != nil {
			return failure(err)
		}
		return list(problems)
	}
}

// noEntry is a file system in which one path may not be read.
type noEntry struct {
	fs.FS
	path string
}

func (n noEntry) Open(name string) (fs.File, error) {
	if name == n.path {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return n.FS.Open(name)
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }
