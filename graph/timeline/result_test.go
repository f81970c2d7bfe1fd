package timeline_test

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/graph/timeline"
	"linestop/internal/indextest"
)

// lookup is a node by its id.
func lookup(t *testing.T, net *graph.Network, id string) graph.NodeID {
	t.Helper()
	i, ok := net.Lookup(id)
	if !ok {
		t.Fatal(id)
	}
	return i
}

// TestNotMonotone shows a bigger cut that helps somebody, for a time:
//
//	sa ─▶ i ──▶ c ──▶ e     stocks: i has 10 days of A from sa, 30 of B from sb;
//	sb ─▶ ┘ j ─▶ ┘          e has 12 days of c
//
// Without B i would stop on day 30. With half of A it uses less of B, and stops on day 40.
func TestNotMonotone(t *testing.T) {
	net := network(t, `
		sa -> i:A buffer=10
		sb -> i:B buffer=30
		i  -> c
		j  -> c
		c  -> e buffer=12`)
	small := []graph.Cut{{Target: "sb"}, {Target: "j", Left: 0.5, From: 10}}
	big := append(small, graph.Cut{Target: "sa", Left: 0.5})
	courses(t, net, run(t, net, graph.Scenario{Cuts: small}), map[string][]step{
		"sb": {{0, 0}},
		"j":  {{10, 0.5}},
		"i":  {{30, 0}},
		"c":  {{10, 0.5}, {30, 0}},
		"e":  {{32, 0}}, // 2 days of c were left on day 30
	})
	courses(t, net, run(t, net, graph.Scenario{Cuts: big}), map[string][]step{
		"sa": {{0, 0.5}},
		"sb": {{0, 0}},
		"j":  {{10, 0.5}},
		"i":  {{20, 0.5}, {40, 0}},
		"c":  {{10, 0.5}, {40, 0}},
		"e":  {{34, 0.5}, {40, 0}},
	})
}

// story tells a chain in words.
func story(net *graph.Network, chain timeline.Chain) string {
	var lines []string
	for _, e := range chain {
		line := fmt.Sprintf("day %v: %v", e.Day, e.Kind)
		if e.Node != graph.None {
			line += " " + net.ID(e.Node)
		}
		if e.Need != timeline.NoNeed {
			line += " need " + net.Need(e.Need).Name
		}
		if e.Row != timeline.NoRow {
			supplier, customer := net.Ends(e.Row)
			line += fmt.Sprintf(" %s->%s", net.ID(supplier), net.ID(customer))
		}
		lines = append(lines, fmt.Sprint(line, " ", e.Value))
	}
	return strings.Join(lines, "\n")
}

func TestChain(t *testing.T) {
	net := network(t, `
		fab     -> dongguan:wafers  transit=4
		fab     -> seremban:wafers
		dongguan -> module:diodes   share=0.8 buffer=10
		seremban -> module:diodes   share=0.2 max=0.5 switch=30
		module  -> car:module       transit=2 buffer=3
		dongguan stock=5`)
	r := run(t, net, graph.Scenario{Horizon: 60, Cuts: []graph.Cut{
		{Target: "seremban", Left: 0.5, From: 2},
		{Supply: &graph.Supply{Supplier: "fab", Customer: "dongguan"}, From: 10, Until: graph.Num(40)},
	}})
	// From day 2 on 0.1 of the diodes lacks. On day 14 the wafers are used up, on day 19 the finished
	// stock; by then 1.7 days of diodes are gone. 0.9 a day lacks now.
	car := lookup(t, net, "car")
	if got, want := story(net, r.Chain(car)), strings.TrimSpace(`
day 2: cut seremban 0.5
day 2: runs seremban 0.5
day 28.22222222222222: emptied module need diodes 10
day 28.22222222222222: runs module need diodes 0.1
day 30.22222222222222: arrives module->car 0.1
day 33.55555555555556: emptied car need module 3
day 33.55555555555556: runs car need module 0.1`); got != want {
		t.Errorf("first loss:\n%s\nwant\n%s", got, want)
	}
	if got, want := story(net, r.ChainTo(r.Course(lookup(t, net, "module")).Steps[1].Event)), strings.TrimSpace(`
day 2: cut seremban 0.5
day 2: runs seremban 0.5
day 32: switched seremban->module 0.5
day 32: runs module need diodes 0.25`); got != want {
		t.Errorf("more by the switch:\n%s\nwant\n%s", got, want)
	}
	if r.Chain(lookup(t, net, "fab")) != nil {
		t.Error("fab lost nothing, but is explained")
	}
}

// TestStory: a loss, a stop and a restart each have a chain, and share what came before.
func TestStory(t *testing.T) {
	net := network(t, "a -> p:parts buffer=4")
	r := run(t, net, graph.Scenario{Horizon: 30, Cuts: []graph.Cut{
		{Target: "a", Left: 0.5, Until: graph.Num(20)},
		{Target: "a", From: 10, Until: graph.Num(20)},
	}})
	var events timeline.Chain
	for _, number := range r.Story(lookup(t, net, "p")) {
		events = append(events, r.Events[number])
	}
	if got, want := story(net, events), strings.TrimSpace(`
day 0: cut a 0.5
day 0: runs a 0.5
day 8: emptied p need parts 4
day 8: runs p need parts 0.5
day 10: cut a 0
day 10: runs a 0
day 10: runs p need parts 0
day 20: cut a 1
day 20: runs a 1
day 20: runs p need parts 1`); got != want {
		t.Errorf("story:\n%s\nwant\n%s", got, want)
	}
}

func TestCourse(t *testing.T) {
	net := network(t, `
		a -> p
		p stock=4`)
	a, p := lookup(t, net, "a"), lookup(t, net, "p")
	r := run(t, net, graph.Scenario{Horizon: 30, Cuts: []graph.Cut{
		{Target: "a", Left: 0.5, From: 2, Until: graph.Num(6)},
		{Target: "a", From: 4, Until: graph.Num(5)},
		{Target: "a", Left: 0.5, From: 10, Until: graph.Num(20)},
	}})
	c := r.Course(p)
	sameCourse(t, "p", c, []step{{2, 0.5}, {4, 0}, {5, 0.5}, {6, 1}, {10, 0.5}, {20, 1}})
	for what, same := range map[string]bool{
		"first loss":       c.FirstLoss == graph.Num(2),
		"stop":             c.Stop == graph.Num(4),
		"restart":          c.Restart == graph.Num(20),
		"lost days":        c.LostDays == 7.5,
		"levels":           c.At(0) == 1 && c.At(2) == 0.5 && c.At(4.5) == 0 && c.At(7) == 1 && c.At(99) == 1,
		"another delivers": reflect.DeepEqual(r.Delivery(a), r.Course(a)),
		"limit":            r.Limit == timeline.Quiet && r.Until == 30,
	} {
		if !same {
			t.Errorf("%s is wrong: %+v", what, c)
		}
	}
	// 2.5 of the 4 days in stock are used by day 6, the rest by day 13.
	sameCourse(t, "delivery", r.Delivery(p), []step{{13, 0.5}, {20, 1}})
	if lost := r.Delivery(p).LostDays; lost != 3.5 {
		t.Errorf("delivery: %v days lost", lost)
	}
	still := r.Course(99)
	if still.Steps != nil || still.FirstLoss.Given || still.At(5) != 1 {
		t.Errorf("who does not move has course %+v", still)
	}
}

func TestNeedsThatAreNotCritical(t *testing.T) {
	net := network(t, `
		a -> p:colour level=optional buffer=3
		b -> p:tool   level=capital
		c -> p:oil    level=degrading weight=0.5`)
	r := run(t, net, graph.Scenario{Cuts: []graph.Cut{
		{Target: "a", Until: graph.Num(10)}, {Target: "b", Left: 0.25, From: 7}, {Target: "c", From: 1, Until: graph.Num(5)},
	}})
	want := map[string][]step{
		"colour": {{5, 0}, {10, 1}}, // a day of stock, then two more while p runs at half
		"tool":   {{7, 0.25}},
		"oil":    {{1, 0}, {5, 1}},
	}
	if len(r.Needs) != len(want) {
		t.Errorf("needs %+v", r.Needs)
	}
	for _, c := range r.Needs {
		name := net.Need(c.Need).Name
		sameCourse(t, name, c.Course, want[name])
	}
}

// TestRevival stops a cycle whose two members need each other, and a node behind it:
//
//	c ──▶ a ◀──▶ b ──▶ d
func TestRevival(t *testing.T) {
	net := network(t, `
		c -> a
		b -> a
		a -> b buffer=2
		b -> d
		a -> e
		e -> f`)
	s := graph.Scenario{Cuts: []graph.Cut{{Target: "c", Until: graph.Num(5)}}}
	a, b := lookup(t, net, "a"), lookup(t, net, "b")
	if got, want := run(t, net, s).Revivals, []timeline.Revival{{Day: 5, Nodes: []graph.NodeID{a, b}}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	// A day earlier b still has stock, and starts a.
	s.Cuts[0].Until = graph.Num(1.5)
	if got := run(t, net, s).Revivals; got != nil {
		t.Errorf("got %v, want none", got)
	}
}

func TestLimits(t *testing.T) {
	net := network(t, "a -> p transit=1")
	s := graph.Scenario{Horizon: 20}
	for n := range 10 {
		s.Cuts = append(s.Cuts, graph.Cut{Target: "a", From: float64(2 * n), Until: graph.Num(float64(2*n + 1))})
	}
	for _, test := range []struct {
		most  int
		limit timeline.Limit
		until float64
		steps int
	}{{0, timeline.Quiet, 20, 20}, {7, timeline.Events, 3, 3}} {
		r := runWith(t, net, s, timeline.Options{MaxEvents: test.most})
		if steps := len(r.Course(0).Steps); r.Limit != test.limit || r.Until != test.until || steps != test.steps {
			t.Errorf("at most %d events: %v on day %v after %d steps, want %v on day %v after %d",
				test.most, r.Limit, r.Until, steps, test.limit, test.until, test.steps)
		}
	}
}

func TestBest(t *testing.T) {
	net := network(t, `
		a -> p:x
		b -> p:x`)
	s := graph.Scenario{Cuts: []graph.Cut{{Target: "a"}}}
	for best, want := range map[bool]int{false: 2, true: 1} {
		if got := len(runWith(t, net, s, timeline.Options{Best: best}).Nodes); got != want {
			t.Errorf("best %t: %d nodes move, want %d", best, got, want)
		}
	}
}

func TestCancelled(t *testing.T) {
	net := network(t, "a -> p")
	plan, err := timeline.NewPlan(t.Context(), net, graph.Scenario{Cuts: []graph.Cut{{Target: "a"}}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if r, err := timeline.Run(ctx, indextest.Compile(t, net), plan, timeline.Options{}); r != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, %v", r, err)
	}
	if days, err := timeline.EarliestStop(ctx, indextest.Compile(t, net), plan); days != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, %v", days, err)
	}
}
