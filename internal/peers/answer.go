package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"time"

	"linestop/internal/bare"
)

// answer is what a peer says of an item: a line of its output.
type answer struct {
	Item    string  `json:"item"`
	Seconds float64 `json:"seconds"` // of a processor, user and system, all threads
	Counts  []int   `json:"counts"`  // one for each question, or for those that were done in time
	Peak    int64   `json:"peak"`    // bytes of memory so far, at most; 0 if the system does not say
}

// peerInGo is a library that has read a network. Its numbers of nodes are its own.
type peerInGo struct {
	nodes, rows int
	number      func(id string) (int, bool)
	closure     func(hub int) int
	cut         func(nodes []int) int
	sweep       func() (broken func(node int) int) // nil: it has no faster way than cut after cut
}

// inGo are the peers that are part of this program.
var inGo = map[string]func(file string) (peerInGo, error){
	"linestop":     linestop,
	"bare":         loops,
	"gonum":        gonum,
	"dominikbraun": dominikbraun,
}

// be answers a plan as a peer.
func be(name string, in io.Reader, out io.Writer) error {
	var p plan
	if err := json.NewDecoder(in).Decode(&p); err != nil {
		return err
	}
	write := func(a answer) error {
		a.Peak = peak()
		return json.NewEncoder(out).Encode(a)
	}
	read, ok := inGo[name]
	if !ok {
		return fmt.Errorf("no peer %q", name)
	}
	start := bare.Used()
	peer, err := read(p.File)
	if err != nil {
		return err
	}
	if err := write(answer{Item: load, Seconds: (bare.Used() - start).Seconds(), Counts: []int{peer.nodes, peer.rows}}); err != nil {
		return err
	}
	hub, _ := peer.number(p.Hub)
	if err := write(timed(p, closure, 1, func(int) int { return peer.closure(hub) })); err != nil {
		return err
	}
	for _, c := range p.Cuts {
		sets := make([][]int, len(c.Sets))
		for n, ids := range c.Sets {
			for _, id := range ids {
				i, ok := peer.number(id)
				if !ok {
					return fmt.Errorf("no node %q", id)
				}
				sets[n] = append(sets[n], i)
			}
		}
		if err := write(timed(p, c.Item, len(sets), func(n int) int { return peer.cut(sets[n]) })); err != nil {
			return err
		}
		if c.Item != singles || peer.sweep == nil {
			continue
		}
		start := bare.Used()
		broken := peer.sweep()
		a := answer{Item: sweep, Seconds: (bare.Used() - start).Seconds()}
		for _, set := range sets {
			a.Counts = append(a.Counts, broken(set[0]))
		}
		if err := write(a); err != nil {
			return err
		}
	}
	return nil
}

// timed asks so many questions, again and again until that takes long enough to measure; none any more once the limit
// has passed.
func timed(p plan, item string, questions int, ask func(n int) int) answer {
	a, turns, start := answer{Item: item}, 0., bare.Used()
	for turns == 0 || bare.Used()-start < 200*time.Millisecond {
		turns++
		a.Counts = a.Counts[:0]
		for n := range questions {
			if a.Counts = append(a.Counts, ask(n)); (bare.Used() - start).Seconds() > p.Limit {
				break
			}
		}
	}
	a.Seconds = (bare.Used() - start).Seconds() / turns
	return a
}

var highWater = regexp.MustCompile(`VmHWM:\s*(\d+) kB`)

// peak is the most memory that this process held. Of getrusage it would be the parent's, where that held more.
func peak() int64 {
	status, _ := os.ReadFile("/proc/self/status") // not on every system
	m := highWater.FindSubmatch(status)
	if m == nil {
		return 0
	}
	kilobytes, _ := strconv.ParseInt(string(m[1]), 10, 64) // digits
	return kilobytes << 10
}
