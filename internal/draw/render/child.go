package render

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/goccy/go-graphviz"

	"linestop/internal/draw/render/skipinit"
)

// A process that carries the marker is a child: it draws and ends here, before
// main and before any test. So whatever program links this package, test
// binaries included, can be its own child and none can forget to ask.
func init() {
	if marker, ok := os.LookupEnv(skipinit.Env); ok {
		os.Exit(child(marker, os.Stdin, os.Stdout, os.Stderr))
	}
}

func child(marker string, in io.Reader, out, errs io.Writer) int {
	j, err := decodeJob(marker)
	if err != nil {
		fmt.Fprintf(errs, "%s is set by linestop for its own use: %v\n", skipinit.Env, err)
		return exitUse
	}
	if err := serve(j, in, out); err != nil {
		fmt.Fprintln(errs, err)
		return exitDOT
	}
	return 0
}

func serve(j job, in io.Reader, out io.Writer) error {
	if _, err := io.WriteString(out, ready); err != nil {
		return err
	}
	if err := limit(j.Options); err != nil {
		return fmt.Errorf("limiting memory and time: %w", err)
	}
	dot, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	picture, err := draw(dot, j)
	if err != nil {
		return err
	}
	_, err = out.Write(picture)
	return err
}

// draw calls Graphviz, once: the module may be spoilt after a bad graph.
func draw(dot []byte, j job) ([]byte, error) {
	if nesting(dot) > maxNesting {
		return nil, fmt.Errorf("subgraphs are nested more than %d deep", maxNesting)
	}
	graphviz.SetFileSystem(empty{})
	graph, err := graphviz.ParseBytes(dot)
	if err != nil {
		return nil, err
	}
	if graph == nil {
		return nil, errors.New("no graph in the text")
	}
	ctx := context.Background()
	g, err := graphviz.New(ctx)
	if err != nil {
		return nil, err
	}
	graph.SetLayout(engine) // the attribute would win over SetLayout below
	var out bytes.Buffer
	err = g.SetLayout(engine).Render(ctx, graph, graphviz.Format(j.Format), &out)
	if err == nil && !bytes.HasPrefix(out.Bytes(), []byte(opening[j.Format])) {
		panic("what came out is no picture") // a spoilt module: the same end as when it crashes
	}
	return out.Bytes(), err
}

// empty is a file system in which image= and its like find nothing.
type empty struct{}

func (empty) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// opening is how every picture of a format begins.
var opening = map[Format]string{SVG: "<?xml ", Layout: "{", Plain: "graph "}

// Graphviz's parser gives up on deep nesting without saying so.
const maxNesting = 100

// nesting returns how deep the braces outside quoted strings go.
func nesting(dot []byte) (deepest int) {
	depth, quoted := 0, false
	for i := 0; i < len(dot); i++ {
		switch c := dot[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case !quoted && c == '{':
			depth++
			deepest = max(deepest, depth)
		case !quoted && c == '}':
			depth--
		}
	}
	return deepest
}
