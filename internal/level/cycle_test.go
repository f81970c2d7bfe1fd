package level_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/internal/indextest"
	"linestop/internal/level"
)

// build reads rows such as
//
//	well->gas 1.2  power->gas:power deg .25  a->b:k q2 0.5
//
// one a line: supplier, customer and need, then what may be said of the row: share
// (a number), deg with a weight after it, q with a quorum.
func build(t *testing.T, rows string) (*graph.Network, *level.System) {
	t.Helper()
	b := graph.NewBuilder(graph.Info{})
	for line := range strings.Lines(rows) {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		var row graph.Source
		row.Supplier, row.Customer, _ = strings.Cut(fields[0], "->")
		row.Customer, row.Need, _ = strings.Cut(row.Customer, ":")
		for _, f := range fields[1:] {
			var v float64
			switch {
			case scan(f, "deg%g", &v):
				row.Level, row.Weight = graph.Degrading.String(), graph.Num(v)
			case scan(f, "q%g", &v):
				row.Quorum = graph.Num(v)
			case scan(f, "%g", &v):
				row.Share = graph.Num(v)
			default:
				t.Fatalf("%q in %q", f, line)
			}
		}
		b.AddSource(row)
	}
	net := b.Build()
	ix := indextest.Compile(t, net)
	return net, level.New(ix, ix.Rates().Worst)
}

func scan(text, format string, v *float64) bool {
	n, err := fmt.Sscanf(text, format, v)
	return n == 1 && err == nil
}

// TestCycles settles cycles by hand. A level is written with a * if it is a limit.
func TestCycles(t *testing.T) {
	for _, test := range []struct{ name, rows, cut, want string }{
		{
			//   x ──▶ a ◀──▶ b        a finds the half of what x lost again in b, and so on
			"half of it from outside",
			"x->a:k 0.5\n b->a:k 0.5\n a->b",
			"x=0.4", "x=0.4 a=0.4* b=0.4*",
		},
		{
			//   x ──▶ a ◀──▶ b        what a loses goes once around and is lost no more
			"all of it from outside",
			"x->a\n b->a\n a->b",
			"x=0.4", "x=0.4 a=0.4 b=0.4",
		},
		{
			//   a ──▶ b ──▶ c         each with a half of its own, none with spare: all sink
			//   ▲           │         to the level of the weakest member
			//   └───────────┘
			"no spare capacity",
			"c->a:k 0.5\n b->a:k 0.5\n a->b\n b->c:k 0.5\n a->c:k 0.5",
			"b=0.4", "b=0.4 a=0.4* c=0.4*",
		},
		{
			//   a ◀──▶ b ──▶ c ◀── d  a loses a tenth each round; c needs both b and d
			"dies out, and with it a quorum",
			"b->a\n a->b\n b->c:k q2\n d->c:k",
			"b->a=0.9", "a=0* b=0* c=0 d=1",
		},
		{
			//   x ──▶ a ◀──▶ b        a: 1 - 0.75·(1-x) - 0.75·(1-b)
			"weights of more than 1, but what comes back is less",
			"x->a deg0.75\n b->a deg0.75\n a->b",
			"x=0.9", "x=0.9 a=0.7* b=0.7*",
		},
		{
			//   x ──▶ a ◀══▶ b        a: 1 - 1.5·(1-b): a loss grows by half each round
			"runs away",
			"x->a\n b->a:k deg0.75\n b->a:l deg0.75\n a->b",
			"x=0.9", "x=0.9 a=0 b=0",
		},
		{
			"runs away slowly",
			"x->a\n b->a:k deg0.5\n b->a:l deg0.5000001\n a->b",
			"x=0.9", "x=0.9 a=0 b=0",
		},
		{
			//   x ──▶ a ◀══▶ b ──▶ c  a is gone long before c, which has 0.4 of its own
			"runs away, but not everything",
			"x->a\n b->a:k deg0.75\n b->a:l deg0.75\n a->b\n b->c:m 0.6\n c->c:m 0.4",
			"x=0.9", "x=0.9 a=0 b=0 c=0*",
		},
		{
			//   x ──▶ a ◀──▶ b        a: 1 - (1-x) - 0.5·(1-b) would be below 0
			"cannot be less than nothing",
			"x->a deg1\n b->a deg0.5\n a->b:k 0.5\n y->b:k 0.5",
			"x=0.1", "x=0.1 a=0 b=0.5 y=1",
		},
	} {
		net, s := build(t, test.rows)
		s.Settle(nil, cutTo(t, net, s, test.cut))
		for field := range strings.FieldsSeq(test.want) {
			id, value, _ := strings.Cut(field, "=")
			value, limit := strings.CutSuffix(value, "*")
			i, _ := net.Lookup(id)
			var want float64
			scan(value, "%g", &want)
			if got := s.Level(i); math.Abs(got-want) > 1e-15 || want == 0 && got != 0 {
				t.Errorf("%s: %s at %v, want %v", test.name, id, got, want)
			}
			if s.Limit(i) != limit {
				t.Errorf("%s: %s is a limit %v, want %v", test.name, id, s.Limit(i), limit)
			}
		}
	}
}

// cutTo reads "a=0.4" or "a->b=0.4", and returns whose levels fall.
func cutTo(t *testing.T, net *graph.Network, s *level.System, text string) []graph.NodeID {
	t.Helper()
	target, value, _ := strings.Cut(text, "=")
	var left float64
	scan(value, "%g", &left)
	if !strings.Contains(target, "->") {
		i, _ := net.Lookup(target)
		s.Left[i] = left
		return []graph.NodeID{i}
	}
	supply, err := net.ParseSupply(target)
	if err != nil {
		t.Fatal(err)
	}
	_, rows, err := net.Resolve(t.Context(), graph.Cut{Supply: &supply})
	if err != nil {
		t.Fatal(err)
	}
	s.Carries[rows[0]] *= left
	_, customer := net.Ends(rows[0])
	return []graph.NodeID{customer}
}

// TestRing cuts the only outside source of a ring, which has a small share: rounds
// would take 1/share times around.
func TestRing(t *testing.T) {
	for _, n := range []int{2, 3, 1000, 100_000} {
		for _, share := range []float64{0.3, 1e-3, 1e-6, 1e-9} {
			b := graph.NewBuilder(graph.Info{})
			name := func(i int) string { return fmt.Sprint("r", i%n) }
			b.AddSource(graph.Source{Supplier: "x", Customer: name(0), Need: "k", Share: graph.Num(share)})
			b.AddSource(graph.Source{Supplier: name(n - 1), Customer: name(0), Need: "k", Share: graph.Num(1 - share)})
			for i := range n - 1 {
				b.AddSource(graph.Source{Supplier: name(i), Customer: name(i + 1)})
			}
			net := b.Build()
			ix := indextest.Compile(t, net)
			s := level.New(ix, ix.Rates().Worst)
			s.Left[0] = 0.25
			moved := s.Settle(nil, []graph.NodeID{0})
			if len(moved) != n+1 {
				t.Errorf("%d nodes, share %v: %d moved", n, share, len(moved))
			}
			want := share * 0.25 / (1 - (1 - share)) // 1-share is not exact
			for _, i := range moved[1:] {
				if got := s.Level(i); math.Abs(got-want) > 1e-15 || !s.Limit(i) {
					t.Fatalf("%d nodes, share %v: %s at %v, want %v", n, share, net.ID(i), got, want)
				}
			}
		}
	}
}
