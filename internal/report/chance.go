package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"

	"linestop/graph/cutset"
)

// setChance is how likely it is that the product breaks.
type setChance struct {
	Low        float64      `json:"low"`
	High       float64      `json:"high"`
	Exact      bool         `json:"exact"`
	Limit      string       `json:"limit,omitempty"` // why it is not exact, or without importance
	RareEvents float64      `json:"rare_events"`
	Importance []importance `json:"importance,omitempty"`
}

type importance struct {
	ID            string  `json:"id"`
	PFail         float64 `json:"p_fail"`
	Birnbaum      float64 `json:"birnbaum"`
	FussellVesely ratio   `json:"fussell_vesely"`
	RAW           ratio   `json:"raw"`
	RRW           ratio   `json:"rrw"`
}

// ratio is a number that may be infinite, or undefined as 0/0 is.
type ratio float64

// MarshalJSON writes what JSON has no number for: "infinite", or null.
func (r ratio) MarshalJSON() ([]byte, error) {
	switch f := float64(r); {
	case math.IsInf(f, 0):
		return []byte(`"infinite"`), nil
	case math.IsNaN(f):
		return []byte("null"), nil
	default:
		return json.Marshal(f)
	}
}

func (r ratio) String() string {
	switch f := float64(r); {
	case math.IsInf(f, 0):
		return "infinite"
	case math.IsNaN(f):
		return "-"
	default:
		return likely(f)
	}
}

// likely is a number with four digits that count.
func likely(f float64) string { return strconv.FormatFloat(f, 'g', 4, 64) }

func (c Cutsets) chance() *setChance {
	if c.Chance == nil {
		return nil
	}
	chance := c.Chance()
	out := &setChance{chance.Low, chance.High, chance.Exact, limitOf(chance.Err), chance.RareEvents, nil}
	for _, i := range important(chance) {
		out.Importance = append(out.Importance, importance{
			c.Sets.Groups.Name(i.Group), i.P, i.Birnbaum, ratio(i.FussellVesely), ratio(i.RAW), ratio(i.RRW),
		})
	}
	return out
}

// important lists the groups, those first in whose sets most of the chance lies.
func important(chance *cutset.Chance) []cutset.Importance {
	return slices.SortedStableFunc(slices.Values(chance.Importance), func(a, b cutset.Importance) int {
		return cmp.Or(cmp.Compare(b.FussellVesely, a.FussellVesely), cmp.Compare(b.Birnbaum, a.Birnbaum))
	})
}

func (c Cutsets) writeChance(p *page) {
	if c.Chance == nil {
		return
	}
	chance := c.Chance()
	p.line("")
	if chance.Exact {
		p.line("%s %s, exact (the sets add up to %s)", p.in(bold, "chance that it breaks:"), likely(chance.Low), likely(chance.RareEvents))
	} else {
		p.line("%s from %s (sets that have nothing in common) to %s (min-cut upper bound%s); the sets add up to %s", p.in(bold, "chance that it breaks:"), likely(chance.Low), likely(chance.High), either(c.Sets.Whole, "", ", and what larger sets may add"), likely(chance.RareEvents))
	}
	list := important(chance)
	if len(list) == 0 {
		return
	}
	rows := [][]cell{{{short(c.Sets.Groups.By), dim}, {"p_fail", dim}, {"Birnbaum", dim}, {"Fussell-Vesely", dim}, {"RAW", dim}, {"RRW", dim}}}
	shown := len(list)
	if !c.All {
		shown = min(shown, screen)
	}
	for _, i := range list[:shown] {
		rows = append(rows, []cell{
			{c.losses().lost(i.Group), bold},
			{likely(i.P), plain},
			{likely(i.Birnbaum), plain},
			{fmt.Sprint(ratio(i.FussellVesely)), plain},
			{fmt.Sprint(ratio(i.RAW)), plain},
			{fmt.Sprint(ratio(i.RRW)), plain},
		})
	}
	p.columns(rows)
	p.more(len(list)-shown, short(c.Sets.Groups.By))
	if !c.Sets.Whole {
		p.line("%s Fussell-Vesely is of the sets above; with larger ones it may be more", p.in(dim, "importance:"))
	}
}
