package timeline

import "linestop/internal/heap"

// calendar holds what waits to happen until the horizon, a page for each day: goods leave
// together and so arrive together.
type calendar struct {
	horizon float64
	days    heap.Heap[page]
	pages   [][]happening
	blank   []int32           // pages that are in no use
	at      map[float64]int32 // by day: its page
	later   []happening       // after the horizon
}

type page struct {
	day float64
	at  int32
}

func (a page) Before(b page) bool { return a.day < b.day }

func (c *calendar) begin(horizon float64) {
	for len(c.days) > 0 {
		c.turn()
	}
	c.horizon, c.later = horizon, c.later[:0]
}

func (c *calendar) push(h happening) {
	if h.day > c.horizon+simultaneous {
		c.later = append(c.later, h)
		return
	}
	at, used := c.at[h.day]
	if !used {
		at = c.newPage()
		c.at[h.day] = at
		c.days.Push(page{h.day, at})
	}
	c.pages[at] = append(c.pages[at], h)
}

func (c *calendar) newPage() int32 {
	last := len(c.blank) - 1
	if last < 0 {
		c.pages = append(c.pages, nil)
		return int32(len(c.pages) - 1)
	}
	at := c.blank[last]
	c.blank = c.blank[:last]
	c.pages[at] = c.pages[at][:0]
	return at
}

// first gives the first page; ok is false if there is none.
func (c *calendar) first() (day float64, waiting []happening, ok bool) {
	if len(c.days) == 0 {
		return 0, nil, false
	}
	return c.days[0].day, c.pages[c.days[0].at], true
}

// turn ends the first page.
func (c *calendar) turn() {
	p := c.days.Pop()
	delete(c.at, p.day)
	c.blank = append(c.blank, p.at)
}
