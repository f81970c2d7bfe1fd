package report

import (
	"fmt"
	"strings"

	"linestop/graph"
	"linestop/internal/words"
)

// Example is a built-in data set.
type Example struct {
	Name, Title string
	Net         *graph.Network
	Scenarios   []string
}

// Examples is the answer to which data sets are built in.
type Examples []Example

type examplesAnswer struct {
	Linestop int           `json:"linestop"`
	Question string        `json:"question"`
	Examples []exampleLine `json:"examples"`
}

type exampleLine struct {
	Name      string   `json:"name"`
	Title     string   `json:"title"`
	Nodes     int      `json:"nodes"`
	Supplies  int      `json:"supplies"`
	Products  int      `json:"products"`
	Scenarios []string `json:"scenarios"`
}

func (e Examples) json() any {
	out := examplesAnswer{1, "examples", []exampleLine{}}
	for _, x := range e {
		out.Examples = append(out.Examples, exampleLine{x.Name, x.Title, x.Net.NumNodes(), x.Net.NumSources(), len(x.Net.Products()), x.Scenarios})
	}
	return out
}

func (e Examples) table() Table {
	t := Table{Header: []string{"name", "title", "nodes", "supplies", "products", "scenarios"}}
	for _, x := range e {
		t.Rows = append(t.Rows, []string{
			x.Name, x.Title, fmt.Sprint(x.Net.NumNodes()), fmt.Sprint(x.Net.NumSources()),
			fmt.Sprint(len(x.Net.Products())), strings.Join(x.Scenarios, " "),
		})
	}
	return t
}

func (e Examples) text(p *page) {
	var rows [][]cell
	for _, x := range e {
		rows = append(rows, []cell{{x.Name, bold}, {clean(x.Title), plain}, {fmt.Sprintf("%s, %s", words.Count(x.Net.NumNodes(), "node"), words.Count(x.Net.NumSources(), "supply")), dim}})
		for _, s := range x.Scenarios {
			rows = append(rows, []cell{{"", plain}, {"scenario " + x.Name + "/" + s, dim}})
		}
	}
	p.columns(rows)
}
