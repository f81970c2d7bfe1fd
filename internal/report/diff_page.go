package report

import (
	"strings"

	"linestop/graph"
)

// markdown is a page for a pull request: what is compared, a line that sums it up, and a table.
func (d Diff) markdown(p *page) {
	w := d.writer(p)
	p.sidesInMarkdown(w.about())
	products, others := d.Result.Count()
	p.line("%s; %s.\n", fared("product", products), fared("other node", others))
	t := Table{Header: []string{"change", "node", "before", "after", "gained"}}
	for _, r := range d.rows() {
		row := []string{turned(r).text, "", "", "", gain(r)}
		if r.Before != graph.None {
			row[1], row[2] = w.before.ID(r.Before), w.before.became(r.Before)
		}
		if r.After != graph.None {
			row[1], row[3] = w.after.ID(r.After), w.after.became(r.After)
		}
		t.Rows = append(t.Rows, row)
	}
	t.on(p)
}

func (d DiffPoints) markdown(p *page) {
	p.sidesInMarkdown(d.about(p))
	p.line("%s.\n", d.Summary().line())
	d.table().on(p)
}

func (p *page) sidesInMarkdown(before, after []string) {
	p.line("Before: %s  \nAfter: %s\n", markdownText(strings.Join(before, "; ")), markdownText(strings.Join(after, "; ")))
}

// on writes a table on a page, unless it is empty.
func (t Table) on(p *page) {
	if len(t.Rows) > 0 {
		_ = t.markdown(&p.b) // a strings.Builder takes all
	}
}
