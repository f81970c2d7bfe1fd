package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"math/bits"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/internal/netgen"
	"linestop/internal/reference"
	"linestop/loaders"
)

// TestHardenSets makes the changes, and counts cut sets among all sets of losses.
func TestHardenSets(t *testing.T) {
	const order = 3
	rng := rand.New(rand.NewPCG(7, 5))
	counted, fewer, more := 0, 0, 0
	var endedBy [order + 1]int
	for n := range 300 {
		c := netgen.Config{MinNodes: 3, MaxNodes: 8, Unsure: 0.2, MaxUnsure: 3, Raw: 0.2}
		data := filepath.Join(t.TempDir(), "net.json")
		var file bytes.Buffer
		if err := loaders.Write(t.Context(), &file, netgen.Random(rng, c), loaders.Output{Format: "json"}); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(data, file.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		net, err := loaders.Open(t.Context(), data, loaders.Options{})
		if err != nil {
			t.Fatal(err)
		}
		ask := []string{"harden", "-q", "-d", data, "-n", fmt.Sprint(1 + n%3), "--order", fmt.Sprint(order)}
		var answer struct {
			CutSets struct {
				Looked   map[int]int `json:"looked_at"`
				Ended    map[int]int
				Products []struct {
					ID            string
					Before, After struct {
						Counts   map[int]int
						Complete bool
					}
				}
			} `json:"cut_sets"`
		}
		if err := json.Unmarshal(asked(t, append(ask, "-f", "json")...), &answer); err != nil {
			t.Fatal(err)
		}
		if len(answer.CutSets.Products) == 0 {
			continue // no change ends anything
		}
		s, problems := loaders.ReadScenario(t.Context(), "hardened", bytes.NewReader(asked(t, append(ask, "-f", "yaml")...)), loaders.Options{})
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		changed, err := net.With(t.Context(), s.Changes)
		if err != nil {
			t.Fatal(err)
		}
		before, after := newBreaker(t, net), newBreaker(t, changed)
		looked, ended := map[int]int{}, map[int]int{}
		for _, p := range net.Products() {
			for set := range before.sets(net.ID(p), order) {
				size := bits.OnesCount(set)
				looked[size]++
				if !after.breaks(after.product(net.ID(p)), before.in(after, set)) {
					ended[size]++
				}
			}
		}
		for size := 1; size <= order; size++ {
			if looked[size] != answer.CutSets.Looked[size] || ended[size] != answer.CutSets.Ended[size] {
				t.Fatalf("%d: of order %d %d of %d are said to end, and %d of %d do\n%s", n, size, answer.CutSets.Ended[size], answer.CutSets.Looked[size], ended[size], looked[size], &file)
			}
			endedBy[size] += ended[size]
		}
		for _, p := range answer.CutSets.Products {
			if !p.Before.Complete || !p.After.Complete {
				t.Fatalf("%d: %s is not complete", n, p.ID)
			}
			was, is := before.minimal(p.ID, order), after.minimal(p.ID, order)
			for size := 1; size <= order; size++ {
				if p.Before.Counts[size] != was[size] || p.After.Counts[size] != is[size] {
					t.Fatalf("%d: %s has %v and then %v, want %v and %v\n%s", n, p.ID, p.Before.Counts, p.After.Counts, was, is, &file)
				}
			}
			counted++
			fewer += min(1, max(0, was[1]-is[1]))
			more += min(1, max(0, is[2]-was[2]))
		}
	}
	if endedBy[2] < 100 || endedBy[3] < 10 {
		t.Errorf("%v cut sets end, by order", endedBy)
	}
	if counted < 200 || fewer < 100 || more < 50 {
		t.Errorf("%d products counted, %d with fewer single points, %d with more pairs", counted, fewer, more)
	}
}

func asked(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(args, strings.NewReader(""), &out, &errs); code != 0 {
		t.Fatalf("%v: exit %d: %s", args, code, &errs)
	}
	return out.Bytes()
}

// breaker breaks products by the definitions.
type breaker struct {
	net      *graph.Network
	groups   *graph.Groups
	outcomes reference.Outcomes
}

func newBreaker(t *testing.T, net *graph.Network) breaker {
	t.Helper()
	groups, err := net.Groups(t.Context(), "node")
	if err != nil {
		t.Fatal(err)
	}
	return breaker{net, groups, reference.AllOutcomes(net)}
}

func (b breaker) breaks(product graph.NodeID, set uint) bool {
	lost := 0
	for g := range graph.GroupID(b.groups.Len()) {
		for _, i := range b.groups.Nodes(g) {
			if set>>g&1 == 1 && i != product {
				lost |= 1 << i
			}
		}
	}
	return b.outcomes.Possible[lost]>>product&1 == 1
}

func (b breaker) product(id string) graph.NodeID {
	i, _ := b.net.Lookup(id)
	return i
}

// in is the same set of losses in another network.
func (b breaker) in(other breaker, set uint) (same uint) {
	for g := range graph.GroupID(b.groups.Len()) {
		for h := range graph.GroupID(other.groups.Len()) {
			if set>>g&1 == 1 && b.groups.Name(g) == other.groups.Name(h) {
				same |= 1 << h
			}
		}
	}
	return same
}

// sets yields the sets of up to an order that break a product, and no longer without any one of them.
func (b breaker) sets(id string, order int) iter.Seq[uint] {
	return func(yield func(uint) bool) {
		product := b.product(id)
		for set := range uint(1) << b.groups.Len() {
			minimal := bits.OnesCount(set) <= order && b.breaks(product, set)
			for rest := set; minimal && rest != 0; rest &= rest - 1 {
				minimal = !b.breaks(product, set&^(rest&-rest))
			}
			if minimal && !yield(set) {
				return
			}
		}
	}
}

// minimal counts them by size.
func (b breaker) minimal(id string, order int) map[int]int {
	counts := map[int]int{}
	for set := range b.sets(id, order) {
		counts[bits.OnesCount(set)]++
	}
	return counts
}
