package cutset_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"linestop/examples"
	"linestop/graph"
	"linestop/graph/cutset"
	"linestop/internal/indextest"
	"linestop/loaders"
)

// TestWorked gives the answers that docs/model.md shows for example:hello.
func TestWorked(t *testing.T) {
	net, err := loaders.Open(t.Context(), "example:hello", loaders.Options{Examples: examples.FS()})
	if err != nil {
		t.Fatal(err)
	}
	sets, err := cutset.Find(t.Context(), indextest.Compile(t, net), node(t, net, "bike"), cutset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for set := range sets.All() {
		for len(lines) < len(set) {
			lines = append(lines, fmt.Sprintf("    order %d  ", len(lines)+1))
		}
		lines[len(set)-1] += " {" + strings.ReplaceAll(names(sets.Groups, set), " ", ", ") + "}"
	}
	chance := sets.Chance(t.Context(), func(graph.GroupID) float64 { return 0.1 }, 0)
	lines = append(lines, fmt.Sprintf("    P = %.4f, rare events %.4f", chance.Low, chance.RareEvents), "")
	lines = append(lines, fmt.Sprintf("    %-8s  Birnbaum  Fussell-Vesely   RAW   RRW", "node"))
	for _, id := range []string{"power", "wheel-1", "brake-a"} {
		at := slices.IndexFunc(chance.Importance, func(i cutset.Importance) bool { return sets.Groups.Name(i.Group) == id })
		i := chance.Importance[at]
		lines = append(lines, fmt.Sprintf("    %-8s  %8.3f  %14.3f  %4.2f  %4.2f", id, i.Birnbaum, i.FussellVesely, i.RAW, i.RRW))
	}
	page, err := os.ReadFile("../../docs/model.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{strings.Join(lines[:2], "\n"), strings.Join(lines[2:], "\n")} {
		if !strings.Contains(string(page), want) || !sets.Whole {
			t.Errorf("whole %v; docs/model.md does not show\n%s", sets.Whole, want)
		}
	}
}
