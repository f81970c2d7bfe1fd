package graph

import (
	"fmt"
	"math"
)

func (j *judge) source(s SourceID) {
	r := j.sources[s]
	at := j.place(r.spot)
	if len(j.nodeRows) > 0 {
		j.known("supplier", r.supplier, at)
		j.known("customer", r.customer, Place{at.File, at.Line, int(r.customerColumn)})
	}
	if r.supplier == r.customer {
		j.warn("self-supply", at, "%q supplies itself: once stopped it cannot start again by this row", j.Network.ids[r.supplier])
	}
	if !j.plain(s) {
		j.values(s)
	}
}

// plain says that no number, level or confidence is given in row s, the most
// common case by far in large data.
func (j *judge) plain(s SourceID) bool {
	for _, c := range j.sourceCols.numbers {
		if at(c, int(s)).Given {
			return false
		}
	}
	return j.sourceCols.text(level, int(s)) == 0 && j.sourceCols.text(sourceConfidence, int(s)) == 0
}

func (j *judge) known(end string, i NodeID, at Place) {
	if !j.Declared(i) {
		j.err("unknown-"+end, at, "%s %q is not in the node table%s", end, j.Network.ids[i], j.near(i))
	}
}

func (j *judge) values(s SourceID) {
	row := j.Source(s)
	j.part(row.Place, "share", row.Share)
	j.atLeastZero(row.Place, "max_share", row.MaxShare) // above 1: more than the customer takes today
	if row.Share.Given && row.MaxShare.Given && row.MaxShare.Value < row.Share.Value {
		j.err("max-share", cell(row.Place, row.MaxShare), "max_share %v is below share %v", row.MaxShare.Value, row.Share.Value)
	}
	j.atLeastZero(row.Place, "switch_days", row.SwitchDays)
	j.atLeastZero(row.Place, "transit_days", row.TransitDays)
	j.atLeastZero(row.Place, "buffer_days", row.BufferDays)
	j.atLeastZero(row.Place, "refill", row.Refill)
	j.part(row.Place, "weight", row.Weight)
	if _, err := ParseLevel(row.Level); row.Level != "" && err != nil {
		j.err("level", row.Place, "%v", err)
	}
	if _, err := ParseConfidence(string(row.Confidence)); err != nil {
		j.err("confidence", row.Place, "%v", err)
	}
	j.quorum(row, len(j.SourcesOf(j.NeedOf(s))))
}

func (j *judge) quorum(row Source, sources int) {
	q := row.Quorum
	if q.Given && !(q.Value >= 1 && q.Value <= float64(sources) && q.Value == math.Trunc(q.Value)) {
		j.err("quorum", cell(row.Place, q), "quorum %v of %s is not a whole number from 1 to %d, the number of its sources",
			q.Value, describe(row), sources)
	}
}

// describe names the need of a row.
func describe(row Source) string {
	if row.Need == "" {
		return fmt.Sprintf("the need of %q for %q", row.Customer, row.Supplier)
	}
	return fmt.Sprintf("need %q of %q", row.Need, row.Customer)
}

// need finds rows of one need that contradict each other, rows given twice, and
// shares that sum to more than the whole.
func (j *judge) need(k NeedID) {
	rows := j.SourcesOf(k)
	if len(rows) == 1 {
		return
	}
	first := map[NodeID]SourceID{}
	for _, s := range rows {
		supplier := j.sources[s].supplier
		if earlier, ok := first[supplier]; ok {
			j.err("duplicate-row", j.place(j.sources[s].spot), "%q already supplies %s%s",
				j.Network.ids[supplier], describe(j.Source(s)), in(j.place(j.sources[earlier].spot)))
			continue
		}
		first[supplier] = s
	}
	j.agree(rows)
	j.shareSum(rows)
}

// agree compares what the rows say of their need with the first that says it.
func (j *judge) agree(rows []SourceID) {
	for _, c := range []struct {
		field int
		name  string
	}{{bufferDays, "buffer_days"}, {refill, "refill"}, {quorum, "quorum"}, {weight, "weight"}} {
		if len(j.sourceCols.numbers[c.field]) == 0 {
			continue
		}
		first, at := Number{}, SourceID(0)
		for _, s := range rows {
			v := j.sourceCols.number(c.field, int(s))
			switch {
			case v.Given && !first.Given:
				first, at = v, s
			case v.Given && v.Value != first.Value:
				j.err("contradiction", cell(j.place(j.sources[s].spot), v), "%s %v of %s contradicts %v%s", c.name, v.Value,
					describe(j.Source(s)), first.Value, in(cell(j.place(j.sources[at].spot), first)))
			}
		}
	}
	first, at := symbol(0), SourceID(0)
	for _, s := range rows {
		switch l := j.sourceCols.text(level, int(s)); {
		case l != 0 && first == 0:
			first, at = l, s
		case l != 0 && l != first:
			j.err("contradiction", j.place(j.sources[s].spot), "level %s of %s contradicts %s%s", j.symbols.text[l],
				describe(j.Source(s)), j.symbols.text[first], in(j.place(j.sources[at].spot)))
		}
	}
}

// roundingSlack is what each share may be off by, as percentages rounded to
// whole numbers are.
const roundingSlack = 0.005

func (j *judge) shareSum(rows []SourceID) {
	sum, given, last := 0.0, 0, SourceID(0)
	for _, s := range rows {
		if v := j.sourceCols.number(share, int(s)); v.Given {
			sum += v.Value
			given++
			last = s
		}
	}
	if sum > 1+roundingSlack*float64(given) {
		row := j.Source(last)
		j.err("share-sum", cell(row.Place, row.Share), "shares of %s sum to %.4g, above 1", describe(row), sum)
	}
}

// repeats finds rows without a need's name that say the same twice: harmless
// in the structure reading, but twice the demand in the others.
func (j *judge) repeats() {
	last := make([]SourceID, j.NumNodes()) // by supplier: its latest row, counted from 1
	for i := range NodeID(j.NumNodes()) {
		for k := range j.Needs(i) {
			s := j.SourcesOf(k)[0]
			r := j.sources[s]
			if r.name != 0 {
				continue
			}
			if earlier := last[r.supplier] - 1; earlier >= 0 && j.sources[earlier].customer == i {
				j.warn("repeated-row", j.place(r.spot), "%q already supplies %q%s", j.Network.ids[r.supplier],
					j.Network.ids[i], in(j.place(j.sources[earlier].spot)))
			}
			last[r.supplier] = s + 1
		}
	}
}
