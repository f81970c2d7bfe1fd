package report

import (
	"fmt"
	"slices"
	"strings"

	"linestop/graph"
	"linestop/internal/words"
)

// screen is how many rows of a list are shown unless all are asked for: three
// lists and what stands around them fill a terminal.
const screen = 10

// ledger lists on a page what became of nodes.
type ledger struct {
	*page
	outcome
	all bool // list every node on a line of its own
}

// entry is a node with what the cut made of it, and why.
type entry struct {
	node   graph.NodeID
	mark   cell
	when   string
	reason string
}

// list writes every entry if all are asked for; else nodes with the same reason
// share a line, and those beyond a screen are counted.
func (l ledger) list(entries []entry) {
	var rows [][]cell
	days := slices.ContainsFunc(entries, func(e entry) bool { return e.when != "" })
	if l.all {
		for _, e := range entries {
			rows = append(rows, e.row(days, cell{l.full(e.node), bold}, cell{short(l.Country(e.node)), dim}))
		}
		l.columns(rows)
		return
	}
	var groups [][]entry
	at := map[string]int{}
	for _, e := range entries {
		key := strings.Join([]string{e.mark.text, e.when, e.reason}, "\x00")
		if _, seen := at[key]; !seen {
			at[key] = len(groups)
			groups = append(groups, nil)
		}
		groups[at[key]] = append(groups[at[key]], e)
	}
	hidden := 0
	for i, group := range groups {
		if i >= screen {
			hidden += len(group)
			continue
		}
		var ids []string
		for _, e := range group {
			ids = append(ids, l.id(e.node))
		}
		rows = append(rows, group[0].row(days, cell{listed(ids, 3), bold}))
	}
	l.columns(rows)
	if hidden > 0 {
		l.line("  ... and %s more (--all lists every node)", words.Thousands(hidden))
	}
}

// row is an entry on a line.
func (e entry) row(days bool, who ...cell) []cell {
	row := append([]cell{e.mark}, who...)
	if days {
		row = append(row, cell{e.when, plain})
	}
	return append(row, cell{e.reason, plain})
}

// listExposed lists exposed nodes behind other entries.
func (l ledger) listExposed(keep func(graph.NodeID) bool, others ...entry) {
	hit, above := l.exposed(keep)
	l.list(append(others, hit...))
	if len(above) > 0 {
		l.line("  %s with no source lost: %s", words.Count(len(above), "node"), l.some(l.ids(above)))
	}
}

// named counts and names things, if there are any.
func (l ledger) named(noun, how string, names []string) {
	if len(names) > 0 {
		l.line("  %s", l.naming(noun, how, names))
	}
}

func (l ledger) naming(noun, how string, names []string) string {
	return fmt.Sprintf("%s%s: %s", words.Count(len(names), noun), how, l.some(names))
}

// some joins words, a line of them unless all are asked for.
func (l ledger) some(list []string) string {
	if l.all {
		return strings.Join(list, ", ")
	}
	return listed(list, 6)
}

// listed joins at most so many words and counts the rest.
func listed(list []string, most int) string {
	if len(list) <= most {
		return strings.Join(list, ", ")
	}
	return strings.Join(list[:most], ", ") + fmt.Sprintf(" and %s more", words.Thousands(len(list)-most))
}
