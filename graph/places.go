package graph

import (
	"math"
	"sort"
)

// places says where the rows of a table were read. Rows that follow one another in
// equal steps of lines, as in a file of its own they all do, are one run: they cost no
// space each but for cells that begin in other columns. Files and columns beyond the
// 65,535th are shown as that.
type places struct {
	runs    []run
	columns narrow // by row: how far its column is off that of the run, see signed
}

// run is a row and those that follow it, up to the next run's.
type run struct {
	first      int32 // its first row
	line, step uint32
	file       uint16
	column     uint16
}

// add places the next row.
func (p *places) add(row int, file uint16, line uint32, column uint16) {
	if len(p.runs) == 0 || !p.runs[len(p.runs)-1].extends(row, file, line) {
		p.runs = append(p.runs, run{first: int32(row), line: line, file: file, column: column})
	}
	p.columns.put(row, signed(column, p.runs[len(p.runs)-1].column))
}

// take places the rows of p after those here. files are the numbers here of the files
// there.
func (p *places) take(from *places, row, count int, files []int32) {
	for n, r := range from.runs {
		end := count
		if n+1 < len(from.runs) {
			end = int(from.runs[n+1].first)
		}
		for at := int(r.first); at < end; at++ {
			line := r.line + uint32(at-int(r.first))*r.step
			p.add(row+at, column(int(files[r.file])), line, unsigned(from.columns.at(at), r.column))
		}
	}
}

func (p *places) reset() {
	p.runs = p.runs[:0]
	p.columns.reset()
}

// extends says whether the next row belongs to the run. Its second row sets the step.
func (r *run) extends(row int, file uint16, line uint32) bool {
	if file != r.file || line < r.line {
		return false
	}
	n := uint32(row) - uint32(r.first)
	if n == 1 {
		r.step = line - r.line
	}
	return line-r.line == n*r.step
}

func (p *places) at(row int) (file, column uint16, line uint32) {
	r := p.runs[sort.Search(len(p.runs), func(n int) bool { return int(p.runs[n].first) > row })-1]
	return r.file, unsigned(p.columns.at(row), r.column), r.line + (uint32(row)-uint32(r.first))*r.step
}

// signed is the difference of two columns, 0 where they are one and small where they
// are near: positive ones even, negative ones odd.
func signed(column, expected uint16) uint32 {
	d := int32(column) - int32(expected)
	return uint32(d<<1) ^ uint32(d>>31)
}

func unsigned(difference uint32, expected uint16) uint16 {
	return uint16(int32(expected) + (int32(difference>>1) ^ -int32(difference&1)))
}

// column narrows a column.
func column(c int) uint16 { return uint16(min(max(c, 0), math.MaxUint16)) }
