package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"linestop/graph"
	"linestop/internal/netgen"
	"linestop/loaders"
)

// plan is what a peer is asked: to read a file, how many nodes are downstream of a hub, and how many break with the
// nodes of each cut, themselves among them, where a need breaks its customer once all its sources are broken.
type plan struct {
	File  string       `json:"file"`
	Limit float64      `json:"limit"` // seconds of a processor for all cuts of an item
	Hub   string       `json:"hub"`
	Cuts  []cutsOfItem `json:"cuts"`
}

type cutsOfItem struct {
	Item string     `json:"item"`
	Sets [][]string `json:"sets"`
}

// The items of work, in the order of the tables. A sweep is the loss of every node by itself.
const (
	load    = "CSV to ready"
	closure = "closure"
	hubs    = "20 hubs"
	shares  = "20 × 1 %"
	singles = "1,000 nodes"
	sweep   = "every node"
)

var items = []string{load, closure, hubs, shares, singles, sweep}

// newPlan writes the network of a name such as mild-100000 and draws what is asked of it.
func newPlan(folder, size string, limit time.Duration) (p plan, net *graph.Network, err error) {
	dash := strings.LastIndexByte(size, '-')
	nodes, err := strconv.Atoi(size[dash+1:])
	if dash < 0 || err != nil {
		return p, nil, fmt.Errorf("no network %q: write an economy and its number of nodes, such as mild-100000", size)
	}
	setting, err := netgen.ParseSetting(size[:dash])
	if err != nil {
		return p, nil, err
	}
	p = plan{File: filepath.Join(folder, size+".csv"), Limit: limit.Seconds()}
	f, err := os.Create(p.File)
	if err != nil {
		return p, nil, err
	}
	if err := errors.Join(netgen.WriteCSV(f, 1, setting.Economy(nodes)), f.Close()); err != nil {
		return p, nil, err
	}
	if net, err = loaders.Open(context.Background(), p.File, loaders.Options{}); err != nil {
		return p, nil, err
	}
	largest := slices.Collect(func(yield func(graph.NodeID) bool) {
		for i := range graph.NodeID(net.NumNodes()) {
			if !yield(i) {
				return
			}
		}
	})
	slices.SortStableFunc(largest, func(a, b graph.NodeID) int { return len(net.Deliveries(b)) - len(net.Deliveries(a)) })
	p.Hub = net.ID(largest[0])
	rng := rand.New(rand.NewPCG(1, 1))
	draw := func(n int) (ids []string) {
		for _, i := range rng.Perm(net.NumNodes())[:min(n, net.NumNodes())] {
			ids = append(ids, net.ID(graph.NodeID(i)))
		}
		return ids
	}
	p.Cuts = []cutsOfItem{{Item: hubs}, {Item: shares}, {Item: singles}}
	for n := range 20 {
		p.Cuts[0].Sets = append(p.Cuts[0].Sets, []string{net.ID(largest[n])})
		p.Cuts[1].Sets = append(p.Cuts[1].Sets, draw(net.NumNodes()/100))
	}
	for _, id := range draw(1_000) {
		p.Cuts[2].Sets = append(p.Cuts[2].Sets, []string{id})
	}
	return p, net, nil
}
