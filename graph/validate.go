package graph

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"
)

// Validate judges a network: all problems met while reading it and all it finds
// itself, sorted by place. Errors make every answer meaningless; warnings are
// doubtful but have a meaning. O(nodes + rows + cells), and a sort of the problems.
// Of a network read from a compiled file it is what was found when that was written. The only error is that of ctx.
func Validate(ctx context.Context, n *Network) (Problems, error) {
	if n.file != nil {
		return slices.Clone(n.judged), ctx.Err()
	}
	subjects := []func(*judge){
		(*judge).ids, (*judge).info, (*judge).nodes, (*judge).countries, (*judge).strangers, (*judge).loops, (*judge).cells, (*judge).needs,
		(*judge).similarNeeds, (*judge).inputs, (*judge).suppliers, (*judge).products, (*judge).parts, (*judge).columns,
	}
	judges := make([]judge, len(subjects))
	var judging sync.WaitGroup
	for i, subject := range subjects {
		judges[i] = judge{Network: n, ctx: ctx}
		judging.Go(func() { subject(&judges[i]) })
	}
	judging.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	found := n.problems.copy()
	for i := range judges {
		found.take(&judges[i].found)
	}
	return found.list(), nil
}

// judge collects the problems of one subject, which is one method. Once ctx ends each
// ends early.
type judge struct {
	*Network
	ctx      context.Context
	found    collector
	told     []bool // by node: reported as unknown
	compared int    // ids compared in search of those that were meant
}

func (j *judge) err(code string, at Place, format string, args ...any) {
	j.report(Error, code, at, format, args)
}

func (j *judge) warn(code string, at Place, format string, args ...any) {
	j.report(Warning, code, at, format, args)
}

func (j *judge) report(s Severity, code string, at Place, format string, args []any) {
	if j.found.count(code) {
		j.found.keep(Problem{Severity: s, Code: code, Place: at, Message: fmt.Sprintf(format, args...)})
	}
}

// info judges what is said of the data set as a whole.
func (j *judge) info() {
	if _, err := ParseAsOf(j.AsOf); j.AsOf != "" && err != nil {
		j.err("as_of", Place{}, "%v", err)
	}
	if j.MayFail != "" {
		if _, err := j.Select(j.ctx, j.MayFail); err != nil {
			j.err("may_fail", j.MayFailPlace, "may_fail: %v", err)
		}
	}
}

// met is where node i was first read: its own row, else the first that names it.
func (j *judge) met(i NodeID) Place {
	if row := j.rowOf(i); row >= 0 {
		return j.nodePlace(row)
	}
	if first, ok := j.firstRow(i); ok && j.supplier(first) != i {
		return j.customerPlace(first)
	} else if ok {
		return j.rowPlace(int(first))
	}
	for _, c := range j.Children(i) {
		return j.parentPlace(j.rowOf(c))
	}
	return Place{}
}

// firstRow is the first source row that names node i, if any does.
func (j *judge) firstRow(i NodeID) (first SourceID, found bool) {
	first = SourceID(j.NumSources())
	if rows := j.Deliveries(i); len(rows) > 0 {
		first = rows[0]
	}
	for k := range j.Needs(i) {
		first = min(first, j.SourcesOf(k)[0])
	}
	return first, int(first) < j.NumSources()
}

func (j *judge) nodePlace(row int) Place { return j.place(&j.nodeRows.places, row) }

func (j *judge) rowPlace(row int) Place { return j.place(&j.sources.places, row) }

func (j *judge) parentPlace(row int) Place {
	return inColumn(j.nodePlace(row), int(j.nodeRows.parentColumn.at(row)))
}

func (j *judge) customerPlace(s SourceID) Place {
	return inColumn(j.rowPlace(int(s)), j.customerColumn(s))
}

// cell is the place of a number in a row.
func cell(row Place, v Number) Place { return inColumn(row, int(v.Column)) }

// inColumn is another column of the row; where the column is not known, the row.
func inColumn(row Place, c int) Place {
	row.Column = cmp.Or(c, row.Column)
	return row
}

// in is " (at PLACE)", or nothing for what was made by code.
func in(p Place) string {
	if at := p.String(); at != "" {
		return " (at " + at + ")"
	}
	return ""
}
