package report

import (
	"fmt"
	"strings"

	"linestop/graph"
	"linestop/graph/diff"
	"linestop/internal/words"
)

func (d DiffPoints) text(p *page) {
	before, after := d.ledgers(p)
	p.sides(d.about(p))
	s := d.Summary()
	p.line("")
	p.line("%s", p.in(either(s.Worse > 0, red, green), s.line()))
	after.list(d.entries(after))
	d.only("only before", before, after, func(p diff.Product) (graph.NodeID, int) { return p.Before, p.Was })
	d.only("only after", after, before, func(p diff.Product) (graph.NodeID, int) { return p.After, p.Is })
	p.line("")
	p.line("%s structure: a single point of failure is a node whose loss alone breaks the product if it lasts, surely or possibly", p.in(dim, "reading:"))
}

func (d DiffPoints) ledgers(p *page) (before, after ledger) {
	return ledger{p, outcome{names: names{d.Before.Index.Net}}, d.All}, ledger{p, outcome{names: names{d.After.Index.Net}}, d.All}
}

func (d DiffPoints) about(p *page) (before, after []string) {
	b, a := d.ledgers(p)
	return b.about(title(d.Before.Scenario), d.Before.Scenario), a.about(title(d.After.Scenario), d.After.Scenario)
}

func (s PointsSummary) line() string {
	text := fmt.Sprintf("%s of %s with new single points of failure", words.Thousands(s.Worse), words.Count(s.Both, "product"))
	if s.New+s.Gone > 0 {
		text += fmt.Sprintf(": %s new, %s gone", words.Thousands(s.New), words.Thousands(s.Gone))
	}
	return text
}

// entries list the products that were some before, by what has come and gone.
func (d DiffPoints) entries(l ledger) []entry {
	colours := map[string]style{worse: red, better: green, same: dim}
	var entries []entry
	for _, p := range d.shown() {
		if !p.Both() {
			continue
		}
		var parts []string
		for _, part := range []struct {
			what string
			ids  []string
		}{{"new", l.ids(p.New)}, {"gone", names{d.Before.Index.Net}.ids(p.Gone)}} {
			if len(part.ids) > 0 {
				parts = append(parts, part.what+": "+l.some(part.ids))
			}
		}
		change := changeOf(p.Pair, p)
		entries = append(entries, entry{p.After, cell{change, colours[change]}, fmt.Sprintf("%d → %d", p.Was, p.Is), strings.Join(parts, "; ")})
	}
	return entries
}

// only lists the products, with how many single points of failure they have, and the
// nodes that the other side does not have.
func (d DiffPoints) only(where string, l, other ledger, of func(diff.Product) (graph.NodeID, int)) {
	var entries []entry
	for _, p := range d.Products {
		if i, points := of(p); !p.Both() && i != graph.None {
			entries = append(entries, entry{node: i, mark: cell{"product", plain}, reason: words.Count(points, "single point")})
		}
	}
	var nodes []graph.NodeID
	if !d.OnlyProducts {
		nodes = diff.OnlyIn(l.Network, other.Network)
	}
	if len(entries)+len(nodes) == 0 {
		return
	}
	l.line("")
	l.line("%s:", where)
	l.list(entries)
	l.named("node", "", l.ids(nodes))
}
