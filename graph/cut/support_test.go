package cut_test

import (
	"fmt"
	"slices"
	"testing"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/index"
	"linestop/internal/reference"
)

// compareSupports counts the sources of every node that runs one by one, and
// finds the same in what is said of the node alone.
func compareSupports(t *testing.T, r *cut.Result, ix *index.Index, twin reference.Cut, down map[graph.NodeID]bool) error {
	net := ix.Net
	start, err := ix.Worst.Start(t.Context())
	if err != nil {
		return err
	}
	for i := range graph.NodeID(net.NumNodes()) {
		if f, failed := r.Failure(i); failed != down[i] || failed && f.Node != i {
			return fmt.Errorf("node %q: failure %+v, down %v", net.ID(i), f, down[i])
		}
		if down[i] {
			continue
		}
		var lost []cut.Loss
		supports := r.Supports(i)
		if want := slices.Collect(net.Needs(i)); !slices.EqualFunc(supports, want, func(s cut.Support, k graph.NeedID) bool { return s.Need == k }) {
			return fmt.Errorf("node %q: supports %+v of needs %v", net.ID(i), supports, want)
		}
		for _, s := range supports {
			left := 0
			for at, row := range net.SourcesOf(s.Need) {
				supplier, _ := net.Ends(row)
				want := cut.Alive
				switch {
				case slices.Contains(twin.Rows, row):
					want = cut.RowCut
				case down[supplier]:
					want = cut.Dead
				default:
					left++
				}
				if got := s.Fates[at]; got.Row != row || got.Supplier != supplier || got.Fate != want {
					return fmt.Errorf("node %q, row %d: %+v, want fate %d", net.ID(i), row, got, want)
				}
			}
			if s.Left != left || s.Sources != len(s.Fates) || s.Lost() != (left < s.Sources) {
				return fmt.Errorf("node %q: %+v, want %d left", net.ID(i), s, left)
			}
			if s.Lost() {
				lost = append(lost, s.Loss)
			}
		}
		if e, exposed := r.Exposure(i); !slices.Equal(e.Lost, lost) || exposed && e.Node != i {
			return fmt.Errorf("node %q: exposure %+v, lost %+v", net.ID(i), e, lost)
		}
		if got := r.Restart(i); (got == cut.NoLonger) != slices.Contains(r.Stranded, i) || (got == cut.NeverCould) != (start.Place[i] == 0) {
			return fmt.Errorf("node %q: restart %v", net.ID(i), got)
		}
	}
	return nil
}
