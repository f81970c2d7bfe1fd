package main

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/examples"
	"linestop/graph"
	"linestop/internal/report"
	"linestop/internal/whole"
)

func (p *program) examplesCommand() *cli.Command {
	return &cli.Command{
		Name:      "examples",
		Usage:     "list, describe or copy the built-in data sets",
		ArgsUsage: "[NAME]",
		Category:  "data",
		Description: "   linestop examples\n" +
			"   linestop examples nexperia\n" +
			"   linestop examples nexperia --copy my-nexperia",
		Flags: flags([]cli.Flag{
			&cli.StringFlag{Name: "copy", Usage: "copy the data set into the new folder `FOLDER`"},
		}, answerFlags()),
		Action: p.examples,
	}
}

func (p *program) examples(c *cli.Context) error {
	if err := arguments(c, 0, 1); err != nil {
		return err
	}
	name := c.Args().First()
	if name == "" {
		if c.IsSet("copy") {
			return fail("such as linestop examples nexperia --copy my-nexperia", "--copy needs the name of an example")
		}
		return p.listExamples(c)
	}
	if !isExample(name) {
		return unknownExample(name)
	}
	if c.IsSet("copy") {
		return copyExample(c.Context, name, c.String("copy"))
	}
	text, err := fs.ReadFile(examples.FS(), name+"/README.md")
	if err != nil {
		return err
	}
	return p.write(c, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}

func (p *program) listExamples(c *cli.Context) error {
	var list report.Examples
	for _, name := range examples.Names() {
		net, problems, err := p.read(c.Context, c, "example:"+name)
		if err != nil {
			return err
		}
		if problems.Errors() > 0 {
			return p.refuse(name, problems, "")
		}
		list = append(list, report.Example{Name: name, Title: net.Title, Net: net, Scenarios: scenarioNames(name)})
	}
	return p.answer(c, list)
}

func isExample(name string) bool {
	return slices.Contains(examples.Names(), name)
}

func unknownExample(name string) error {
	hint := "linestop examples lists them"
	if near := graph.Nearest(name, examples.All(), 1); len(near) > 0 {
		hint = didYouMean(near)
	}
	return fail(hint, "there is no example %q", name)
}

func scenarioNames(example string) []string {
	var names []string
	files, _ := fs.Glob(examples.FS(), example+"/scenarios/*.yaml")
	for _, f := range files {
		base := filepath.Base(f)
		names = append(names, strings.TrimSuffix(base, ".yaml"))
	}
	slices.Sort(names)
	return names
}

// copyExample makes a new folder that appears only when it is whole.
func copyExample(ctx context.Context, name, folder string) error {
	files, err := fs.Sub(examples.FS(), name)
	if err == nil {
		err = whole.Free(folder)
	}
	if err == nil {
		err = whole.Folder(ctx, folder, func(folder string) error { return os.CopyFS(folder, files) })
	}
	return cannotWrite(folder, err)
}
