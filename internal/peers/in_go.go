package main

import (
	"context"
	"os"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/graph/rank"
	"linestop/graph/trace"
	"linestop/internal/bare"
	"linestop/loaders"
)

func linestop(file string) (peerInGo, error) {
	ctx := context.Background()
	net, err := loaders.Open(ctx, file, loaders.Options{})
	if err != nil {
		return peerInGo{}, err
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return peerInGo{}, err
	}
	engine := cut.NewEngine(ix.Worst)
	return peerInGo{
		nodes: net.NumNodes(),
		rows:  net.NumSources(),
		number: func(id string) (int, bool) {
			i, ok := net.Lookup(id)
			return int(i), ok
		},
		closure: func(hub int) int {
			hops, _ := trace.Downstream(ctx, net, graph.NodeID(hub)) // its error would be that of the context
			return len(hops)
		},
		cut: func(nodes []int) int {
			set := cut.Set{Nodes: make([]graph.NodeID, len(nodes))}
			for n, i := range nodes {
				set.Nodes[n] = graph.NodeID(i)
			}
			failures, _ := engine.Run(ctx, set)
			return len(failures)
		},
		sweep: func() func(int) int {
			r, _ := rank.Run(ctx, ix, rank.Options{})
			return func(node int) int { return int(r.Rows[node].Lost.Nodes + r.Rows[node].Breaks.Nodes) }
		},
	}, nil
}

func loops(file string) (peerInGo, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return peerInGo{}, err
	}
	net, names := bare.Load(text)
	cutter := net.Cutter()
	return peerInGo{
		nodes: net.Nodes(),
		rows:  net.Rows(),
		number: func(id string) (int, bool) {
			i, ok := names.Find(id)
			return int(i), ok
		},
		closure: func(hub int) int { return net.Closure(int32(hub)) },
		cut: func(nodes []int) int {
			plain := make([]int32, len(nodes))
			for n, i := range nodes {
				plain[n] = int32(i)
			}
			return cutter.Cut(plain...)
		},
		sweep: func() func(int) int {
			broken := net.Sweep()
			return func(node int) int { return int(broken[node]) }
		},
	}, nil
}
