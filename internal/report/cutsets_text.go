package report

import (
	"fmt"
	"math/big"
	"strings"

	"linestop/graph"
	"linestop/internal/words"
)

func (c Cutsets) text(p *page) {
	l := c.losses()
	p.line("%s %s%s%s", p.in(bold, "minimal cut sets:"), l.full(c.Product), c.upTo(), l.by())
	p.line("%s %s", p.in(bold, "data:"), describe(c.Net).line())
	p.out()
	unsure, listed := false, 0
	for order := range c.Search {
		if p.err != nil {
			return
		}
		n, possible := c.order(p, order, listed)
		listed, unsure = listed+n, unsure || possible
		p.out()
	}
	total := byOrder(c.Sets.Counts()).total()
	p.line("")
	p.line("%s", p.in(either(total.Sign() > 0, red, green), c.found(total)))
	if !c.Complete() {
		p.line("%s", p.in(yellow, "not complete: "+c.Missing()))
	}
	p.out()
	c.writeChance(p)
	p.loses(unsure)
}

func (c Cutsets) upTo() string {
	if c.Order == 0 {
		return ""
	}
	return fmt.Sprintf(" of up to %s", c.losses().count(c.Order))
}

// found says how many sets there are, and whether there are larger ones.
func (c Cutsets) found(total *big.Int) string {
	what := countOf(total, "set") + either(total.Cmp(big.NewInt(1)) == 0, " breaks it", " break it")
	switch none := total.Sign() == 0; {
	case none && c.Sets.Whole:
		return "nothing that may be lost breaks it"
	case none && c.Complete():
		return "no set breaks it; larger ones may"
	case none:
		return "no set was found"
	case c.Sets.Whole:
		return what + ", and nothing but these"
	case c.Complete():
		return what + "; larger ones may, too"
	}
	return what
}

// outOf says in words what limitOf says in one.
func outOf(limit string) string {
	return map[string]string{"time": "the time is up", "memory": "the memory is used up", "count": "there are more"}[limit]
}

// Missing says what an answer that is not complete has.
func (c Cutsets) Missing() string {
	reason := outOf(c.limit())
	through := *c.through()
	switch {
	case c.Sets.Complete, through == 0 && c.limit() == "count":
		return fmt.Sprintf("%s, only the first %slisted", reason, either(c.Most == 1, "is ", words.Count(c.Most, "set")+" are "))
	case through == 0:
		return reason + ", not even all single points are here"
	}
	return fmt.Sprintf("%s, only those of up to %s are all here", reason, c.losses().count(through))
}

// order lists sets of an order, of which so many are listed before. It says how many, and whether some are not sure.
func (c Cutsets) order(p *page, order, before int) (listed int, unsure bool) {
	n := c.Sets.Counts()[order-1]
	if n.Sign() == 0 {
		return 0, false
	}
	p.line("")
	p.line("%s %s%s", p.in(bold, fmt.Sprintf("order %d:", order)), either(order > c.Sets.Order, "at least ", ""), countOf(n, "set"))
	for set := range c.sets(order, before) {
		if !c.All && listed == screen || p.err != nil {
			break
		}
		of, err := c.certainty(set)
		if err != nil {
			break
		}
		names := p.in(bold, strings.Join(c.losses().all(set), " + "))
		switch {
		case c.Sure == nil:
			p.line("  %s", names)
		case of == certainty(true):
			p.line("  %s    %s", p.in(red, "surely"), names)
		default:
			unsure = true
			p.line("  %s  %s", p.in(yellow, "possibly"), names)
		}
		listed++
	}
	if hidden := new(big.Int).Sub(n, big.NewInt(int64(listed))); hidden.Sign() > 0 && !c.Counted {
		p.line("  ... and %s more%s", thousands(hidden), either(c.All || listed < screen, "", " (--all lists every set)"))
	}
	return listed, unsure
}

// all names the groups of a set.
func (l losses) all(set []graph.GroupID) []string {
	var list []string
	for _, g := range set {
		list = append(list, l.lost(g))
	}
	return list
}

// countOf is words.Count for any number.
func countOf(n *big.Int, noun string) string {
	if n.IsInt64() {
		return words.Count(int(n.Int64()), noun)
	}
	return n.String() + " " + noun + "s"
}

func thousands(n *big.Int) string {
	if n.IsInt64() {
		return words.Thousands(int(n.Int64()))
	}
	return n.String()
}
