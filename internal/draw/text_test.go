package draw

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"linestop/internal/draw/paint"
	"linestop/internal/draw/render"
)

func TestPlain(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{" two  blanks\tand\nlines ", "two blanks and lines"},
		{"1234567890123456789012", "12345678901234567890…"},
		{"1234567890123456789 12", "1234567890123456789…"},
		{"12345678901234567890   ", "12345678901234567890"},
		{"\x1b[31m\u202e\ufffe\xff", "�[31m���"},
		{"e\u0301", "e\u0301"},
	} {
		if got := plain(tt.in, 20); got != tt.want {
			t.Errorf("plain(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		in    string
		lines int
		want  []string
	}{
		{"", 2, []string{""}},
		{"0123456789", 1, []string{"0123456789"}},
		{"0123456789a", 1, []string{"012345678…"}},
		{"0123456789a", 2, []string{"0123456789", "a"}},
		{"one two three", 2, []string{"one two", "three"}},
		{"one two three four", 2, []string{"one two", "three four"}},
		{"one two three four five", 2, []string{"one two", "three fou…"}},
		{"a bcdefghijklm", 2, []string{"a bcdefghi", "jklm"}}, // a line of one letter is no line
		{"exactly te", 1, []string{"exactly te"}},
		{"exactlyten next", 2, []string{"exactlyten", "next"}},
		{"日本語日本語", 2, []string{"日本語日本", "語"}},
		{"日本語日本語", 1, []string{"日本語日…"}},
	} {
		if got := wrap(tt.in, 10, tt.lines); !slices.Equal(got, tt.want) {
			t.Errorf("wrap(%q, 10, %d) = %q, want %q", tt.in, tt.lines, got, tt.want)
		}
	}
}

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
			for _, text := range nodeLines(v.Nodes[n]) {
				if width := paint.Width(text, 10, false); width > inches*72 {
					t.Errorf("%q is %.0f points wide, its box %.0f", text, width, inches*72)
				}
			}
		}
	}
}
