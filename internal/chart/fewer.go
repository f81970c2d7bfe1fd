package chart

import (
	"cmp"
	"fmt"
	"slices"
)

// defaultBudget is how many rows can be read, by kind: of bars a page of them, of
// curves a few.
var defaultBudget = [...]int{Gantt: 40, Output: 12}

// fewer leaves no more rows than the budget allows, and says in a note what became
// of the others. Rows that tell the same become one; if that is not enough, those
// go that lose nothing, and then those that lose least.
func (c Chart) fewer(k Kind) Chart {
	budget := min(c.Budget, MaxRows)
	if budget <= 0 {
		budget = defaultBudget[k]
	}
	if len(c.Rows) <= budget {
		return c
	}
	groups := c.alike()
	full, least := 0, 0
	if len(groups) > budget {
		groups = slices.DeleteFunc(groups, func(g group) bool {
			if g.lost > 0 {
				return false
			}
			full += g.size
			return true
		})
	}
	if len(groups) > budget {
		slices.SortStableFunc(groups, func(a, b group) int { return cmp.Compare(b.lost, a.lost) })
		for _, g := range groups[budget:] {
			least += g.size
		}
		groups = groups[:budget]
		slices.SortFunc(groups, func(a, b group) int { return cmp.Compare(a.first, b.first) })
	}
	c.Notes = append(slices.Clone(c.Notes), c.leftOut(full, least))
	c.Rows = rowsOf(c.Rows, groups)
	return c
}

// group is rows that tell the same; it goes by its first.
type group struct {
	first, size int
	lost        float64 // days of output that each of them loses
}

// alike groups the rows.
func (c Chart) alike() []group {
	var list []group
	at := map[string]int{}
	for n, r := range c.Rows {
		key := fmt.Sprintf("%v %v %t %q", r.Steps, r.Actual, r.Actual == nil, r.Cells)
		if i, ok := at[key]; ok {
			list[i].size++
			continue
		}
		at[key] = len(list)
		list = append(list, group{n, 1, lost(r.Steps, c.Horizon) + lost(r.Actual, c.Horizon)})
	}
	return list
}

func rowsOf(rows []Row, groups []group) []Row {
	list := make([]Row, len(groups))
	for n, g := range groups {
		list[n] = rows[g.first]
		list[n].alike = g.size - 1
	}
	return list
}

func (c Chart) leftOut(full, least int) string {
	text := fmt.Sprintf("%d of %d %ss shown, those alike as one", len(c.Rows)-full-least, len(c.Rows), c.noun())
	if full > 0 {
		text += fmt.Sprintf("; %d stay at full output", full)
	}
	if least > 0 {
		text += fmt.Sprintf("; %d lose less than these", least)
	}
	return text
}
