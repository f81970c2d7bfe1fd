package graph

import (
	"fmt"
	"math"
)

// limits are what the numbers of a column may be.
type limits struct {
	field int
	name  string
	most  float64
}

var (
	anyLength = math.MaxFloat64
	nodeSpans = []limits{{volume, "volume", anyLength}, {stockDays, "stock_days", MaxHorizon}, {recoverDays, "recover_days", MaxHorizon}, {pFail, "p_fail", 1}}
	rowSpans  = []limits{
		{share, "share", 1},
		{maxShare, "max_share", anyLength}, // above 1: more than the customer takes today
		{switchDays, "switch_days", MaxHorizon},
		{transitDays, "transit_days", MaxHorizon},
		{bufferDays, "buffer_days", MaxHorizon},
		{refill, "refill", anyLength},
		{flow, "flow", anyLength},
	}
	weightSpan = limits{weight, "weight", 1} // of a need that is degrading
)

// cells judges each cell by itself, or by its neighbours in the row.
func (j *judge) cells() {
	for _, s := range nodeSpans {
		j.within(s, &j.nodeRows.columns, j.nodePlace)
	}
	for _, s := range rowSpans {
		j.within(s, &j.sources.columns, j.rowPlace)
	}
	spelled(j, "confidence", j.nodeRows.texts[nodeConfidence], j.nodePlace, ParseConfidence)
	spelled(j, "confidence", j.sources.texts[sourceConfidence], j.rowPlace, ParseConfidence)
	spelled(j, "as_of", j.nodeRows.texts[nodeAsOf], j.nodePlace, ParseAsOf)
	spelled(j, "as_of", j.sources.texts[sourceAsOf], j.rowPlace, ParseAsOf)
	spelled(j, "level", j.sources.texts[level], j.rowPlace, ParseLevel)
	for row, most := range j.sources.given(j.ctx, maxShare) {
		low, _ := most.Ends()
		if v := j.sources.number(share, row); v.Given && low < v.Value {
			j.err("max-share", cell(j.rowPlace(row), most), "max_share %s is below share %s", most, v)
		}
	}
	for row, q := range j.sources.given(j.ctx, quorum) {
		j.quorum(SourceID(row), q)
	}
}

func (j *judge) within(s limits, c *columns, place func(row int) Place) {
	for row, v := range c.given(j.ctx, s.field) {
		j.limit(s, v, place(row))
	}
}

func (j *judge) limit(s limits, v Number, row Place) {
	if low, high := v.Ends(); !(low >= 0 && high <= s.most) {
		j.err("out-of-range", cell(row, v), "%s %s is not %s", s.name, v, s)
	}
}

func (s limits) String() string {
	switch s.most {
	case 1:
		return "from 0 to 1, or 0% to 100%"
	case MaxHorizon:
		return fmt.Sprintf("from 0 to %.0f days", MaxHorizon)
	}
	return "a number from 0 up"
}

// spelled judges the texts of a column that must be words or dates we know.
func spelled[T any](j *judge, code string, column narrow, place func(row int) Place, parse func(string) (T, error)) {
	for row, text := range column.given(j.ctx) {
		if _, err := parse(j.symbols.at(symbol(text))); err != nil {
			j.err(code, place(row), "%v", err)
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
