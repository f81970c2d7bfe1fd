package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"sync"

	"linestop/examples"
	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/rank"
	"linestop/graph/simulate"
	"linestop/internal/shard"
	"linestop/loaders"
)

// question is what is asked, as linestop takes it: rank or simulate, flags, nodes to cut.
type question struct {
	Data string
	Args []string
}

// asked is a question about data that have been read.
type asked struct {
	shard.Job
	header shard.Header
}

// once keeps what was read for all that ask it in this process.
var once sync.Map // by question as text: func() (*asked, error)

// ask reads the data of a question, the first time.
func (q question) ask(ctx context.Context) (*asked, error) {
	read := sync.OnceValues(func() (*asked, error) { return q.read(context.WithoutCancel(ctx)) })
	first, _ := once.LoadOrStore(fmt.Sprintf("%q", q), read)
	return first.(func() (*asked, error))()
}

func (q question) read(ctx context.Context) (*asked, error) {
	if len(q.Args) == 0 {
		return nil, errors.New("ask rank or simulate")
	}
	folder, err := os.MkdirTemp("", "linestop-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }()
	local, err := fetch(ctx, q.Data, folder)
	if err != nil {
		return nil, err
	}
	net, err := loaders.Open(ctx, local, loaders.Options{Examples: examples.FS()})
	if err != nil {
		return nil, err
	}
	if err := sound(ctx, net); err != nil {
		return nil, err
	}
	flags := flag.NewFlagSet(q.Args[0], flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	var job shard.Job
	var scenario graph.Scenario
	switch q.Args[0] {
	case "rank":
		job, err = askRank(ctx, net, flags, q.Args[1:])
	case "simulate":
		job, scenario, err = askSimulate(ctx, net, flags, q.Args[1:])
	default:
		err = fmt.Errorf("%q is neither rank nor simulate", q.Args[0])
	}
	if err != nil {
		return nil, err
	}
	a := &asked{job, shard.Header{Version: version, Question: q.Args, Pieces: shard.Pieces(job, 1), Shard: shard.Shard{Number: 1, Of: 1}}}
	a.header.Data, err = shard.DataOf(ctx, q.Data, net, scenario)
	return a, err
}

// sound is an error if the data have any.
func sound(ctx context.Context, net *graph.Network) error {
	problems, err := graph.Validate(ctx, net)
	if err == nil && problems.Errors() > 0 {
		err = fmt.Errorf("%s has %d errors: linestop check lists them", net.Name, problems.Errors())
	}
	return err
}

func askRank(ctx context.Context, net *graph.Network, flags *flag.FlagSet, args []string) (shard.Job, error) {
	each := flags.String("each", "node", "")
	where := flags.String("where", net.MayFail, "")
	order := flags.String("by", string(rank.ByProducts), "")
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	by, err := rank.ParseBy(*order)
	if err != nil {
		return nil, err
	}
	o := rank.Options{Output: by == rank.ByOutput}
	if o.Groups, err = net.Groups(ctx, *each); err != nil {
		return nil, err
	}
	if *where != "" {
		nodes, _, err := net.Resolve(ctx, graph.Cut{Where: *where})
		if err != nil {
			return nil, err
		}
		o.MayFail = func(i graph.NodeID) bool { _, may := slices.BinarySearch(nodes, i); return may }
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return nil, err
	}
	return rank.NewJob(context.WithoutCancel(ctx), ix, o)
}

func askSimulate(ctx context.Context, net *graph.Network, flags *flag.FlagSet, args []string) (shard.Job, graph.Scenario, error) {
	var s graph.Scenario
	runs := flags.Int("runs", simulate.DefaultRuns, "")
	seed := flags.Uint64("seed", 1, "")
	if err := flags.Parse(args); err != nil {
		return nil, s, err
	}
	for _, target := range flags.Args() {
		s.Cuts = append(s.Cuts, graph.Cut{Target: target})
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return nil, s, err
	}
	job, err := simulate.NewJob(ix, s, simulate.Options{Runs: *runs, Seed: *seed})
	return job, s, err
}
