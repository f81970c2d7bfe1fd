package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"
	"linestop/internal/report"
	"linestop/internal/whole"
	"linestop/loaders"
)

// answer writes an answer where and how the flags say.
func (p *program) answer(c *cli.Context, a report.Answer) error {
	format, err := formatOf(c)
	if err != nil {
		return err
	}
	return p.write(c, func(w io.Writer) error {
		return report.Write(heeding{c.Context, p, w}, a, format, isTerminal(w) && !c.Bool("no-color") && !plainTerminal())
	})
}

// heeding writes until its context ends: an answer may be as long as the data, and be written while it is
// found.
type heeding struct {
	ctx     context.Context
	program *program
	to      io.Writer
}

func (h heeding) Write(text []byte) (int, error) {
	if err := h.ctx.Err(); err != nil {
		return 0, err
	}
	h.program.erase()
	return h.to.Write(text)
}

func formatOf(c *cli.Context) (report.Format, error) {
	if name := c.String("format"); name != "" {
		return report.ParseFormat(name)
	}
	if extension := filepath.Ext(c.String("output")); extension != "" {
		f, err := report.ParseFormat(strings.TrimPrefix(extension, "."))
		if err != nil {
			return "", fail("--format says which format is meant", "%w, by the name of %q", err, c.String("output"))
		}
		return f, nil
	}
	return report.Text, nil
}

// write gives fill the place to write to: standard output, or a file that
// appears only when all is written.
func (p *program) write(c *cli.Context, fill func(io.Writer) error) error {
	path := c.String("output")
	if path == "" || p.isOut(path) {
		return fill(p.out)
	}
	if err := keepsData(path, append(c.Args().Slice(), c.String("data"), c.String("scenario"))...); err != nil {
		return err
	}
	return cannotWrite(path, whole.File(c.Context, path, fill))
}

// canShow refuses to fill a terminal with what it cannot show.
func (p *program) canShow(c *cli.Context, format interface{ Binary() bool }, name string) error {
	if format.Binary() && !c.IsSet("output") && isTerminal(p.out) {
		return fail(fmt.Sprintf("name a file: -o %s.%s", name, format), "a terminal cannot show %s", format)
	}
	return nil
}

// isOut says whether a path is standard output, as "-" and /dev/stdout are.
func (p *program) isOut(path string) bool {
	if path == "-" {
		return true
	}
	f, ok := p.out.(*os.File)
	if !ok {
		return false
	}
	out, err := f.Stat()
	at, err2 := os.Stat(path)
	return err == nil && err2 == nil && os.SameFile(out, at)
}

// keepsData refuses an output that one of the inputs is read from.
func keepsData(path string, inputs ...string) error {
	for _, ref := range inputs {
		if loaders.Holds(ref, path) {
			return fmt.Errorf("%q is the data itself: name another output", path)
		}
	}
	return nil
}

// cannotWrite names the file as the user did where the system failed.
func cannotWrite(path string, err error) error {
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &at):
		for errors.As(at.Err, &at) { // the innermost: the others name files that are gone again
		}
		return fmt.Errorf("cannot write %q: %w", path, at.Err)
	case errors.As(err, &link):
		return fmt.Errorf("cannot write %q: %w", path, link.Err)
	}
	return err
}

// hint tells what to ask next, unless told to be quiet.
func (p *program) hint(c *cli.Context, format string, args ...any) {
	if !c.Bool("quiet") {
		fmt.Fprintf(p.err, "linestop: hint: %s\n", tidy(fmt.Sprintf(format, args...)))
	}
}

// warn tells what to bear in mind about an answer, unless told to be quiet.
func (p *program) warn(c *cli.Context, format string, args ...any) {
	if !c.Bool("quiet") {
		fmt.Fprintf(p.err, "linestop: warning: %s\n", tidy(fmt.Sprintf(format, args...)))
	}
}

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
