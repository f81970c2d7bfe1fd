package draw

import (
	"fmt"
	"strings"

	"linestop/graph"
	"linestop/graph/cut"
)

// Options says what part of a network to draw, and how. The zero value draws a
// small network whole and of a large one what the cut reaches.
type Options struct {
	Title     string                      // default: the title of the data set, or its name
	Around    []graph.NodeID              // draw these and what is near them; a parent stands for its family
	Depth     int                         // steps up and down from Around; default DefaultDepth
	All       bool                        // draw every node, however many
	AllArrows bool                        // draw every arrow, even if no layout comes of it
	Budget    int                         // nodes or boxes to draw at most; default DefaultBudget
	Collapse  Grouping                    // a box for each group instead of its nodes; Auto is None
	Cluster   Grouping                    // a frame around each group; Auto is ByParent; none where collapsed
	Remark    func(i graph.NodeID) string // one more line for a node, such as its stop day; may be nil
	Statuses  []cut.Status                // by node, if more is known than what the structure says
	Readings  string                      // which readings Statuses and Remark come from, by name; default structure
	Dated     bool                        // the cut does not last: what breaks would do so if it did
	Of        []graph.NodeID              // of a cut: why these break, if it breaks them, and nothing else
	Points    *Points                     // mark single points of failure; without a cut
}

// The defaults of Options.
const (
	DefaultDepth  = 2
	DefaultBudget = 40 // what fits a large sheet with labels that can be read
)

func (o Options) withDefaults() Options {
	if o.Depth <= 0 {
		o.Depth = DefaultDepth
	}
	if o.Budget <= 0 {
		o.Budget = DefaultBudget
	}
	if o.Collapse == Auto {
		o.Collapse = None
	}
	if o.Cluster == Auto {
		o.Cluster = ByParent
	}
	return o
}

// Grouping is a way to put nodes together.
type Grouping uint8

// The groupings. ByParent takes the outermost parent for a box, and nests frames.
const (
	Auto Grouping = iota
	None
	ByParent
	ByCountry
	ByTier
)

var groupings = [...]string{"auto", "none", "parent", "country", "tier"}

func (g Grouping) String() string { return groupings[g] }

// ParseGrouping reads a grouping by its name.
func ParseGrouping(s string) (Grouping, error) {
	for i, name := range groupings {
		if s == name {
			return Grouping(i), nil
		}
	}
	return 0, fmt.Errorf("grouping %q is none of %s", s, strings.Join(groupings[:], ", "))
}
