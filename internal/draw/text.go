package draw

import (
	"math"
	"strings"
	"unicode/utf8"

	"linestop/internal/draw/paint"
)

// maxText bounds a text of a picture, in characters: a name of megabytes must
// not reach the layout.
const maxText = 300

// padding is what a line needs at its end for Graphviz to take it for as long as
// it is. Graphviz knows the widths of ASCII; of other characters it takes each
// byte for a blank, which makes Chinese and Japanese a sixth too narrow.
func padding(line string, bold bool) string {
	const (
		blank   = 0.278 // ems
		noBreak = "\u00a0"
	)
	ascii := strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf {
			return -1
		}
		return r
	}, line)
	if len(ascii) == len(line) {
		return ""
	}
	taken := paint.Width(ascii, 1, bold) + blank*float64(len(line)-len(ascii))
	missing := paint.Width(line, 1, bold) - taken
	return strings.Repeat(noBreak, max(0, int(math.Ceil(missing/blank/float64(len(noBreak))))))
}
