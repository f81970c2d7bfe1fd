package main

import (
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
)

// answer writes an answer where and how the flags say.
func (p *program) answer(c *cli.Context, a report.Answer) error {
	format, err := formatOf(c)
	if err != nil {
		return err
	}
	return p.write(c, func(w io.Writer) error {
		return report.Write(w, a, format, isTerminal(w) && !c.Bool("no-color") && !plainTerminal())
	})
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
	if path == "" || path == "-" {
		return fill(p.out)
	}
	if err := keepsData(c.String("data"), path); err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return p.writeThrough(path, info, fill)
	}
	temporary, err := os.CreateTemp(filepath.Dir(path), ".linestop-*")
	if err != nil {
		return cannotWrite(path, err)
	}
	name := temporary.Name()
	p.unsaved.Store(&name)
	defer os.Remove(name)
	err = errors.Join(fill(temporary), temporary.Chmod(0o644), temporary.Close())
	if err == nil {
		err = os.Rename(temporary.Name(), path)
	}
	return cannotWrite(path, err)
}

// keepsData refuses an output that is the input.
func keepsData(in, out string) error {
	from, err := os.Stat(in)
	to, err2 := os.Stat(out)
	if err == nil && err2 == nil && os.SameFile(from, to) {
		return fmt.Errorf("%q is the data itself: name another output", out)
	}
	return nil
}

// writeThrough writes to what is no plain file, such as /dev/null.
func (p *program) writeThrough(path string, info fs.FileInfo, fill func(io.Writer) error) error {
	if info.IsDir() {
		return fmt.Errorf("%q is a folder", path)
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return cannotWrite(path, err)
	}
	return cannotWrite(path, errors.Join(fill(f), f.Close()))
}

// cannotWrite names the file as the user did where the system failed.
func cannotWrite(path string, err error) error {
	var at *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &at):
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

func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
