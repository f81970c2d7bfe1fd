package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/graph/diff"
)

// changes is the order in which the words for how something fares are listed.
var changes = []string{worse, better, onlyBefore, onlyAfter, same}

func (d DiffPoints) text(p *page) {
	before, after := ledger{p, outcome{names: names{d.Before.Net}}, d.All}, ledger{p, outcome{names: names{d.After.Net}}, d.All}
	for _, side := range []struct {
		which string
		PointsSide
	}{{"before:", d.Before}, {"after:", d.After}} {
		p.line("%s %s", p.in(bold, side.which), side.line())
		after.named("change", " to the data", changed(side.Scenario))
	}
	s := d.Summary()
	p.line("")
	p.line("%s", p.in(either(s.Worse > 0, red, green), s.line()))
	after.list(d.entries(after))
	d.only("only before", before, after, func(p diff.Product) (graph.NodeID, int) { return p.Before, p.Was })
	d.only("only after", after, before, func(p diff.Product) (graph.NodeID, int) { return p.After, p.Is })
	p.line("")
	p.line("%s structure: a single point of failure is a node whose loss alone breaks the product if it lasts, surely or possibly", p.in(dim, "reading:"))
}

// line names the scenario, if there is one, and the data.
func (s PointsSide) line() string {
	text := describe(s.Net).line()
	if about := title(s.Scenario); about != "" {
		text = about + ", " + text
	}
	return text
}

func (s PointsSummary) line() string {
	text := fmt.Sprintf("%s of %s with new single points of failure", thousands(s.Worse), Count(s.Both, "product"))
	if s.New+s.Gone > 0 {
		text += fmt.Sprintf(": %s new, %s gone", thousands(s.New), thousands(s.Gone))
	}
	return text
}

// entries list the products that were some before, by what has come and gone.
func (d DiffPoints) entries(l ledger) []entry {
	colours := map[string]style{worse: red, better: green, same: dim}
	var entries []entry
	for _, p := range d.Products {
		if change := pointsChange(p); p.Both() && (d.All || change != same) {
			var parts []string
			for _, part := range []struct {
				what string
				ids  []string
			}{{"new", l.ids(p.New)}, {"gone", names{d.Before.Net}.ids(p.Gone)}} {
				if len(part.ids) > 0 {
					parts = append(parts, part.what+": "+l.some(part.ids))
				}
			}
			entries = append(entries, entry{p.After, cell{change, colours[change]}, fmt.Sprintf("%d → %d", p.Was, p.Is), strings.Join(parts, "; ")})
		}
	}
	slices.SortStableFunc(entries, func(a, b entry) int {
		return cmp.Compare(slices.Index(changes, a.mark.text), slices.Index(changes, b.mark.text))
	})
	return entries
}

// only lists the products, with how many single points of failure they have, and the
// nodes that the other side does not have.
func (d DiffPoints) only(where string, l, other ledger, of func(diff.Product) (graph.NodeID, int)) {
	var entries []entry
	for _, p := range d.Products {
		if i, points := of(p); !p.Both() && i != graph.None {
			entries = append(entries, entry{node: i, mark: cell{"product", plain}, reason: Count(points, "single point")})
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
	heading := where + ": " + Count(len(entries), "product")
	if len(nodes) > 0 {
		heading += ", " + Count(len(nodes), "node")
	}
	l.line("%s", heading)
	l.list(entries)
	if len(nodes) > 0 {
		l.line("  nodes: %s", l.some(l.ids(nodes)))
	}
}
