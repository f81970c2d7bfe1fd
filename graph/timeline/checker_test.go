package timeline_test

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/timeline"
)

// TestExplanations checks the events of random networks.
func TestExplanations(t *testing.T) {
	t.Parallel()
	for seed := range uint64(many(3000)) {
		explains(t, seed, 4)
	}
}

func explains(t *testing.T, a, b uint64) {
	net, ix, s := random(t, a, b)
	r := run(t, net, s)
	c := newChecker(net, ix, r)
	for n := range r.Events {
		if err := c.event(n); err != nil {
			t.Fatalf("seeds %d, %d: event %d: %v\n%s", a, b, n, err, show(net, s, r))
		}
	}
	if err := c.stocks(); err != nil {
		t.Fatalf("seeds %d, %d: %v\n%s", a, b, err, show(net, s, r))
	}
}

// checker holds a result against the data. It knows the network, the plan and the courses, and
// nothing of how they were found: on each day it works out what arrives, what is in
// stock, and how fast each node may run.
type checker struct {
	net   *graph.Network
	rates *index.Rates
	days  *index.Days
	*timeline.Result
	left, delay map[int32][]timeline.Change // of nodes by number, of rows by -1-number; delays by row
	switched    map[graph.SourceID]float64  // day
	breaks      []float64                   // days on which anything happens
}

func newChecker(net *graph.Network, ix *index.Index, r *timeline.Result) *checker {
	c := &checker{
		net: net, rates: ix.Rates(), days: ix.Days(), Result: r,
		left: map[int32][]timeline.Change{}, delay: map[int32][]timeline.Change{}, switched: map[graph.SourceID]float64{},
	}
	for _, p := range r.Plan.Nodes {
		c.left[int32(p.Node)] = p.Left
	}
	for _, p := range r.Plan.Rows {
		c.left[-1-int32(p.Row)], c.delay[int32(p.Row)] = p.Left, p.Delay
	}
	c.breaks = []float64{0}
	for _, e := range r.Events {
		if e.Day > c.breaks[len(c.breaks)-1] {
			c.breaks = append(c.breaks, e.Day)
		}
		if e.Kind == timeline.Switched {
			c.switched[e.Row] = e.Day
		}
	}
	c.breaks = append(c.breaks, r.Until)
	return c
}

// value is what a plan says on a day, or just after it.
func value(changes []timeline.Change, day, before float64) float64 {
	for _, c := range changes {
		if c.Day <= day+1e-9 {
			before = c.Value
		}
	}
	return before
}

// arrives is the level that row s brings on a day: what left by it then or then, each
// with the delay of its day.
func (c *checker) arrives(s graph.SourceID, day float64) float64 {
	supplier, _ := c.net.Ends(s)
	delays := append([]timeline.Change{{Day: math.Inf(-1)}}, c.delay[int32(s)]...)
	sum := 0.0
	for n, d := range delays {
		end := math.Inf(1)
		if n+1 < len(delays) {
			end = delays[n+1].Day
		}
		if leaves := day - c.days.Transit[s] - d.Value; leaves >= d.Day && leaves < end {
			sum += value(c.left[-1-int32(s)], leaves, 1) * c.Delivery(supplier).At(leaves)
		}
	}
	return sum
}

// intake is what arrives for need k on a day, as a part of normal use.
func (c *checker) intake(k graph.NeedID, day float64) float64 {
	sum, bring, could := 0.0, 0, 0
	for _, s := range c.net.SourcesOf(k) {
		carries := c.rates.Share[s]
		if at, switched := c.switched[s]; c.days.Switch[s] == 0 || switched && at <= day {
			carries = c.rates.Worst[s]
		}
		if c.rates.Share[s] > 0 || c.days.Switch[s] == 0 && c.rates.Worst[s] > 0 {
			could++
		}
		if v := carries * c.arrives(s, day); v > 0 {
			sum += v
			bring++
		}
	}
	if bring < min(c.net.NeedQuorum(k), could) {
		return 0
	}
	return sum
}

// stocks follows each stock through the days, and compares the level of each node with what is
// left of it and what its needs allow.
func (c *checker) stocks() error {
	for i := range graph.NodeID(c.net.NumNodes()) {
		stock := map[graph.NeedID]float64{}
		for k := range c.net.Needs(i) {
			stock[k] = c.days.Buffer[k]
		}
		finished := c.days.Stock[i]
		for n, day := range c.breaks[:len(c.breaks)-1] {
			length := c.breaks[n+1] - day
			if length < 1e-7 {
				continue
			}
			middle := day + length/2
			level := c.Course(i).At(middle)
			if want := c.allowed(i, stock, middle); math.Abs(level-want) > 1e-7 {
				return fmt.Errorf("%s runs at %v on day %v, may run at %v", c.net.ID(i), level, middle, want)
			}
			if delivers := c.Delivery(i).At(middle); finished > 1e-7 && delivers != 1 || finished < 1e-7 && delivers != level {
				return fmt.Errorf("%s delivers %v on day %v with %v days in stock, level %v", c.net.ID(i), delivers, middle, finished, level)
			}
			finished -= (1 - level) * length
			for k := range stock {
				before := stock[k]
				stock[k] = c.use(k, before, level, middle, length)
				if err := c.emptied(k, before, stock[k], c.breaks[n+1]); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// allowed is the level at which node i may run with what is in stock.
func (c *checker) allowed(i graph.NodeID, stock map[graph.NeedID]float64, day float64) float64 {
	level, lost := value(c.left[int32(i)], day, 1), 0.0
	for k := range c.net.Needs(i) {
		if stock[k] > 1e-7 {
			continue
		}
		met := min(1, c.intake(k, day))
		switch need := c.net.Need(k); need.Level {
		case graph.Critical:
			level = min(level, met)
		case graph.Degrading:
			lost += need.Weight * (1 - met)
		}
	}
	return max(0, min(level, 1-lost))
}

// use is the stock of need k after some days.
func (c *checker) use(k graph.NeedID, stock, level, day, length float64) float64 {
	intake, most := c.intake(k, day), level
	if stock < c.days.Buffer[k]-1e-9 && (stock > 1e-7 || c.net.NeedLevel(k) == graph.Critical || intake > 1-1e-9) {
		most += c.days.Refill[k]
	}
	return max(0, min(c.days.Buffer[k], stock+(min(intake, most)-level)*length))
}

// emptied says whether the events tell of a stock that is used up.
func (c *checker) emptied(k graph.NeedID, before, after, day float64) error {
	if before < 1e-6 || after > 1e-9 || day >= c.Until {
		return nil
	}
	if !slices.ContainsFunc(c.Events, func(e timeline.Event) bool {
		return e.Kind == timeline.Emptied && e.Need == k && math.Abs(e.Day-day) < 1e-6
	}) {
		return fmt.Errorf("nothing tells of the stock of need %d that is used up on day %v", k, day)
	}
	return nil
}
