package report

import (
	"fmt"
	"math"
	"math/big"
	"strings"

	"linestop/graph"
	"linestop/internal/words"
)

func (c Cutsets) text(p *page) {
	l := c.losses()
	p.line("%s %s%s%s", p.in(bold, "minimal cut sets:"), l.full(c.Product), c.upTo(), l.by())
	p.line("%s %s", p.in(bold, "data:"), describe(c.Net).line())
	p.line("")
	total := byOrder(c.Sets.Counts()).total()
	p.line("%s", p.in(either(total.Sign() > 0, red, green), c.found(total)))
	if !c.Complete() {
		p.line("%s", p.in(yellow, "not complete: "+c.Missing()))
	}
	unsure := c.orders(p)
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
		return fmt.Sprintf("%s, only the first %s listed", reason, words.Count(c.Most, "set")+either(c.Most == 1, " is", " are"))
	case through == 0:
		return reason + ", not even all single points are here"
	}
	return fmt.Sprintf("%s, only those of up to %s are all here", reason, c.losses().count(through))
}

// orders lists the sets of each order, and says whether some are not sure.
func (c Cutsets) orders(p *page) (unsure bool) {
	listed := 0
	for order, n := range c.Sets.Counts() {
		if n.Sign() == 0 {
			continue
		}
		p.line("")
		p.line("%s %s", p.in(bold, fmt.Sprintf("order %d:", order+1)), countOf(n, "set"))
		most := screen
		if c.All {
			most = math.MaxInt
		}
		if c.Most > 0 {
			most = min(most, c.Most-listed)
		}
		rows, possible := c.rows(order+1, most)
		p.columns(rows)
		if hidden := new(big.Int).Sub(n, big.NewInt(int64(len(rows)))); hidden.Sign() > 0 {
			p.line("  ... and %s more%s", thousands(hidden), either(c.All || len(rows) < screen, "", " (--all lists every set)"))
		}
		listed += len(rows)
		unsure = unsure || possible
	}
	return unsure
}

// rows are the first sets of an order, marked if some of them are not sure.
func (c Cutsets) rows(order, most int) (rows [][]cell, possible bool) {
	for set := range c.Sets.Of(order) {
		sure, err := c.Sure(set)
		if len(rows) >= most || err != nil {
			break
		}
		possible = possible || !sure
		rows = append(rows, []cell{either(sure, cell{"surely", red}, cell{"possibly", yellow}), {strings.Join(c.losses().all(set), " + "), bold}})
	}
	if !possible {
		for n := range rows {
			rows[n] = rows[n][1:]
		}
	}
	return rows, possible
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
