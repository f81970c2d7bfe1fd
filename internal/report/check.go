package report

import (
	"fmt"

	"linestop/graph"
	"linestop/internal/words"
)

// Check is the answer to what is wrong or doubtful in the data.
type Check struct {
	Net      *graph.Network
	Problems graph.Problems
}

type checkAnswer struct {
	header
	Errors   int            `json:"errors"`
	Warnings int            `json:"warnings"`
	Problems []checkProblem `json:"problems"`
}

type checkProblem struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Message  string `json:"message"`
}

func (c Check) json() any {
	out := checkAnswer{newHeader("check", c.Net), c.Problems.Errors(), c.Problems.Warnings(), []checkProblem{}}
	for _, p := range c.Problems {
		out.Problems = append(out.Problems, checkProblem{p.Severity.String(), p.Code, p.Place.File, p.Place.Line, p.Place.Column, p.Message})
	}
	return out
}

func (c Check) table() Table {
	t := Table{Header: []string{"severity", "code", "file", "line", "column", "message"}}
	for _, p := range c.Problems {
		t.Rows = append(t.Rows, []string{p.Severity.String(), p.Code, p.Place.File, fmt.Sprint(p.Place.Line), fmt.Sprint(p.Place.Column), p.Message})
	}
	return t
}

func (c Check) text(p *page) {
	for _, problem := range c.Problems {
		s := red
		if problem.Severity == graph.Warning {
			s = yellow
		}
		at := ""
		if place := problem.Place.String(); place != "" {
			at = clean(place) + ": "
		}
		p.line("%s%s: %s", at, p.in(s, problem.Severity.String()), clean(problem.Message))
	}
	if len(c.Problems) > 0 {
		p.line("")
	}
	p.line("%s", describe(c.Net).line())
	p.line("%s, %s, %s", words.Count(len(c.Net.Products()), "product"), words.Count(c.Problems.Errors(), "error"), words.Count(c.Problems.Warnings(), "warning"))
}
