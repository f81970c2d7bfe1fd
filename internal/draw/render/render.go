// Package render turns DOT text into an SVG picture or a layout, with Graphviz.
//
// The work is done by a child process, the same executable started again, for
// Graphviz runs as WebAssembly that cannot be stopped, shared between
// goroutines or trusted to give its memory back. The child gets the DOT text
// on standard input, sees an empty file system, and has a deadline and a cap
// on memory; it falls without taking the caller along.
//
// What to draw and how it looks is the business of whoever writes the DOT
// text; PNG and PDF are painted from the layout by package paint.
package render

import (
	"context"
	"errors"
	"time"
)

// Format is a kind of output.
type Format string

// The formats a picture can have.
const (
	SVG    Format = "svg"   // checked by CheckSVG before it is returned
	Layout Format = "json"  // every drawing operation, which package paint reads
	Plain  Format = "plain" // one line per node and edge, with positions in inches
)

// engine lays the nodes out in layers; the attribute layout in the DOT text is ignored.
const engine = "dot"

// Options sets the limits of one rendering. The zero value is ready for use.
type Options struct {
	Timeout time.Duration // default 1 minute; the context may end it sooner
	Memory  int64         // bytes the child may use, default 2 GiB; below 256 MiB it hardly starts; Linux only
	Output  int64         // largest result in bytes, default 256 MiB
}

func (o Options) withDefaults() Options {
	if o.Timeout == 0 {
		o.Timeout = time.Minute
	}
	if o.Memory == 0 {
		o.Memory = 2 << 30
	}
	if o.Output == 0 {
		o.Output = 256 << 20
	}
	return o
}

// The ways a rendering fails, beside the context's errors.
var (
	ErrDOT    = errors.New("the DOT text cannot be drawn")           // empty, or with a syntax error
	ErrMemory = errors.New("the picture needs too much memory")      // over Options.Memory
	ErrOutput = errors.New("the picture is too large")               // over Options.Output
	ErrUnsafe = errors.New("the picture has content not allowed")    // CheckSVG said no
	ErrEngine = errors.New("the layout engine failed on this graph") // Graphviz crashed
)

// Render lays out the DOT text and returns it in the given format. Running out
// of time is an error that wraps context.DeadlineExceeded. It may be called
// from several goroutines at once; each call is a process.
func Render(ctx context.Context, dot []byte, f Format, o Options) ([]byte, error) {
	j := job{Format: f, Options: o.withDefaults()}
	if err := j.check(); err != nil {
		return nil, err
	}
	out, err := j.start(ctx, dot)
	if err != nil {
		return nil, err
	}
	if f == SVG {
		if err := CheckSVG(out); err != nil {
			return nil, err
		}
	}
	return out, nil
}
