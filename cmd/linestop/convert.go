package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/loaders"
)

func (p *program) convertCommand() *cli.Command {
	return &cli.Command{
		Name:      "convert",
		Usage:     "one format to another",
		ArgsUsage: "IN OUT",
		Category:  "data",
		Description: "The name of OUT tells the format: a folder, .zip, .csv, .tsv, .json, .parquet or .lsn (see compile). What it cannot hold is named.\n" +
			"What is there already is replaced only with --force.\n\n" +
			"   linestop convert suppliers.csv my-folder\n" +
			"   linestop convert my-folder network.json\n" +
			"   linestop convert example:nexperia - --to node-link\n" +
			"   linestop convert my-folder for-spark --to parquet-folder",
		Flags: flags([]cli.Flag{
			&cli.StringFlag{Name: "to", Usage: "the `FORMAT`: " + formatNames(), DefaultText: "by the name of OUT"},
			&cli.BoolFlag{DisableDefaultText: true, Name: "force", Usage: "replace what OUT is already; other files in a folder stay"},
			quietFlag(),
		}, dataFlags()[1:]),
		Action: p.convert,
	}
}

func formatNames() string {
	var names []string
	for _, f := range loaders.Formats() {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

func (p *program) convert(c *cli.Context) error {
	if err := arguments(c, 2, 2); err != nil {
		return err
	}
	in, path := c.Args().Get(0), c.Args().Get(1)
	out, err := outputFormat(c, path)
	if err != nil {
		return err
	}
	if err := keepsData(path, in); err != nil {
		return err
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	net, err := p.save(ctx, c, in, path, out)
	if err != nil {
		return err
	}
	if lost := loaders.Lost(net, out); len(lost) > 0 {
		p.hint(c, "%s cannot hold %s: left out", out.Format, strings.Join(lost, ", "))
	}
	return nil
}

// save reads a data set and writes it to a path.
func (p *program) save(ctx context.Context, c *cli.Context, in, path string, out loaders.Output) (*graph.Network, error) {
	net, err := p.load(ctx, c, in)
	if err != nil {
		return nil, err
	}
	opts, err := p.options(c)
	if err != nil {
		return nil, err
	}
	if out.Scenarios, err = loaders.ScenarioFiles(ctx, in, opts); err != nil {
		return nil, err
	}
	if p.isOut(path) {
		err = loaders.Write(ctx, p.out, net, out)
	} else {
		err = loaders.Save(ctx, path, net, out)
	}
	if errors.Is(err, fs.ErrExist) {
		return nil, fail("--force replaces it", "%w", err)
	}
	return net, cannotWrite(path, err)
}

func outputFormat(c *cli.Context, path string) (loaders.Output, error) {
	out := loaders.Output{Replace: c.Bool("force")}
	var err error
	switch name := c.String("to"); {
	case name != "":
		out.Format, err = loaders.ParseFormat(name)
	case path == "-":
		err = fail("such as --to json", "to write to standard output, name the format with --to")
	default:
		out.Format, err = loaders.FormatOf(path)
	}
	if err == nil && out.Folder() && path == "-" {
		err = fmt.Errorf("a folder cannot be written to standard output")
	}
	return out, err
}
