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
func (ps Problems) Errors() int {
	count := 0
	for _, p := range ps {
		if p.Severity == Error {
			count++
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
	met  map[string]int
}

func (c *collector) add(p Problem) {
	if c.met == nil {
		c.met = map[string]int{}
	}
	if c.met[p.Code]++; c.met[p.Code] <= MaxProblems {
		c.kept = append(c.kept, p)
	}
}

// list returns the problems sorted, each once, and says of which there were more.
func (c *collector) list() Problems {
	all := slices.Clone(c.kept)
	slices.SortStableFunc(all, Problem.compare)
	all = slices.Compact(all)
	var codes []string
	for code, n := range c.met {
		if n > MaxProblems {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	for _, code := range codes {
		i := slices.IndexFunc(all, func(p Problem) bool { return p.Code == code })
		all = append(all, Problem{Severity: all[i].Severity, Code: code,
			Message: fmt.Sprintf("%d more problems of the kind %q are not shown", c.met[code]-MaxProblems, code)})
	}
	return all
}

func (c *collector) copy() collector {
	return collector{slices.Clone(c.kept), maps.Clone(c.met)}
}
