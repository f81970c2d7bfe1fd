package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"linestop/graph"
	"linestop/graph/rank"
	"linestop/internal/words"
)

// harms are what rankings are ordered by.
var harms = map[rank.By]string{
	rank.ByProducts: "product breaks", rank.ByBroken: "other node breaks", rank.ByVolume: "volume is lost", rank.ByOutput: "output is lost",
}

func (r Rank) text(p *page) {
	p.line("%s each %s lost alone", p.in(bold, "ranking:"), r.noun())
	r.about(p)
	shown := r.screenful()
	if len(shown) == 0 || r.By.Of(&shown[0]) == 0 {
		p.line("%s", p.in(green, fmt.Sprintf("no %s, whichever %s is lost", harms[r.By], r.noun())))
	} else {
		p.line("%s", p.in(red, r.headline(shown[0])))
	}
	r.columns(p, shown)
	if hidden := len(r.Ranking.Rows) - len(shown); hidden > 0 {
		p.line("  ... and %s more (--all lists all)", words.Thousands(hidden))
	}
	p.line("")
	r.countries(p)
	r.foot(p)
}

// about says what the question was about.
func (r Rank) about(p *page) {
	if r.Where != "" {
		p.line("  only nodes with %s are lost", clean(r.Where))
	}
	p.line("%s %s", p.in(bold, "data:"), describe(r.Net).line())
	p.line("")
}

// noun is what is lost in turn.
func (r Rank) noun() string { return short(r.Ranking.Groups.By) }

// headline says whose loss costs most.
func (r Rank) headline(row rank.Row) string {
	t, products := r.totals(), words.Count(r.Ranking.Products, "product")
	worst := fmt.Sprintf("breaks most: %s of %s", words.Thousands(int(row.Breaks.Products)), products)
	switch r.By {
	case rank.ByVolume:
		worst = fmt.Sprintf("costs most: %s of the volume", percent(row.Part))
	case rank.ByOutput:
		worst = fmt.Sprintf("costs most: the output of %s of %s", brief(row.Output), products)
	case rank.ByBroken:
		worst = fmt.Sprintf("breaks most: %s", words.Count(int(row.Breaks.Nodes), "other node"))
	}
	return fmt.Sprintf("the loss of %s %s; %s of %s break a product", r.name(row), worst, words.Thousands(t.BreakProducts), words.Count(t.Lost, r.noun()))
}

// screenful are the rows to list in text.
func (r Rank) screenful() []rank.Row {
	if r.All || r.Top > 0 {
		return r.top()
	}
	rows := r.Ranking.Rows[:min(2*screen, len(r.Ranking.Rows))]
	for len(rows) > 0 && rows[len(rows)-1].Breaks.Nodes == 0 && r.By.Of(&rows[len(rows)-1]) == 0 {
		rows = rows[:len(rows)-1]
	}
	return rows
}

func (r Rank) name(row rank.Row) string {
	if head := r.Ranking.Groups.Head(row.Group); r.All && head != graph.None {
		return names{r.Net}.full(head)
	}
	return short(r.Ranking.Groups.Name(row.Group))
}

func (r Rank) columns(p *page, rows []rank.Row) {
	head := []cell{{"lost", dim}}
	if owners(rows) {
		head = append(head, cell{"of its own", dim})
	}
	head = append(head, cell{"products broken", dim}, cell{"of all", dim}, cell{"other nodes broken", dim})
	if len(r.Ranking.Units) > 0 {
		head = append(head, cell{"volume lost a day", dim})
	}
	if r.Ranking.Output {
		head = append(head, cell{"output lost", dim})
	}
	list := [][]cell{head}
	for _, row := range rows {
		list = append(list, r.line(row, owners(rows)))
	}
	if len(rows) > 0 {
		p.columns(list)
	}
}

// owners says whether with any of these more than one node is lost.
func owners(rows []rank.Row) bool {
	return slices.ContainsFunc(rows, func(row rank.Row) bool { return row.Lost.Nodes > 1 })
}

func (r Rank) line(row rank.Row, owner bool) []cell {
	cells := []cell{{r.name(row), bold}}
	if owner {
		own := words.Count(int(row.Lost.Nodes), "node")
		if row.Lost.Products > 0 {
			own += ", " + words.Count(int(row.Lost.Products), "product")
		}
		cells = append(cells, cell{own, plain})
	}
	b, s := row.Breaks, row.Surely
	cells = append(cells,
		cell{r.counted(b.Products, s.Products), plain}, cell{percent(r.share(row)), plain},
		cell{r.counted(b.Nodes-b.Products, s.Nodes-s.Products), plain})
	if len(r.Ranking.Units) > 0 {
		cells = append(cells, cell{r.volumeText(row.Volumes), plain})
	}
	if r.Ranking.Output {
		cells = append(cells, cell{strings.TrimSuffix(brief(row.Output)+", "+r.volumeText(row.OutputVolumes), ", "), plain})
	}
	return cells
}

// counted is a number, with how many of it break possibly.
func (r Rank) counted(n, surely int32) string {
	text := words.Thousands(int(n))
	if possibly := n - surely; r.Ranking.Unsure && possibly > 0 {
		text += fmt.Sprintf(" (%s possibly)", words.Thousands(int(possibly)))
	}
	return text
}

// volumeText is what is lost in each unit.
func (r Rank) volumeText(list []rank.Volume) string {
	var parts []string
	for _, v := range r.volumes(list) {
		parts = append(parts, strings.TrimSpace(brief(v.PerDay)+" "+short(v.Unit)))
	}
	return listed(parts, 3)
}

// countries are those in which most of what single losses cost sits.
func (r Rank) countries(p *page) {
	c := r.concentration()
	if c == nil {
		return
	}
	const most = 5
	var parts []string
	for _, s := range c.Countries {
		parts = append(parts, clean(s.Country)+" "+percent(s.Share))
	}
	text := listed(parts, most)
	if c.Without > 0 {
		text += fmt.Sprintf("; %s in no country or several", percent(c.Without))
	}
	index := figures(c.Least)
	if c.Most > c.Least {
		index += " to " + figures(c.Most)
	}
	p.line("%s %s; Herfindahl index %s", p.in(dim, "concentration:"), text, index)
}

// figures are two digits behind the point.
func figures(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }

func (r Rank) foot(p *page) {
	reading := "structure: what is lost stays lost, and the sources that are left can carry the load"
	if r.Ranking.Output {
		reading += "; output: steady, without spare capacity where the data state none, 1 for each product that stops"
	}
	p.line("%s %s", p.in(dim, "reading:"), reading)
	if r.Ranking.Unsure {
		p.line("%s possibly = only if rows that nobody reported turn out so; the others break in any case", p.in(dim, "certainty:"))
	}
}
