package timeline_test

import (
	"testing"

	"linestop/graph"
	"linestop/graph/timeline"
)

// Each rule of the reading by itself, in numbers that can be checked by hand.
func TestRules(t *testing.T) {
	type cuts = []graph.Cut
	type want = map[string][]step
	until, days := graph.Num, graph.Num
	row := func(supplier, customer string) *graph.Supply {
		return &graph.Supply{Supplier: supplier, Customer: customer}
	}
	tests := []struct {
		name, net string
		cuts      cuts
		want      want
	}{
		{
			"what is on the way arrives", "a -> p transit=5",
			cuts{{Target: "a", From: 10, Until: until(13)}},
			want{"a": {{10, 0}, {13, 1}}, "p": {{15, 0}, {18, 1}}},
		},
		{
			"a cut row stops what leaves, not what is on the way", "a -> p transit=5",
			cuts{{Supply: row("a", "p"), Left: 0.5, From: 10, Until: until(13)}},
			want{"p": {{15, 0.5}, {18, 1}}},
		},
		{
			"an alternate takes its days, and stays", `
			a -> p:x share=0.6
			b -> p:x share=0.4 max=1 switch=20`,
			cuts{{Target: "a", Until: until(5)}, {Target: "a", From: 30, Until: until(40)}},
			want{"a": {{0, 0}, {5, 1}, {30, 0}, {40, 1}}, "p": {{0, 0.4}, {5, 1}}},
		},
		{
			"a stock bridges a part of the switch", `
			a -> p:x share=0.6 buffer=9
			b -> p:x share=0.4 max=1 switch=20`,
			cuts{{Target: "a"}},
			want{"a": {{0, 0}}, "p": {{15, 0.4}, {20, 1}}}, // 9 days at 0.6 a day
		},
		{
			"finished stock is shipped while its maker is down", `
			a -> p
			a stock=5`,
			cuts{{Target: "a", From: 1, Until: until(20)}},
			want{"a": {{1, 0}, {20, 1}}, "p": {{6, 0}, {20, 1}}},
		},
		{
			"finished stock fills up a low output, on the way as well", `
			a -> p transit=2
			a stock=5`,
			cuts{{Target: "a", Left: 0.5}},
			want{"a": {{0, 0.5}}, "p": {{12, 0.5}}},
		},
		{
			"finished stock is not made good", `
			a -> p
			a stock=5`,
			cuts{{Target: "a", Until: until(3)}, {Target: "a", From: 10, Until: until(13)}},
			want{"a": {{0, 0}, {3, 1}, {10, 0}, {13, 1}}, "p": {{12, 0}, {13, 1}}}, // 2 days were left
		},
		{
			"a cut row does not ship finished stock", `
			a -> p
			a stock=5`,
			cuts{{Supply: row("a", "p"), Until: until(3)}},
			want{"p": {{0, 0}, {3, 1}}},
		},
		{
			"a delay leaves a gap, then both streams come in", "a -> p transit=2 buffer=1 refill=0.5",
			cuts{
				{Supply: row("a", "p"), Delay: days(10), From: 5, Until: until(8)}, // gap from 7 to 10, both from 17 to 20
				{Target: "a", From: 30, Until: until(32)},                          // gap from 32 to 34
			},
			want{"a": {{30, 0}, {32, 1}}, "p": {{8, 0}, {10, 1}, {33, 0}, {34, 1}}}, // a day of stock was rebuilt from 17 to 19
		},
		{
			"a delay of a node delays all its rows", `
			a -> p
			a -> q transit=1`,
			cuts{{Target: "a", Delay: days(4), From: 5, Until: until(20)}},
			want{"p": {{5, 0}, {9, 1}}, "q": {{6, 0}, {10, 1}}},
		},
		{
			"delays add up, and the second ends before the first gap does", "a -> p",
			cuts{
				{Supply: row("a", "p"), Delay: days(4), Until: until(30)},
				{Supply: row("a", "p"), Delay: days(6), From: 2, Until: until(3)}, // goods of day 2 come on day 12
			},
			want{"p": {{0, 0}, {4, 1}, {6, 0}, {7, 1}}},
		},
		{
			"a node is back after the days it takes to recover", `
			a -> p
			a recover=7`,
			cuts{{Target: "a", Left: 0.2, Until: until(3)}},
			want{"a": {{0, 0.2}, {10, 1}}, "p": {{0, 0.2}, {10, 1}}},
		},
		{
			"who is only starved is back at once", `
			a -> p
			p recover=7`,
			cuts{{Target: "a", Until: until(3)}},
			want{"a": {{0, 0}, {3, 1}}, "p": {{0, 0}, {3, 1}}},
		},
		{
			"a curve", "a -> p buffer=4 refill=1",
			cuts{{Target: "a", From: 1, Curve: []graph.Step{{Day: 0, Left: 0.5}, {Day: 4, Left: 0}, {Day: 6, Left: 1}}}},
			want{"a": {{1, 0.5}, {5, 0}, {7, 1}}}, // 2 days of stock used till day 5, 2 till day 7
		},
		{
			"a stock that runs out on the day the cut ends", "a -> p buffer=10",
			cuts{{Target: "a", From: 0.1, Until: until(10.1)}},
			want{"a": {{0.1, 0}, {10.1, 1}}},
		},
		{
			"a stock is rebuilt as its refill allows", `
			a -> p:x share=0.5 max=0.8 buffer=10 refill=0.1
			b -> p:x share=0.5 max=0.6`,
			cuts{{Target: "b", Until: until(20)}, {Target: "b", From: 40}},
			// 0.2 a day for 20 days leaves 6; 0.1 a day for 20 days makes 8; 0.2 a day again
			want{"b": {{0, 0}, {20, 1}, {40, 0}}, "p": {{80, 0.8}}},
		},
		{
			"who is starved of one thing uses less of another", `
			a -> p:x buffer=0
			b -> p:y buffer=10`,
			cuts{{Target: "a", Left: 0.5}, {Target: "b"}},
			want{"a": {{0, 0.5}}, "b": {{0, 0}}, "p": {{0, 0.5}, {20, 0}}},
		},
		{
			"degrading needs take their weight once their stock is gone, others nothing", `
			a -> p:x level=degrading weight=0.4 buffer=3
			b -> p:y level=degrading weight=0.2
			c -> p:z level=optional
			d -> p:w level=capital`,
			cuts{{Target: "a"}, {Target: "b", Left: 0.5, From: 1}, {Target: "c"}, {Target: "d"}},
			want{"a": {{0, 0}}, "b": {{1, 0.5}}, "c": {{0, 0}}, "d": {{0, 0}}, "p": {{1, 0.9}, {1 + 2/0.9, 0.5}}},
		},
		{
			"two of three", `
			a -> p:x max=0.5 quorum=2
			b -> p:x max=0.5
			c -> p:x max=0.5 transit=1`,
			cuts{{Target: "a"}, {Target: "b", From: 5, Until: until(9)}, {Target: "c", From: 20}},
			want{"a": {{0, 0}}, "b": {{5, 0}, {9, 1}}, "c": {{20, 0}}, "p": {{5, 0}, {9, 1}, {21, 0}}},
		},
		{
			"a cycle of gain below 1 settles at once", `
			a -> b:x share=0.5
			c -> b:x share=0.5
			b -> a`,
			cuts{{Target: "c", Left: 0.8}},
			want{"c": {{0, 0.8}}, "a": {{0, 0.8}}, "b": {{0, 0.8}}}, // b = a/2 + 0.4
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			net := network(t, test.net)
			courses(t, net, run(t, net, graph.Scenario{Cuts: test.cuts}), test.want)
		})
	}
}

// TestEchoes is a cycle of gain 1/2 on which goods take a day: a gap comes back every
// day, half as deep.
func TestEchoes(t *testing.T) {
	net := network(t, `
		a -> b:x share=0.5 transit=1
		c -> b:x share=0.5
		b -> a`)
	r := run(t, net, graph.Scenario{Horizon: 4, Cuts: []graph.Cut{{Target: "c", Until: graph.Num(2)}}})
	echoes := []step{{0, 0.5}, {1, 0.25}, {2, 0.625}, {3, 0.8125}, {4, 0.90625}}
	courses(t, net, r, map[string][]step{"c": {{0, 0}, {2, 1}}, "a": echoes, "b": echoes})
	if r.Limit != timeline.Horizon || r.Until != 4 {
		t.Errorf("ends by %v on day %v", r.Limit, r.Until)
	}
}
