package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/internal/parallel"
	"linestop/internal/shard"
)

func (p *program) mergeCommand() *cli.Command {
	return &cli.Command{
		Name:      "merge",
		Usage:     "the answer of all shards of a sweep, as one machine would have given it",
		ArgsUsage: "PART...",
		Category:  "ask",
		Description: "The parts hold what was asked; the data are read again, for names. Parts of different sweeps, data or versions, unfinished ones\n" +
			"and missing ones are refused by name.\n\n" +
			"   linestop merge my-parts/part-* -f csv -o ranking.csv\n" +
			"   linestop merge my-parts/part-* -d /elsewhere/my-folder -f json",
		Flags: flags([]cli.Flag{
			&cli.IntFlag{Name: "top", Usage: "list the first `N` of a ranking", DefaultText: "a screen of text; all in other formats", Category: "output", Action: atLeast(1, "top")},
			allFlag("list all"),
			&cli.StringFlag{Name: "data", Aliases: []string{"d"}, Usage: "read the data at this `PATH`", DefaultText: "where the first shard did", Action: dataNamed, Category: whatIsData},
		}, dataFlags()[3:], chartFlags()),
		Action: p.merge,
	}
}

func (p *program) merge(c *cli.Context) error {
	if err := arguments(c, 1, -1); err != nil {
		return err
	}
	var parts []*shard.Part
	var errs []error
	for _, path := range c.Args().Slice() {
		part, err := shard.Read(path)
		parts, errs = append(parts, part), append(errs, cannotRead(path, err))
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	pieces, err := shard.Join(parts)
	if err != nil {
		return err
	}
	first := parts[0].Header
	if first.Version != version {
		return fail("parts are merged by the version that made them", "the parts are of linestop %s, this is %s", first.Version, version)
	}
	return p.again(c, &joined{first, pieces})
}

// joined is what the parts of a sweep gave.
type joined struct {
	shard.Header
	pieces [][]byte
}

// again asks the question of the parts as if for the first time, but for the work: see pieces.
func (p *program) again(c *cli.Context, j *joined) error {
	sub := *p
	sub.joined = j
	app := sub.app()
	args := []string{j.Question[0], "--data=" + j.Data.Ref}
	for _, f := range c.Command.Flags {
		if name := f.Names()[0]; c.IsSet(name) {
			args = append(args, setting(c, f)...)
		}
	}
	args, err := order(app, slices.Concat(args, j.Question[1:]))
	if err != nil {
		return err
	}
	lighten(app, findVerb(app, args))
	return app.Run(append([]string{app.Name}, args...))
}

// pieces does a job, unless parts hold what it gives.
func (p *program) pieces(ctx context.Context, c *cli.Context, net *graph.Network, s graph.Scenario, job shard.Job, doing string) ([][]byte, error) {
	if p.joined == nil {
		return shard.Run(ctx, job, parallel.Options{Progress: p.progress(c, doing)})
	}
	data, err := shard.DataOf(ctx, c.String("data"), net, s)
	if err != nil {
		return nil, err
	}
	if j := p.joined; data.Sum != j.Data.Sum || len(j.pieces) != shard.Pieces(job, j.Shard.Of) {
		return nil, fail("--data names those that the parts were made of", "%q is not what the parts were made of, or has changed since", data.Ref)
	}
	return p.joined.pieces, nil
}

// cannotRead names the file as the user did where the system failed.
func cannotRead(path string, err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return fmt.Errorf("cannot read %q: %w", path, at.Err)
	}
	return err
}
