package loaders_test

import (
	"context"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"linestop/graph"
	"linestop/loaders"
)

// files is a data set by file name: several are a folder, a single one is a
// file of its own unless it is supplies.csv.
type files map[string]string

// open reads the files: a folder is called "d", a single file by its name.
func (f files) open(ctx context.Context, opts loaders.Options) (*graph.Network, error) {
	if name, text, ok := f.single(); ok {
		return loaders.Read(ctx, name, strings.NewReader(text), opts)
	}
	opts.Examples = f.folder()
	return loaders.Open(ctx, "example:d", opts)
}

func (f files) single() (name, text string, ok bool) {
	for name, text = range f {
	}
	return name, text, len(f) == 1 && name != "supplies.csv" && name != "nodes.csv"
}

func (f files) folder() fs.FS { return f.examples("d") }

// examples holds the files as the example of that name.
func (f files) examples(name string) fs.FS {
	all := fstest.MapFS{}
	for file, text := range f {
		all[path.Join(name, file)] = &fstest.MapFile{Data: []byte(text)}
	}
	return all
}

// verdict is what a user would be told of what was loaded, without the
// warnings that are not ours.
func verdict(net *graph.Network, err error) string {
	if err != nil {
		return failure(err)
	}
	ours := []string{"encoding", "guessed-column", "unclear-column", "unnamed-column", "unknown-key", "nested-value", "unknown-direction", "not-read", "always-true", "gate-loop"}
	return list(slices.DeleteFunc(judged(net), func(p graph.Problem) bool {
		return p.Severity == graph.Warning && !slices.Contains(ours, p.Code)
	}))
}

// judged is what Validate finds; without a deadline it cannot fail.
func judged(net *graph.Network) graph.Problems {
	problems, _ := graph.Validate(context.Background(), net)
	return problems
}

func failure(err error) string {
	text := "failed: " + err.Error()
	if known := new(loaders.Error); errors.As(err, &known) && known.Hint != "" {
		text += "\nhint: " + known.Hint
	}
	return text
}

func list(problems graph.Problems) string {
	var lines []string
	for _, p := range problems {
		lines = append(lines, p.String()+" ["+p.Code+"]")
	}
	return strings.Join(lines, "\n")
}

// asJSON shows all that a network holds, but for the places.
func asJSON(t testing.TB, net *graph.Network) string {
	t.Helper()
	var b strings.Builder
	if err := loaders.Write(t.Context(), &b, net, loaders.Output{Format: loaders.JSON}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func diff(got, want string) string { return "got:\n" + got + "\nwant:\n" + want }
