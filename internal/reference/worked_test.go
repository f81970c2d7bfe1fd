package reference

import (
	"strings"
	"testing"
)

// Networks worked by hand. Arrows point downstream; | joins the sources of one
// need, 2| asks for two of them, (a) is an unsure row.
func TestWorked(t *testing.T) {
	type answer struct{ broken, reach, restartable, sure, possible string }
	for _, c := range []struct {
		name, rows, cut string
		want            answer
	}{
		// ore --> alloy --> part
		//         tool  ------^
		{
			"and", `
			ore->alloy
			alloy->part
			tool->part`, "ore",
			answer{
				broken:      "alloy1 ore0 part2",
				reach:       "alloy ore part",
				restartable: "tool",
				sure:        "alloy ore part",
				possible:    "alloy ore part",
			},
		},
		{
			"nothing cut", `
			ore->alloy
			alloy->part`, "",
			answer{restartable: "alloy ore part"},
		},

		// x --|
		//     |--> p --> q
		// y --|
		{
			"or, one left", `
			x->p:in
			y->p:in
			p->q`, "x",
			answer{
				broken:      "x0",
				reach:       "p q x",
				restartable: "p q y",
				sure:        "x",
				possible:    "x",
			},
		},
		{
			"or, none left", `
			x->p:in
			y->p:in
			p->q`, "y x",
			answer{
				broken:   "p1 q2 x0 y0",
				reach:    "p q x y",
				sure:     "p q x y",
				possible: "p q x y",
			},
		},

		// x --2|
		// y --2|--> p
		// z --2|
		{
			"quorum, two of three left", `
			x->p:in 2
			y->p:in
			z->p:in`, "z",
			answer{
				broken:      "z0",
				reach:       "p z",
				restartable: "p x y",
				sure:        "z",
				possible:    "z",
			},
		},
		{
			"quorum, one of three left", `
			x->p:in 2
			y->p:in
			z->p:in`, "z x",
			answer{
				broken:      "p1 x0 z0",
				reach:       "p x z",
				restartable: "y",
				sure:        "p x z",
				possible:    "p x z",
			},
		},
		{
			"quorum of all is and", `
			x->p:in
			y->p:in 2`, "y",
			answer{
				broken:      "p1 y0",
				reach:       "p y",
				restartable: "x",
				sure:        "p y",
				possible:    "p y",
			},
		},
		{
			"quorum that cannot be met", `
			x->p:in 2
			p->q`, "",
			answer{
				broken:      "p1 q2",
				restartable: "x",
				sure:        "p q",
				possible:    "p q",
			},
		},

		// An AND breaks with the first of its needs, an OR with the last of its
		// sources, both in the round after.
		//
		// s --> m --> n --|
		// s --------------|--> late
		// s --> soon <-- n
		{
			"steps", `
			s->m
			m->n
			n->late:in
			s->late:in
			s->soon
			n->soon`, "s",
			answer{
				broken:   "late3 m1 n2 s0 soon1",
				reach:    "late m n s soon",
				sure:     "late m n s soon",
				possible: "late m n s soon",
			},
		},
		{
			"a cut node has step 0 though its supplier is cut too", `
			ore->alloy
			alloy->part`, "alloy ore alloy",
			answer{
				broken:   "alloy0 ore0 part1",
				reach:    "alloy ore part",
				sure:     "alloy ore part",
				possible: "alloy ore part",
			},
		},

		// a <--> b --> c     x --> y
		{
			"cycle, not hit", `
			a->b
			b->a
			b->c
			x->y`, "x",
			answer{
				broken:   "x0 y1",
				reach:    "x y",
				sure:     "x y",
				possible: "x y",
			},
		},
		// x --> a <--> b --> c
		{
			"cycle, hit", `
			x->a
			a->b
			b->a
			b->c`, "x",
			answer{
				broken:   "a1 b2 c3 x0",
				reach:    "a b c x",
				sure:     "a b c x",
				possible: "a b c x",
			},
		},
		// x --|
		//     |--> a --> b --> c
		//     +----------+
		{
			"cycle that feeds itself runs on but cannot restart", `
			x->a:in
			b->a:in
			a->b
			b->c`, "x",
			answer{
				broken:   "x0",
				reach:    "a b c x",
				sure:     "x",
				possible: "x",
			},
		},
		{
			"self-supply", `
			a->a
			b->b:in
			x->b:in`, "",
			answer{restartable: "b x"},
		},

		// Each of a, b, c needs two of: x and the other two.
		{
			"cycle of quorums", `
			x->a:in 2
			b->a:in
			c->a:in
			x->b:in 2
			a->b:in
			c->b:in
			x->c:in 2
			a->c:in
			b->c:in`, "x",
			answer{
				broken:   "x0",
				reach:    "a b c x",
				sure:     "x",
				possible: "x",
			},
		},
		{
			"cycle of quorums, one more cut", `
			x->a:in 2
			b->a:in
			c->a:in
			x->b:in 2
			a->b:in
			c->b:in
			x->c:in 2
			a->c:in
			b->c:in`, "x a",
			answer{
				broken:   "a0 b1 c1 x0",
				reach:    "a b c x",
				sure:     "a b c x",
				possible: "a b c x",
			},
		},

		// x --degrading--> p --> q; y --optional--> q; z --capital--> q
		{
			"only critical needs break", `
			x->p degrading
			p->q
			y->q optional
			z->q:tool capital
			w->q:tool`, "x y z w",
			answer{
				broken:      "w0 x0 y0 z0",
				reach:       "p q w x y z",
				restartable: "p q",
				sure:        "w x y z",
				possible:    "w x y z",
			},
		},

		// x --> p --> q
		//  +----------^
		{
			"row", `
			x->p
			p->q
			x->q`, "x->p",
			answer{
				broken:      "p1 q2",
				reach:       "p q",
				restartable: "x",
				sure:        "p q",
				possible:    "p q",
			},
		},
		{
			"row, with another left", `
			x->p:in
			y->p:in
			p->q`, "x->p",
			answer{
				reach:       "p q",
				restartable: "p q x y",
			},
		},
		{
			"one row of two to a customer", `
			x->p:a
			x->p:b
			y->p:b`, "x->p:b",
			answer{
				reach:       "p",
				restartable: "p x y",
			},
		},
		{
			"cycle that loses its way in and its way round", `
			x->a:in
			b->a:in
			a->b`, "x b->a",
			answer{
				broken:   "a1 b2 x0",
				reach:    "a b x",
				sure:     "a b x",
				possible: "a b x",
			},
		},

		// x --(a)--> p --> q
		{
			"need that may not exist", `
			x->p assumed
			p->q`, "x",
			answer{
				broken:   "p1 q2 x0",
				reach:    "p q x",
				sure:     "x",
				possible: "p q x",
			},
		},
		// x ------|
		//         |--> p
		// y --(a)-|
		{
			"alternate that may not exist", `
			x->p:in
			y->p:in 0.2`, "x",
			answer{
				broken:      "x0",
				reach:       "p x",
				restartable: "p y",
				sure:        "x",
				possible:    "p x",
			},
		},
		{
			"alternate that exists", `
			x->p:in
			y->p:in inferred`, "x",
			answer{
				broken:      "x0",
				reach:       "p x",
				restartable: "p y",
				sure:        "x",
				possible:    "x",
			},
		},
		{
			"rows of which one may be the need", `
			x->p:in assumed
			y->p:in assumed`, "x",
			answer{
				broken:      "x0",
				reach:       "p x",
				restartable: "p y",
				sure:        "x",
				possible:    "p x",
			},
		},
		// p fails if y does not exist, or if it does and breaks with the unsure
		// need for x: in each world, for this or that reason.
		//
		// x ----------------|
		//                   |--> p
		// x --> m --> y -(a)|
		{
			"sure for two reasons", `
			x->p:in
			y->p:in assumed
			x->m
			m->y`, "x",
			answer{
				broken:   "m1 p3 x0 y2",
				reach:    "m p x y",
				sure:     "m p x y",
				possible: "m p x y",
			},
		},
		// The world without y has one row for a quorum of two: it could not run
		// before the cut, so y exists.
		{
			"world that could never run", `
			x->p:in 2
			y->p:in assumed`, "y",
			answer{
				broken:      "p1 y0",
				reach:       "p y",
				restartable: "x",
				sure:        "p y",
				possible:    "p y",
			},
		},
		{
			"unsure third of a quorum of two", `
			x->p:in 2
			y->p:in
			z->p:in assumed`, "x",
			answer{
				broken:      "x0",
				reach:       "p x",
				restartable: "p y z",
				sure:        "x",
				possible:    "p x",
			},
		},
		{
			"cut row that may not exist", `
			x->p assumed`, "x->p",
			answer{
				broken:      "p1",
				reach:       "p",
				restartable: "x",
				possible:    "p",
			},
		},
	} {
		net := network(t, c.rows)
		cut := cutOf(t, net, c.cut)
		sure, possible := Certainty(net, cut)
		got := answer{
			broken:      stepped(net, Broken(net, cut)),
			reach:       names(net, Reach(net, cut)),
			restartable: names(net, Restartable(net, cut)),
			sure:        names(net, sure),
			possible:    names(net, possible),
		}
		if got != c.want {
			t.Errorf("%s:\n got %+v\nwant %+v", c.name, got, c.want)
		}
	}
}

func TestCertaintyRefusesTooManyWorlds(t *testing.T) {
	defer func() {
		if got := recover(); got != "reference: 17 unsure rows, above 16" {
			t.Errorf("panic %v", got)
		}
	}()
	Certainty(network(t, strings.Repeat("x->p assumed\n", MaxUnsure+1)), Cut{})
}
