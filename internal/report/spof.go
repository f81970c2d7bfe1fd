package report

import (
	"fmt"
	"iter"

	"linestop/graph"
	"linestop/graph/cut"
)

// Spof is the answer to whose loss alone breaks one product.
type Spof struct {
	Points
	Product graph.NodeID
	Prove   func(lost graph.GroupID) (cut.Proof, error) // asked for what is written
}

type spofAnswer struct {
	header
	Reading []string `json:"reading"`
	Product string   `json:"product"`
	By      string   `json:"by"`
	Nodes   []string `json:"nodes"`
	// and points, a list of spofPoint
}

type spofPoint struct {
	lostGroup
	Certainty string    `json:"certainty"`
	Proof     []whyStep `json:"proof"`
}

func (s Spof) json() any {
	out := spofAnswer{newHeader("spof", s.Net), []string{"structure"}, s.Net.ID(s.Product), s.Groups.By, []string{}}
	for _, point := range s.of(s.Product) {
		out.Nodes = append(out.Nodes, s.Groups.Name(point.group))
	}
	return out
}

func (s Spof) list() (string, iter.Seq[any]) {
	return "points", func(yield func(any) bool) {
		o := outcome{names: names{s.Net}}
		for point, proof := range s.proven() {
			entry := spofPoint{s.losses().group(point.group), certainty(point.sure), nil}
			for _, step := range proof {
				entry.Proof = append(entry.Proof, o.proofStep(step))
			}
			if !yield(entry) {
				return
			}
		}
	}
}

// proven yields every point with its proof. It ends where a proof cannot be had any more, and so does
// the answer: the context is over.
func (s Spof) proven() iter.Seq2[point, cut.Proof] {
	return func(yield func(point, cut.Proof) bool) {
		for _, point := range s.of(s.Product) {
			proof, err := s.Prove(point.group)
			if err != nil || !yield(point, proof) {
				return
			}
		}
	}
}

// table has the chain of each proof in a cell.
func (s Spof) table() Table {
	header := []string{"product", "id", "name", "kind", "country", "certainty", "proof"}
	return Table{Header: header, Long: func(yield func([]string) bool) {
		l := s.losses()
		for point, proof := range s.proven() {
			g := l.group(point.group)
			from, thread := l.thread(proof)
			if !yield([]string{s.Net.ID(s.Product), g.ID, g.Name, g.Kind, g.Country, certainty(point.sure), from + thread}) {
				return
			}
		}
	}}
}

func (s Spof) text(p *page) {
	l := s.losses()
	p.line("%s %s%s", p.in(bold, "single points of failure:"), l.full(s.Product), l.by())
	p.line("%s %s", p.in(bold, "data:"), describe(s.Net).line())
	p.line("")
	n, possible := s.Singles.Count(s.Product), s.possibly(s.Product)
	if n == 0 {
		p.line("%s", p.in(green, fmt.Sprintf("no %s breaks it alone", short(s.Groups.By))))
		p.loses(false)
		return
	}
	p.line("%s", p.in(red, l.count(n)+either(n == 1, " breaks", " break")+" it alone"+possibly(possible)))
	var rows [][]cell
	shown, hidden := s.shown(n, 2*screen)
	for point, proof := range s.proven() {
		if len(rows) == shown {
			break
		}
		from, thread := l.thread(proof)
		name := l.lost(point.group)
		if from != name {
			thread = " " + from + thread
		}
		row := []cell{{name, bold}, {thread[1:], plain}}
		if possible > 0 {
			row = append([]cell{either(point.sure, cell{"surely", red}, cell{"possibly", yellow})}, row...)
		}
		rows = append(rows, row)
	}
	p.columns(rows)
	p.more(hidden, "one")
	p.loses(possible > 0)
}
