package report

import "linestop/internal/words"

type hardenDays struct {
	Horizon float64 `json:"horizon"`
	Losses  int     `json:"losses"` // of output, of a product without a node
	Never   int     `json:"never"`  // of them, with the changes
	Later   int     `json:"later"`
	Sooner  int     `json:"sooner"`
	Days    float64 `json:"days_gained"`
	Whole   bool    `json:"complete"`
}

// days is nil if they were not asked for.
func (h Harden) days() *hardenDays {
	if len(h.Delays) == 0 {
		return nil
	}
	d := h.Delays[len(h.Delays)-1]
	return &hardenDays{d.Horizon, d.Losses, d.Never, d.Later, d.Sooner, d.Days, d.Known}
}

func (h Harden) writeDays(p *page) {
	d := h.days()
	if d == nil {
		return
	}
	p.line("")
	p.line("day by day: without each node in turn for good, products lose output %s in %s", times(d.Losses), days(d.Horizon))
	p.line("with the changes %s no longer, %s later and %s sooner: %s gained", times(d.Never), times(d.Later), times(d.Sooner), days(d.Days))
	if !d.Whole {
		p.line("%s", p.in(yellow, "not complete: some losses have too many events to follow to the end"))
	}
}

func times(n int) string { return words.Count(n, "time") }
