package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/rank"
	"linestop/internal/parallel"
	"linestop/internal/shard"
	"linestop/internal/whole"
)

func (p *program) sweepRankCommand() *cli.Command {
	return &cli.Command{
		Name:     "sweep rank",
		Usage:    "one shard of a ranking, for linestop merge",
		Category: "ask",
		Description: "A part holds what rank would count for its share of all losses. All shards of n cost about the same, on as many machines as\n" +
			"there are; linestop merge makes of their parts, byte for byte, what rank says on one. Each piece of work is on the disk\n" +
			"before it counts: killed in the middle, the same command with --resume goes on.\n\n" +
			"   linestop sweep rank --shard 3/8 -o part-3 -d my-folder\n" +
			"   linestop sweep rank --shard 3/8 -o part-3 -d my-folder --resume\n" +
			"   linestop sweep rank --each country --by output --shard 1/2 -o part-1 -d my-folder",
		Flags:  flags(rankFlags("products_broken, broken (nodes), volume, or output, which takes longer"), shardFlags(), dataFlags(), []cli.Flag{partFlag(), quietFlag()}),
		Action: p.sweepRank,
	}
}

func (p *program) sweepSimulateCommand() *cli.Command {
	return &cli.Command{
		Name:      "sweep simulate",
		Usage:     "one shard of a simulation, for linestop merge",
		ArgsUsage: "[TARGET...]",
		Category:  "ask",
		Description: "A part holds the runs of its share; linestop merge makes of all parts, byte for byte, what simulate says on one machine.\n\n" +
			"   linestop sweep simulate mill -d suppliers.csv --runs 1000000 --shard 3/8 -o part-3\n" +
			"   linestop sweep simulate mill -d suppliers.csv --runs 1000000 --shard 3/8 -o part-3 --resume",
		Flags:  flags(cutFlags(false), runFlags(), shardFlags(), dataFlags(), []cli.Flag{partFlag(), quietFlag()}),
		Action: p.sweepSimulate,
	}
}

func shardFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "shard", Usage: "do the shard `I/N` of the work, from 1/N to N/N", Value: "1/1", Category: "output"},
		&cli.BoolFlag{DisableDefaultText: true, Name: "resume", Usage: "go on with a part that is there already", Category: "output"},
	}
}

func partFlag() cli.Flag {
	return &cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the part to `FILE`", Category: "output"}
}

func (p *program) sweepRank(c *cli.Context) error {
	if err := arguments(c, 0, 0); err != nil {
		return err
	}
	by, err := rank.ParseBy(c.String("by"))
	if err != nil {
		return fmt.Errorf("--by %w", err)
	}
	return p.sweep(c, func(ctx context.Context) (*graph.Network, graph.Scenario, shard.Job, error) {
		q, err := p.rankQuestion(ctx, c, by)
		return q.answer.Net, graph.Scenario{}, q.job, err
	})
}

func (p *program) sweepSimulate(c *cli.Context) error {
	return p.sweep(c, func(ctx context.Context) (*graph.Network, graph.Scenario, shard.Job, error) {
		q, err := p.simulation(ctx, c)
		return q.net, q.scenario, q.job, err
	})
}

// sweep does a shard of a job into a part.
func (p *program) sweep(c *cli.Context, ask func(context.Context) (*graph.Network, graph.Scenario, shard.Job, error)) error {
	s, err := shard.Parse(c.String("shard"))
	if err != nil {
		return fmt.Errorf("--shard %w", err)
	}
	path, resume := c.String("output"), c.Bool("resume")
	if path == "" || p.isOut(path) {
		return fail("-o part-1 names one", "%s writes a part, which is a file", c.Command.Name)
	}
	if err := whole.Free(path); err != nil && !resume {
		return partTaken(path, err)
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	net, scenario, job, err := ask(ctx)
	if err != nil {
		return err
	}
	h := shard.Header{Version: version, Question: questionOf(c), Pieces: shard.Pieces(job, s.Of), Shard: s}
	if h.Data, err = shard.DataOf(ctx, c.String("data"), net, scenario); err != nil {
		return err
	}
	if err := shard.Do(ctx, path, h, job, resume, parallel.Options{Progress: p.progress(c, "shard "+s.String())}); err != nil {
		return partTaken(path, err)
	}
	p.hint(c, "shard %s is done; when all %d are: linestop merge PART...", s, s.Of)
	return nil
}

// partTaken tells of a part that is there already, or cannot be written.
func partTaken(path string, err error) error {
	if errors.Is(err, fs.ErrExist) {
		return fail("--resume goes on with a part", "%q exists already", path)
	}
	return cannotWrite(path, err)
}

// onTheWay are flags that say how a question is asked, not what.
var onTheWay = []string{"data", "timeout", "memory", "output", "quiet", "shard", "resume"}

// questionOf is the command line without them, after the word sweep.
func questionOf(c *cli.Context) []string {
	question := []string{strings.TrimPrefix(c.Command.Name, "sweep ")}
	for _, f := range c.Command.Flags {
		name := f.Names()[0]
		if slices.Contains(onTheWay, name) || !c.IsSet(name) {
			continue
		}
		question = append(question, setting(c, f)...)
	}
	return append(append(question, "--"), c.Args().Slice()...)
}

// setting is how a flag was set, in one form for all ways to write it.
func setting(c *cli.Context, f cli.Flag) (list []string) {
	name := f.Names()[0]
	values := []string{fmt.Sprint(c.Value(name))}
	if _, several := f.(*cli.StringSliceFlag); several {
		values = c.StringSlice(name)
	}
	for _, v := range values {
		list = append(list, "--"+name+"="+v)
	}
	return list
}
