package report

import (
	"linestop/graph"
	"linestop/internal/words"
)

// losses names what is lost at once.
type losses struct {
	names
	groups *graph.Groups
}

// lostGroup is a group in JSON. A value that nodes have in common is its own name.
type lostGroup struct {
	ID      string `json:"id"`
	Name    string `json:"name"`
	Kind    string `json:"kind,omitempty"`
	Country string `json:"country,omitempty"`
}

func (l losses) group(g graph.GroupID) lostGroup {
	head := l.groups.Head(g)
	if head == graph.None {
		return lostGroup{ID: l.groups.Name(g), Name: l.groups.Name(g)}
	}
	n := l.Node(head)
	return lostGroup{n.ID, n.Label(), n.Kind, n.Country}
}

// lost is what a reader types for a group.
func (l losses) lost(g graph.GroupID) string { return short(l.groups.Name(g)) }

// by says what is lost at once, where that is not each node.
func (l losses) by() string {
	if l.groups.By == "node" {
		return ""
	}
	return ", by " + short(l.groups.By)
}

// count is "1 country" or "2 nodes".
func (l losses) count(n int) string { return words.Count(n, short(l.groups.By)) }
