package report

import (
	"fmt"
	"math"
	"strings"

	"linestop/graph/harden"
	"linestop/internal/words"
)

func (h Harden) text(p *page) {
	l := h.Before.losses()
	p.line("%s %s%s", p.in(bold, "hardening:"), words.Count(len(h.Products), "product"), l.by())
	p.line("%s %s", p.in(bold, "data:"), describe(h.Before.Net).line())
	p.line("")
	s := h.summary()
	switch {
	case len(h.Products) == 0:
		p.line("%s", p.in(yellow, "no node is a product, since each supplies another: name one"))
		return
	case h.Task.Pairs == 0 && h.Task.Short > 0:
		p.line("%s", p.in(yellow, fmt.Sprintf("no cut set of up to %d losses was found: %s", h.Order, outOf(limitOf(h.Task.ShortOf)))))
		return
	case h.Task.Pairs == 0:
		p.line("%s", p.in(green, either(h.Order > 1, fmt.Sprintf("no cut set of up to %d losses", h.Order), "no single point of failure")+": there is nothing to end"))
		return
	case len(h.Plan.Set) == 0:
		what := either(h.Order > 1, words.Count(h.Task.Pairs, "cut set"), words.Count(s.Pairs, "single point")+" of failure")
		p.line("%s", p.in(red, "no change that may be made"+price(h.Priced, h.Budget)+" ends one of "+what+", counted product by product"))
	default:
		p.line("%s", p.in(green, h.Line()))
		if last := h.Plan.Saves[len(h.Plan.Saves)-1]; last < h.Task.Weight || s.Unseen > 0 || h.Task.Short > 0 {
			p.line("%s", h.bound())
		}
	}
	listChanges(p, h.changes(), h.endsAlone())
	h.products(p)
	h.writeSets(p)
	h.writeDays(p)
	if others := h.others(); len(others) > 0 {
		p.line("")
		p.line("other changes:")
		listChanges(p, others, h.endsAlone())
	}
	p.line("")
	p.whatIf(h.Priced)
	p.line("%s structure: a single point of failure is %s whose loss alone breaks the product if it lasts, surely or possibly", p.in(dim, "reading:"), either(h.Before.Groups.By == "node", "a node", "a "+clean(h.Before.Groups.By)))
}

func (h Harden) endsAlone() string {
	return either(h.Task.Rough(), "ends alone at least", "ends alone")
}

func (p *page) whatIf(priced bool) {
	p.line("%s each change is an assumption, not a fact of the data; a change costs %s", p.in(dim, "what-if:"), either(priced, "1 unless said otherwise", "1"))
}

// price says what changes may cost, if that was asked.
func price(asked bool, budget float64) string {
	if !asked {
		return ""
	}
	return " for " + number(budget)
}

// Line says in one sentence what the changes do.
func (h Harden) Line() string {
	s := h.summary()
	text := fmt.Sprintf("%s %s %s of %s, counted product by product", words.Count(len(h.Plan.Set), "change"),
		either(len(h.Plan.Set) == 1, "ends", "end"), words.Thousands(s.Ended), words.Count(s.Pairs, "single point")+" of failure"+h.larger())
	if h.Priced {
		text += fmt.Sprintf(", for %s", number(s.Cost))
	}
	return text
}

// bound says how good the answer is.
func (h Harden) bound() string {
	s := h.summary()
	others := fmt.Sprintf("no %s for %s end", either(len(h.Plan.Set) == 0, "changes", "others"), number(h.Budget))
	if !h.Priced {
		others = fmt.Sprintf("no other %s %s", words.Count(int(h.Budget), "change"), either(h.Budget == 1, "ends", "end"))
	}
	text := others + " more"
	if !s.Exact {
		text += fmt.Sprintf(" than %s", words.Thousands(int(math.Floor(s.Most))))
	}
	if len(h.Task.Losses()) > 1 {
		text += ", each cut set counted alike"
	}
	var left []string
	if s.Unseen > 0 {
		left = append(left, fmt.Sprintf("%s that %s fewer products (--reach %d looks at all)", words.Count(s.Unseen, "single point")+" of failure", either(s.Unseen == 1, "breaks", "break"), s.Reach))
	}
	if h.Task.Short > 0 {
		left = append(left, fmt.Sprintf("all cut sets of %s: %s", words.Count(h.Task.Short, "product"), outOf(limitOf(h.Task.ShortOf))))
	}
	if len(left) > 0 {
		text += "; not looked at: " + strings.Join(left, "; ")
	}
	return text
}

func listChanges(p *page, changes []hardenChange, alone string) {
	if len(changes) == 0 {
		return
	}
	rows := [][]cell{{{"change", dim}, {"of", dim}, {"for", dim}, {"by", dim}, {alone, dim}, {"together", dim}}}
	for order := range changes[0].ByOrder {
		rows[0] = append(rows[0], cell{fmt.Sprintf("order %d", order+1), dim})
	}
	if changes[0].Days != nil {
		rows[0] = append(rows[0], cell{"days gained", dim})
	}
	for _, c := range changes {
		by := clean(c.Supplier)
		switch c.Kind {
		case harden.NewSource:
			by = "(to be found)"
		case harden.Quorum, harden.Buffer, harden.Switch, harden.Recovery:
			by = strings.TrimSpace(by + " " + strings.TrimPrefix(strings.TrimPrefix(c.Assumes, "that "), "it "))
		}
		together := ""
		if c.Together != nil {
			together = brief(*c.Together)
		}
		rows = append(rows, []cell{
			{strings.ReplaceAll(string(c.Kind), "_", " "), plain},
			{clean(c.Need), bold},
			{clean(c.Customer), bold},
			{by, plain},
			{brief(c.Alone), plain},
			{together, plain},
		})
		row := &rows[len(rows)-1]
		for _, n := range c.ByOrder {
			*row = append(*row, cell{thousands(n), plain})
		}
		if c.Days != nil {
			*row = append(*row, cell{brief(*c.Days), plain})
		}
	}
	p.columns(rows)
}

// products lists those of which single points of failure end.
func (h Harden) products(p *page) {
	list := h.improved()
	if len(list) == 0 {
		return
	}
	p.line("")
	shown, hidden := h.Before.shown(len(list), screen)
	rows := [][]cell{{{"product", dim}, {"single points of failure", dim}}}
	for _, i := range list[:shown] {
		rows = append(rows, []cell{{h.Before.losses().id(i), bold}, {fmt.Sprintf("%s → %s", words.Thousands(h.before(i)), words.Thousands(h.after(i))), plain}})
	}
	p.columns(rows)
	p.more(hidden, "product")
}
