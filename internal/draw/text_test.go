package draw

import (
	"strconv"
	"strings"
	"testing"

	"linestop/internal/draw/render"
)

// TestNamesFit measures boxes after the layout against their names, in the face
// that paints them.
func TestNamesFit(t *testing.T) {
	for _, name := range []string{
		"WWWWWWWWWWWW MMMMMMMMMMMM", "ソニー半導体ソリューションズ", "宁德时代新能源科技", "한국타이어",
		"Großröhrsdorf Zulieferer", "Щёлково ЖЖЖЖЖЖЖЖ", "中 a 中 a 中 a", strings.Repeat("長", 100),
	} {
		v := hostileView(t, name)
		out, err := render.Render(t.Context(), v.DOT(), render.Plain, render.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(out)) {
			words := strings.Fields(line) // node NAME X Y WIDTH ...
			if words[0] != "node" || !strings.HasPrefix(words[1], "n") {
				continue
			}
			n, _ := strconv.Atoi(words[1][1:])
			inches, _ := strconv.ParseFloat(words[4], 64)
			for _, l := range nodeLines(v.Nodes[n]) {
				if l.width() > inches*72 {
					t.Errorf("%q is %.0f points wide, its box %.0f", l.text, l.width(), inches*72)
				}
			}
		}
	}
}
