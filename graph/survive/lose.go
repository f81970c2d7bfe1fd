package survive

import (
	"math"

	"linestop/graph"
	"linestop/graph/timeline"
)

// lose notes that a node may lose output from now on, a part of it for sure.
func (f *forecast) lose(i graph.NodeID, sure, until float64) {
	n := &f.nodes[i]
	switch {
	case n.day > f.now:
		f.lossy = append(f.lossy, i)
	case n.day < f.now || f.told[i] || sure <= n.sure:
		return
	}
	n.day, n.sure, n.until = f.now, sure, until
	f.line.Push(telling{i, sure})
}

// tell tells the customers of node i what it may lose. It is false if the node is a product
// and not sure to lose anything.
func (f *forecast) tell(i graph.NodeID) bool {
	if f.told[i] {
		return true
	}
	f.told[i] = true
	if f.products[i] && !has(f.gone, i) {
		if f.nodes[i].sure < noticed {
			return false
		}
		f.lasts = append(f.lasts, Last{i, f.now})
	}
	leaves := f.now + f.days.Stock[i]
	rows := f.ix.Net.Deliveries(i)
	needs, customers := f.ix.Out(i)
	for n, row := range rows {
		if f.told[customers[n]] {
			continue
		}
		switch day := leaves + f.days.Transit[row]; {
		case day <= f.now+simultaneous:
			f.shorten(row, i, needs[n], customers[n])
		case day <= f.horizon:
			f.queue.Push(coming{day: day, row: row})
		}
	}
	return true
}

func (f *forecast) come(c coming) {
	if c.row == timeline.NoRow {
		f.empty(c.need)
		return
	}
	supplier, customer := f.ix.Net.Ends(c.row)
	if !f.told[customer] {
		f.shorten(c.row, supplier, f.ix.Net.NeedOf(c.row), customer)
	}
}

// shorten notes that a row may bring less from now on.
func (f *forecast) shorten(row graph.SourceID, supplier graph.NodeID, k graph.NeedID, customer graph.NodeID) {
	fact, carries := &f.needs[k], f.today[row]
	if fact.weight == 0 || carries == 0 {
		return
	}
	n := &f.supplies[k]
	if !n.touched {
		*n = supply{touched: true, rows: fact.rows, rest: fact.total, until: math.Inf(1), first: f.now, since: math.Inf(1)}
		f.short = append(f.short, k)
	}
	n.rows--
	n.rest -= carries
	if lost, until := f.lost(row, supplier); lost > 0 {
		n.lost += carries * lost
		n.until = min(n.until, until)
	}
	if n.since == math.Inf(1) && (n.rest < 1-rounding || n.rows < fact.quorum) {
		n.since = f.now
		if day := f.now + fact.buffer; fact.buffer > 0 && day <= f.horizon {
			f.queue.Push(coming{day: day, row: timeline.NoRow, need: k})
		}
	}
	if n.since == f.now {
		n.lack(fact, f.now)
		if fact.buffer == 0 {
			f.lose(customer, fact.weight*n.lacks, n.lasting)
		}
	}
}

// lost is the part that a row is sure to lose as it comes in now, and until when.
func (f *forecast) lost(row graph.SourceID, supplier graph.NodeID) (part, until float64) {
	n, stock := &f.nodes[supplier], f.days.Stock[supplier]
	if stock > 0 && (n.sure < 1-rounding || n.until < n.day+stock+ample) {
		return 0, 0 // its finished stock lasts longer
	}
	return n.sure, n.until + f.days.Transit[row]
}

// lack finds what a need that may fall short from now on lacks for sure, and until
// when. If rows of it were touched before, others may have switched.
func (n *supply) lack(of *fact, now float64) {
	n.lacks, n.lasting = max(0, n.lost-(of.total-1)), min(n.until, now+of.switches)
	if n.lasting < now+ample || of.switches < math.Inf(1) && n.first < now {
		n.lacks = 0
	}
}

// empty notes that the stock of need k may be used up: it is, if nothing came in.
func (f *forecast) empty(k graph.NeedID) {
	n, sure := &f.supplies[k], 0.0
	if n.lacks >= 1-rounding && n.lasting > f.now+ample {
		sure = f.needs[k].weight
	}
	f.lose(f.ix.Net.CustomerOf(k), sure, n.lasting)
}
