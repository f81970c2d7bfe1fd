package graph

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
)

// Severity tells what makes a data set unusable from what is only doubtful.
type Severity uint8

const (
	Error Severity = iota
	Warning
)

func (s Severity) String() string { return [...]string{"error", "warning"}[s] }

// Problem is one thing wrong or doubtful in the data.
type Problem struct {
	Severity Severity
	Code     string // a short name of the kind of problem, the same in every version
	Place    Place
	Message  string
	More     int // of one that stands for others of its code which are not kept: how many
}

func (p Problem) String() string {
	if at := p.Place.String(); at != "" {
		return fmt.Sprintf("%s: %s: %s", at, p.Severity, p.Message)
	}
	return fmt.Sprintf("%s: %s", p.Severity, p.Message)
}

func (p Problem) compare(q Problem) int {
	return cmp.Or(p.Place.Compare(q.Place), cmp.Compare(p.Severity, q.Severity),
		cmp.Compare(p.Code, q.Code), cmp.Compare(p.Message, q.Message))
}

// Problems is what Validate returns, sorted by place.
type Problems []Problem

// Errors counts the problems that make the data unusable.
func (ps Problems) Errors() int { return ps.count(Error) }

// Warnings counts the others.
func (ps Problems) Warnings() int { return ps.count(Warning) }

func (ps Problems) count(s Severity) (count int) {
	for _, p := range ps {
		if p.Severity == s {
			count += max(1, p.More)
		}
	}
	return count
}

// MaxProblems is how many problems of one code are kept: a file of millions of
// rows can be wrong in each, and nobody reads on.
const MaxProblems = 1000

// collector keeps problems, at most MaxProblems of a code.
type collector struct {
	kept Problems
	met  map[string]int // by code
}

func (c *collector) add(p Problem) {
	if c.count(p.Code) {
		c.keep(p)
	}
}

// count counts one more problem and says whether it is still to be kept: the
// message of one that is not need not be written.
func (c *collector) count(code string) bool {
	if c.met == nil {
		c.met = map[string]int{}
	}
	c.met[code]++
	return c.met[code] <= MaxProblems
}

// take adds the problems of another collector, as if each had been met now.
func (c *collector) take(from *collector) {
	for _, p := range from.kept {
		c.add(p)
	}
	for code, met := range from.met {
		c.met[code] += max(0, met-MaxProblems)
	}
}

func (c *collector) keep(p Problem) { c.kept = append(c.kept, p) }

// list returns the problems sorted, each once, and says at the end of which
// there were more.
func (c *collector) list() Problems {
	all := slices.Clone(c.kept)
	slices.SortFunc(all, Problem.compare)
	all = slices.Compact(all)
	for _, code := range slices.Sorted(maps.Keys(c.met)) {
		more := c.met[code] - MaxProblems
		if more <= 0 {
			continue
		}
		i := slices.IndexFunc(all, func(p Problem) bool { return p.Code == code })
		all = append(all, Problem{
			Severity: all[i].Severity, Code: code,
			Message: fmt.Sprintf("%d more problems of the kind %q are not shown", more, code), More: more,
		})
	}
	return all
}

func (c *collector) copy() collector {
	return collector{slices.Clone(c.kept), maps.Clone(c.met)}
}
