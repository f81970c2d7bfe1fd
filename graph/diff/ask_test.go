package diff_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/diff"
	"linestop/graph/impact"
	"linestop/graph/index"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

var num = graph.Num

// works is a mill and what hangs on it
//
//	mill ─(4 days)─▶ axle ─(2 days)─▶ car
//	                   └──(0.5 of it; spare, 0.5)─▶ truck
//
// with the changes made.
func works(t *testing.T, changes ...graph.Change) *index.Index {
	t.Helper()
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: "mill", Customer: "axle", Need: "steel", BufferDays: num(4)})
	b.AddSource(graph.Source{Supplier: "axle", Customer: "car", Need: "axle", BufferDays: num(2)})
	b.AddSource(graph.Source{Supplier: "axle", Customer: "truck", Need: "axle", Share: num(0.5), MaxShare: num(0.5)})
	b.AddSource(graph.Source{Supplier: "spare", Customer: "truck", Need: "axle", Share: num(0.5)})
	net, err := b.Build().With(t.Context(), changes)
	if err != nil {
		t.Fatal(err)
	}
	return indextest.Compile(t, net)
}

func cuts(ids ...string) (s graph.Scenario) {
	for _, id := range ids {
		s.Cuts = append(s.Cuts, graph.Cut{Target: id})
	}
	return s
}

func TestAsk(t *testing.T) {
	buffer := graph.Change{Action: graph.Set, Source: graph.Source{Customer: "axle", BufferDays: num(14)}}
	second := graph.Change{Source: graph.Source{Supplier: "mill-2", Customer: "axle", Need: "steel", Share: num(0), MaxShare: num(0.5), SwitchDays: num(9)}}
	ten := graph.Scenario{Horizon: 100, Cuts: []graph.Cut{{Target: "mill", Until: num(10)}}}
	plain := diff.Side{Index: works(t), Scenario: cuts("mill")}
	for _, test := range []struct {
		name          string
		before, after diff.Side
		want          string // nodes that fare otherwise
	}{
		{"the same", plain, plain, ""},
		{"nothing is cut, then the mill", diff.Side{Index: works(t)}, plain, `
mill: newly broken {Breaks:-1 Stops:-1 Loses:-1 Keeps:-1}, output -365
axle: newly broken {Breaks:-1 Stops:-1 Loses:-1 Keeps:-1}, output -361
car: newly broken {Breaks:-1 Stops:-1 Loses:-1 Keeps:-1}, output -359
truck: {Breaks:0 Stops:0 Loses:-1 Keeps:-1}, output -180.5`},
		{"ten days of stock more", plain, diff.Side{Index: works(t, buffer), Scenario: cuts("mill")}, `
axle: {Breaks:0 Stops:1 Loses:1 Keeps:0}, days 10, output 10
car: {Breaks:0 Stops:1 Loses:1 Keeps:0}, days 10, output 10
truck: {Breaks:0 Stops:0 Loses:1 Keeps:0}, output 5`},
		{"a second mill that comes late and gives half", plain, diff.Side{Index: works(t, second), Scenario: cuts("mill")}, `
axle: not for good {Breaks:1 Stops:0 Loses:1 Keeps:1}, days 0, output 178
car: not for good {Breaks:1 Stops:0 Loses:1 Keeps:1}, days 0, output 178
truck: {Breaks:0 Stops:0 Loses:1 Keeps:1}, output 89
mill-2: only after`},
		// For ten days the car would lack steel for four, and with the stock for none: it would break
		// only if the cut lasted.
		{"ten days, without and with stock", diff.Side{Index: works(t), Scenario: ten}, diff.Side{Index: works(t, buffer), Scenario: ten}, `
axle: saved {Breaks:0 Stops:1 Loses:1 Keeps:0}, output 6
car: saved {Breaks:0 Stops:1 Loses:1 Keeps:0}, output 4
truck: {Breaks:0 Stops:0 Loses:1 Keeps:0}, output 3`},
		{"ten days with stock, and without a second mill", diff.Side{Index: works(t, second, buffer), Scenario: ten}, diff.Side{Index: works(t, buffer), Scenario: ten}, `
axle: for good {Breaks:-1 Stops:0 Loses:0 Keeps:-1}, output 0
car: for good {Breaks:-1 Stops:0 Loses:0 Keeps:-1}, output 0
truck: {Breaks:0 Stops:0 Loses:0 Keeps:-1}, output 0
mill-2: only before`},
		// Ten days to a horizon of 100, and for ever to the same: what is not stated is 365.
		{"ten days, then for ever", diff.Side{Index: works(t), Scenario: ten}, plain, `
mill: {Breaks:0 Stops:0 Loses:-1 Keeps:0}, days 0, output -355
axle: {Breaks:0 Stops:0 Loses:-1 Keeps:0}, days 0, output -355
car: {Breaks:0 Stops:0 Loses:-1 Keeps:0}, days 0, output -355
truck: {Breaks:0 Stops:0 Loses:-1 Keeps:0}, output -177.5`},
	} {
		r, err := diff.Ask(t.Context(), test.before, test.after, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := rows(r); got != test.want {
			t.Errorf("%s: got%s\nwant%s", test.name, got, test.want)
		}
	}
}

// rows writes the rows in which something turns.
func rows(r *diff.Result) string {
	var b strings.Builder
	for row := range r.Rows() {
		id := func() string {
			if row.Before == graph.None {
				return r.After.Net.ID(row.After)
			}
			return r.Before.Net.ID(row.Before)
		}
		switch turn := row.Turn(); {
		case row.Before == graph.None:
			fmt.Fprintf(&b, "\n%s: only after", id())
		case row.After == graph.None:
			fmt.Fprintf(&b, "\n%s: only before", id())
		case turn != diff.Turn{}:
			fmt.Fprintf(&b, "\n%s: ", id())
			if row.NewlyBroken() {
				b.WriteString("newly broken ")
			}
			if row.Saved() {
				b.WriteString("saved ")
			}
			if row.ForGood() {
				b.WriteString("for good ")
			}
			if row.NotForGood() {
				b.WriteString("not for good ")
			}
			fmt.Fprintf(&b, "%+v", turn)
			if d := row.DaysGained(); d.Given {
				fmt.Fprintf(&b, ", days %v", d.Value)
			}
			if d := row.OutputGained(); d.Given {
				fmt.Fprintf(&b, ", output %v", d.Value)
			}
		}
	}
	return b.String()
}

// TestOneAnswerForBoth: readings, days and what can be cut at all are those of both.
func TestOneAnswerForBoth(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: "mill", Customer: "axle"})
	b.AddSource(graph.Source{Supplier: "axle", Customer: "car"})
	b.AddSource(graph.Source{Supplier: "lathe", Customer: "axle"})
	bare := diff.Side{Index: indextest.Compile(t, b.Build()), Scenario: cuts("lathe", "mill")}
	numbers := diff.Side{Index: works(t), Scenario: cuts("mill", "lathe")}
	numbers.Scenario.Start, numbers.Scenario.Horizon = time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), 500
	r, err := diff.Ask(t.Context(), bare, numbers, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, a := range map[string]diff.Answer{"before": r.Before, "after": r.After} {
		if !reflect.DeepEqual(a.Readings, impact.Readings()) {
			t.Errorf("%s: readings %v", name, a.Readings)
		}
		if s := a.Scenario; s.Horizon != 500 || !s.Start.Equal(numbers.Scenario.Start) {
			t.Errorf("%s: %v days from %v", name, s.Horizon, s.Start)
		}
	}
	if got, want := r.Before.Absent, []graph.Cut(nil); !reflect.DeepEqual(got, want) {
		t.Errorf("before: %v is left out", got)
	}
	if got, want := r.After.Absent, cuts("lathe").Cuts; !reflect.DeepEqual(got, want) {
		t.Errorf("after: %v is left out, not %v", got, want)
	}
	if got, want := r.After.Scenario.Cuts, cuts("mill").Cuts; !reflect.DeepEqual(got, want) {
		t.Errorf("after: %v is cut, not %v", got, want)
	}
	products, others := r.Count()
	if want := (diff.Counts{Both: 1, Better: 1, Later: 1, LessLost: 1, OnlyAfter: 1}); products != want {
		t.Errorf("products: %+v, want %+v", products, want)
	}
	if want := (diff.Counts{Both: 2, Better: 1, Later: 1, LessLost: 1, OnlyBefore: 1, OnlyAfter: 1}); others != want {
		t.Errorf("others: %+v, want %+v", others, want)
	}
	if _, err := diff.Ask(t.Context(), bare, diff.Side{Index: works(t), Scenario: cuts("mil")}, nil); err == nil || err.Error() != `node "mil" is not in the data` {
		t.Errorf("a cut of nothing: %v", err)
	}
}

func TestTurn(t *testing.T) {
	sure := impact.State{Status: cut.Broken, Sure: true}
	state := func(stop, lost, capacity float64) impact.State {
		return impact.State{Status: cut.Reduced, Stop: num(stop), LostDays: num(lost), Capacity: num(capacity)}
	}
	for _, test := range []struct {
		name          string
		was, is       impact.State
		want          diff.Turn
		worse, better bool
	}{
		{"exposed", impact.State{}, impact.State{Status: cut.Exposed}, diff.Turn{}, false, false},
		{"possibly broken", impact.State{}, impact.State{Status: cut.Broken}, diff.Turn{Breaks: -1}, true, false},
		{"surely, not only possibly", impact.State{Status: cut.Broken}, sure, diff.Turn{Breaks: -1}, true, false},
		{"only possibly", sure, impact.State{Status: cut.Broken}, diff.Turn{Breaks: 1}, false, true},
		{"cut or broken", sure, impact.State{Status: cut.Cut, Sure: true}, diff.Turn{}, false, false},
		{"stops now", impact.State{}, impact.State{Stop: num(400)}, diff.Turn{Stops: -1}, true, false},
		{"stops no longer", impact.State{Stop: num(400)}, impact.State{}, diff.Turn{Stops: 1}, false, true},
		{"later, but loses more", state(4, 10, 1), state(5, 11, 1), diff.Turn{Stops: 1, Loses: -1}, true, false},
		{"keeps less", state(4, 10, 0.5), state(4, 10, 0.4), diff.Turn{Keeps: -1}, true, false},
		{"rounding", state(4, 10, 0.5), state(4+1e-10, 10-1e-10, 0.5-1e-10), diff.Turn{}, false, false},
		{"rounding of long times", state(4e5, 1e6, 0.5), state(4e5+1e-4, 1e6-1e-4, 0.5), diff.Turn{}, false, false},
		{"no rounding", state(4, 10, 0.5), state(4-1e-8, 10+1e-7, 0.5+1e-8), diff.Turn{Stops: -1, Loses: -1, Keeps: 1}, true, false},
	} {
		turn := diff.Row{Was: test.was, Is: test.is}.Turn()
		if turn != test.want || turn.Worse() != test.worse || turn.Better() != test.better {
			t.Errorf("%s: got %+v, worse %t, better %t", test.name, turn, turn.Worse(), turn.Better())
		}
	}
	if turn := (diff.Row{Pair: diff.Pair{Before: graph.None}, Is: sure}).Turn(); turn != (diff.Turn{}) {
		t.Errorf("a new node: got %+v", turn)
	}
}

// TestBackwards: seen from after, what was worse is better, on random networks.
func TestBackwards(t *testing.T) {
	turned := 0
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 7))
		var sides [2]diff.Side
		for n := range sides {
			net := netgen.Random(r, netgen.Config{MaxNodes: 8, MaxUnsure: 2})
			sides[n] = diff.Side{Index: indextest.Compile(t, net), Scenario: cuts(net.ID(graph.NodeID(r.IntN(net.NumNodes()))))}
		}
		forth, err := diff.Ask(t.Context(), sides[0], sides[1], impact.Readings())
		if err != nil {
			t.Fatal(err)
		}
		back, err := diff.Ask(t.Context(), sides[1], sides[0], impact.Readings())
		if err != nil {
			t.Fatal(err)
		}
		reverse := map[diff.Pair]diff.Row{}
		for row := range back.Rows() {
			reverse[row.Pair] = row
		}
		for row := range forth.Rows() {
			b, ok := reverse[diff.Pair{Before: row.After, After: row.Before}]
			a, c := row.Turn(), b.Turn()
			if !ok || a != (diff.Turn{Breaks: -c.Breaks, Stops: -c.Stops, Loses: -c.Loses, Keeps: -c.Keeps}) || row.NewlyBroken() != b.Saved() || row.ForGood() != b.NotForGood() {
				t.Fatalf("seed %d: %+v one way, %+v the other", seed, row, b)
			}
			if a != (diff.Turn{}) {
				turned++
			}
		}
	}
	if turned < 100 {
		t.Errorf("only %d nodes fare otherwise", turned)
	}
}
