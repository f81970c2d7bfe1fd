package graph

import "math"

// ends finds suppliers and customers that the node table, if there is one, does
// not have, and those that are one node.
func (j *judge) ends() {
	for s := range Each(j.ctx, SourceID(j.NumSources())) {
		r := j.sources[s]
		if len(j.nodeRows) > 0 {
			j.unknown("supplier", r.supplier, j.rowPlace(int(s)))
			j.unknown("customer", r.customer, j.customerPlace(s))
		}
		if r.supplier == r.customer {
			j.warn("self-supply", j.rowPlace(int(s)), "%q supplies itself: once stopped it cannot start again by this row", j.ID(r.supplier))
		}
	}
}

// limits are what the numbers of a column may be.
type limits struct {
	field int
	name  string
	most  float64
}

var (
	anyLength = math.MaxFloat64
	nodeSpans = []limits{{volume, "volume", anyLength}, {stockDays, "stock_days", anyLength}, {recoverDays, "recover_days", anyLength}, {pFail, "p_fail", 1}}
	rowSpans  = []limits{
		{share, "share", 1},
		{maxShare, "max_share", anyLength}, // above 1: more than the customer takes today
		{switchDays, "switch_days", anyLength},
		{transitDays, "transit_days", anyLength},
		{bufferDays, "buffer_days", anyLength},
		{refill, "refill", anyLength},
		{weight, "weight", 1},
	}
)

// cells judges each cell by itself, or by its neighbours in the row.
func (j *judge) cells() {
	for _, s := range nodeSpans {
		j.within(s, &j.nodeCols, j.nodePlace)
	}
	for _, s := range rowSpans {
		j.within(s, &j.sourceCols, j.rowPlace)
	}
	j.confidences(j.nodeCols.texts[nodeConfidence], j.nodePlace)
	j.confidences(j.sourceCols.texts[sourceConfidence], j.rowPlace)
	for row, text := range eachOf(j.ctx, j.sourceCols.texts[level]) {
		if _, err := ParseLevel(j.symbols.at(text)); text != 0 && err != nil {
			j.err("level", j.rowPlace(row), "%v", err)
		}
	}
	for row, most := range j.sourceCols.given(j.ctx, maxShare) {
		low, _ := most.Ends()
		if v := j.sourceCols.number(share, row); v.Given && low < v.Value {
			j.err("max-share", cell(j.rowPlace(row), most), "max_share %s is below share %s", most, v)
		}
	}
	for row, q := range j.sourceCols.given(j.ctx, quorum) {
		j.quorum(SourceID(row), q)
	}
}

func (j *judge) within(s limits, c *columns, place func(row int) Place) {
	for row, v := range c.given(j.ctx, s.field) {
		switch low, high := v.Ends(); {
		case low >= 0 && high <= s.most:
		case s.most > 1:
			j.err("out-of-range", cell(place(row), v), "%s %s is not a number from 0 up", s.name, v)
		case v.Value > 1 && v.Value <= 100 && !v.IsRange():
			j.err("out-of-range", cell(place(row), v), "%s %s is not from 0 to 1 (did you mean %s%%?)", s.name, v, v)
		default:
			j.err("out-of-range", cell(place(row), v), "%s %s is not from 0 to 1", s.name, v)
		}
	}
}

func (j *judge) confidences(column []symbol, place func(row int) Place) {
	for row, text := range eachOf(j.ctx, column) {
		if _, err := ParseConfidence(j.symbols.at(text)); err != nil {
			j.err("confidence", place(row), "%v", err)
		}
	}
}

func (j *judge) quorum(s SourceID, q Number) {
	sources := len(j.SourcesOf(j.NeedOf(s)))
	if !(q.Value >= 1 && q.Value <= float64(sources) && q.Value == math.Trunc(q.Value) && !q.IsRange()) {
		j.err("quorum", cell(j.rowPlace(int(s)), q), "quorum %s of %s is not a whole number from 1 to %d, the number of its sources",
			q, j.describe(s), sources)
	}
}
