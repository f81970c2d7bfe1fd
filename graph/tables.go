package graph

import (
	"hash/maphash"

	"linestop/internal/sections"
)

// tables are rows of nodes.csv, supplies.csv and inputs.csv. What they name is numbered from 0, in
// the order it is first met.
type tables struct {
	files   lexicon[int32]
	symbols lexicon[symbol]
	ids     lexicon[NodeID]

	nodeRows nodeRows
	sources  sourceRows
	inputs   []Input

	problems collector // met while reading

	space *sections.Space // of long lists; only a network that is being built has one
}

func newTables(seed maphash.Seed) tables {
	t := tables{
		files:    newLexicon[int32](seed),
		symbols:  newLexicon[symbol](seed),
		ids:      newLexicon[NodeID](seed),
		nodeRows: nodeRows{columns: newColumns(nodeNumbers, nodeTexts)},
		sources:  sourceRows{columns: newColumns(sourceNumbers, sourceTexts)},
	}
	t.files.add("")
	t.symbols.add("")
	return t
}

// symbol is add for texts most of which are blank.
func (t *tables) symbol(text string) symbol {
	if text == "" {
		return 0
	}
	return t.symbols.add(text)
}

// take appends the rows and problems of p. It returns the numbers here of the nodes and
// texts there.
func (t *tables) take(p *tables) (ids []NodeID, symbols []symbol) {
	files := t.files.addAll(&p.files)
	ids, symbols = t.ids.addAll(&p.ids), t.symbols.addAll(&p.symbols)
	t.nodeRows.take(&p.nodeRows, files, ids, symbols)
	t.sources.take(&p.sources, files, ids, symbols)
	t.inputs = append(t.inputs, p.inputs...)
	t.problems.take(&p.problems)
	return ids, symbols
}

func (r *nodeRows) take(p *nodeRows, files []int32, ids []NodeID, symbols []symbol) {
	row := len(r.node)
	for _, i := range p.node {
		r.node = append(r.node, ids[i])
	}
	r.product.take(&p.product, row)
	r.parentColumn.take(&p.parentColumn, row)
	r.countryColumn.take(&p.countryColumn, row)
	r.places.take(&p.places, row, len(p.node), files)
	r.columns.take(&p.columns, row, symbols)
}

func (r *sourceRows) take(p *sourceRows, files []int32, ids []NodeID, symbols []symbol) {
	row := len(r.supplier)
	r.supplier, r.need = stretched(r.supplier, row+len(p.supplier)), stretched(r.need, row+len(p.need))
	for at, i := range p.supplier {
		r.supplier[row+at], r.need[row+at] = ids[i], NeedID(ids[p.need[at]])
	}
	r.customerColumn.take(&p.customerColumn, row)
	r.places.take(&p.places, row, len(p.supplier), files)
	r.columns.take(&p.columns, row, symbols)
}

// reset takes all rows out and keeps their space.
func (t *tables) reset() {
	t.files.reset()
	t.symbols.reset()
	t.ids.reset()
	t.files.add("")
	t.symbols.add("")
	t.inputs, t.problems = nil, collector{}

	n, s := &t.nodeRows, &t.sources
	n.node, s.supplier, s.need = n.node[:0], s.supplier[:0], s.need[:0]
	for _, c := range []*narrow{&n.product, &n.parentColumn, &n.countryColumn, &s.customerColumn} {
		c.reset()
	}
	n.places.reset()
	s.places.reset()
	n.columns.reset()
	s.columns.reset()
}
