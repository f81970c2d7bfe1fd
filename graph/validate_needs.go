package graph

import (
	"fmt"
	"slices"
)

// describe names the need of a row.
func (j *judge) describe(s SourceID) string {
	supplier, customer := j.Ends(s)
	if !j.named(j.NeedOf(s)) {
		return fmt.Sprintf("the need of %q for %q", j.ID(customer), j.ID(supplier))
	}
	return fmt.Sprintf("need %q of %q", j.needName(j.NeedOf(s)), j.ID(customer))
}

// needs judges what the rows of each need say together.
func (j *judge) needs() {
	if j.sources.plain() {
		return
	}
	for k := range Each(j.ctx, NeedID(j.NumNeeds())) {
		rows := j.SourcesOf(k)
		j.agree(k, rows)
		j.shares(rows)
		j.carriers(rows)
		j.idle(k, rows)
	}
}

// plain says whether no row gives a number or a level.
func (r *sourceRows) plain() bool {
	given := func(column []stored) bool { return len(column) > 0 }
	return r.texts[level].len() == 0 && !slices.ContainsFunc(r.numbers, given)
}

type needColumn struct {
	field int
	name  string
}

// ofNeed are the columns whose values speak of the need, not of the source.
var ofNeed = []needColumn{{bufferDays, "buffer_days"}, {refill, "refill"}, {quorum, "quorum"}, {weight, "weight"}}

// agree compares what the rows say of their need with the first that says it.
func (j *judge) agree(k NeedID, rows []SourceID) {
	for _, c := range ofNeed {
		first, by := j.firstGiven(c.field, rows)
		if !first.Given || c.field == weight && j.NeedLevel(k) != Degrading {
			continue
		}
		for _, s := range rows {
			if v := j.sources.number(c.field, int(s)); v.Given && v.String() != first.String() {
				j.err("contradiction", cell(j.rowPlace(int(s)), v), "%s %s of %s contradicts %s%s",
					c.name, v, j.describe(s), first, in(cell(j.rowPlace(int(by)), first)))
			}
		}
	}
	first, by := symbol(0), SourceID(0)
	for _, s := range rows {
		switch l := j.sources.text(level, int(s)); {
		case l != 0 && first == 0:
			first, by = l, s
		case l != 0 && l != first:
			j.err("contradiction", j.rowPlace(int(s)), "level %s of %s contradicts %s%s",
				j.symbols.at(l), j.describe(s), j.symbols.at(first), in(j.rowPlace(int(by))))
		}
	}
}

// roundingSlack is what each share may be off by, as percentages rounded to
// whole numbers are.
const roundingSlack = 0.005

// shares finds needs met by more than the whole, or by less than it.
func (j *judge) shares(rows []SourceID) {
	sum, given, last := 0.0, 0, SourceID(0)
	for _, s := range rows {
		if v := j.sources.number(share, int(s)); v.Given {
			if !(v.Value >= 0 && v.Value <= 1) {
				return // told already
			}
			sum += v.Value
			given++
			last = s
		}
	}
	slack := roundingSlack * float64(given)
	at := func() Place { return cell(j.rowPlace(int(last)), j.sources.number(share, int(last))) }
	switch {
	case given == 0:
	case sum > 1+slack:
		j.err("share-sum", at(), "shares of %s sum to %.4g, above 1", j.describe(last), sum)
	case sum < 1-slack && given == len(rows) && !j.named(j.NeedOf(last)):
		j.warn("share-gap", at(), "share %.4g of %s leaves a rest to nobody: alternatives must name the same need", sum, j.describe(last))
	case sum < 1-slack && given == len(rows):
		j.warn("share-gap", at(), "shares of %s sum to %.4g and leave a rest to nobody", j.describe(last), sum)
	}
}

// carriers finds needs whose quorum asks for sources that carry nothing today, which
// the data say of a share of 0.
func (j *judge) carriers(rows []SourceID) {
	carry := 0
	for _, s := range rows {
		if v := j.sources.number(share, int(s)); !v.Given || v.Value > 0 {
			carry++
		}
	}
	if q, s := j.firstGiven(quorum, rows); carry > 0 && q.Value > float64(carry) && q.Value <= float64(len(rows)) {
		j.warn("quorum-share", cell(j.rowPlace(int(s)), q), "quorum %s of %s is above %d, the number of its sources that carry something today",
			q, j.describe(s), carry)
	}
}

// idle finds what is said of a need but means nothing there. In lists of edges a
// weight may be any number: one without effect is no error.
func (j *judge) idle(k NeedID, rows []SourceID) {
	switch w, s := j.firstGiven(weight, rows); {
	case !w.Given:
	case j.NeedLevel(k) != Degrading:
		j.warn("no-effect", cell(j.rowPlace(int(s)), w), "weight %s of %s has no effect: its level is %s, not degrading",
			w, j.describe(s), j.NeedLevel(k))
	default:
		for _, s := range rows {
			if w := j.sources.number(weight, int(s)); w.Given {
				j.limit(weightSpan, w, j.rowPlace(int(s)))
			}
		}
	}
	if r, s := j.firstGiven(refill, rows); r.Given && r.Value > 0 {
		if buffer, _ := j.firstGiven(bufferDays, rows); buffer.Value == 0 {
			j.warn("no-effect", cell(j.rowPlace(int(s)), r), "refill %s of %s has no effect: it has no buffer_days", r, j.describe(s))
		}
	}
}
