package loaders

import (
	"context"
	"fmt"
	"io"
	"maps"
	"slices"

	"linestop/graph"
)

// load is one reading of a data set.
type load struct {
	Options
	ctx    context.Context
	info   graph.Info
	build  *graph.Builder // nil until the info is known
	early  graph.Problems // met before that
	mapped map[string]bool

	columnsAt map[string]graph.Place // of the Columns that linestop.yaml names
	done      int64
	total     int64
}

func newLoad(ctx context.Context, name string, opts Options) (*load, error) {
	for _, ours := range slices.Sorted(maps.Keys(opts.Columns)) {
		if err := checkColumn(ours); err != nil {
			return nil, fail(file(name), "", "%w", err)
		}
	}
	opts.Limits = opts.Limits.orDefaults()
	return &load{Options: opts, ctx: ctx, info: graph.Info{Name: name}, mapped: map[string]bool{}}, nil
}

// begin is called once the info is complete, before the first row.
func (l *load) begin() {
	l.build = graph.NewBuilder(l.info)
	if l.Spill != "" {
		l.build.PutAway(l.Spill, l.SpillFrom)
	}
	for _, p := range l.early {
		l.build.Report(p)
	}
}

// finish checks what only the whole can tell, and builds the network.
func (l *load) finish() (*graph.Network, error) {
	if err := l.checkMapped(); err != nil {
		return nil, err
	}
	return l.build.BuildContext(l.ctx)
}

// checkMapped finds columns that are renamed and nowhere to be seen.
func (l *load) checkMapped() error {
	for _, ours := range slices.Sorted(maps.Keys(l.Columns)) {
		if !l.mapped[ours] && l.Columns[ours] != "" {
			return fail(file(l.info.Name), "", "no table has a column %q to be read as %s%s", l.Columns[ours], ours, l.toldAt(ours))
		}
	}
	return nil
}

// toldAt is " (at PLACE)" where linestop.yaml names a column of ours.
func (l *load) toldAt(ours string) string {
	if at, ok := l.columnsAt[ours]; ok {
		return fmt.Sprintf(" (at %s)", at)
	}
	return ""
}

func (l *load) report(p graph.Problem) {
	if l.build == nil {
		l.early = append(l.early, p)
		return
	}
	l.build.Report(p)
}

func (l *load) problem(at graph.Place, code, format string, args ...any) {
	l.report(graph.Problem{Code: code, Place: at, Message: fmt.Sprintf(format, args...)})
}

func (l *load) warn(at graph.Place, code, format string, args ...any) {
	l.report(graph.Problem{Severity: graph.Warning, Code: code, Place: at, Message: fmt.Sprintf(format, args...)})
}

// source is the raw bytes of a file: it ends the reading when the load is
// cancelled, and tells how far it has come.
type source struct {
	*load
	r io.Reader
}

func (s source) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := s.r.Read(p)
	s.done += int64(n)
	if s.Progress != nil {
		s.Progress(s.done, s.total)
	}
	return n, err
}
