package draw

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"linestop/internal/draw/paint"
)

// maxText bounds a text of a picture, in characters: a name of megabytes must
// not reach the layout.
const maxText = 300

// plain makes one line of a text: blanks are single, characters that steer a
// terminal or turn the direction of writing show as �, and what is beyond the
// limit as "…".
func plain(s string, limit int) string {
	var b strings.Builder
	n, blank := 0, false
	for _, r := range s {
		if unicode.IsSpace(r) {
			blank = n > 0
			continue
		}
		if blank {
			b.WriteByte(' ')
			n++
			blank = false
		}
		if n >= limit {
			return strings.TrimRight(b.String(), " ") + "…"
		}
		if !showable(r) {
			r = utf8.RuneError
		}
		b.WriteRune(r)
		n++
	}
	return b.String()
}

// showable says whether a character is one that XML allows and that keeps its place.
func showable(r rune) bool {
	return !unicode.IsControl(r) && !unicode.Is(unicode.Bidi_Control, r) && !unicode.Is(unicode.Noncharacter_Code_Point, r)
}

// shorten makes one line of at most so many columns.
func shorten(s string, columns int) string { return wrap(s, columns, 1)[0] }

// wrap breaks a text into lines of at most so many columns, at blanks where
// there are any. What is beyond the number of lines becomes "…". There is at
// least one line.
func wrap(s string, columns, lines int) []string {
	s = plain(s, columns*lines+1)
	var out []string
	for {
		head, rest := breakLine(s, columns)
		if rest == "" {
			return append(out, head)
		}
		if len(out) == lines-1 {
			head, _ = cutAt(s, columns-1)
			return append(out, strings.TrimRight(head, " ")+"…")
		}
		out, s = append(out, head), rest
	}
}

func breakLine(s string, columns int) (head, rest string) {
	head, rest = cutAt(s, columns)
	if rest == "" {
		return head, ""
	}
	if blank := strings.LastIndexByte(s[:len(head)+1], ' '); blank > len(head)/2 {
		return s[:blank], s[blank+1:]
	}
	return head, rest
}

// cutAt cuts a text before the column that is one too many.
func cutAt(s string, columns int) (head, rest string) {
	for i, r := range s {
		if columns -= columnsOf(r); columns < 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}

func columns(s string) (n int) {
	for _, r := range s {
		n += columnsOf(r)
	}
	return n
}

// columnsOf is 2 for the wide characters of East Asia, 1 for others.
func columnsOf(r rune) int {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// padding is what a line needs at its end for Graphviz to take it for as long as
// it is. Graphviz knows the widths of ASCII; of other characters it takes each
// byte for a blank, which makes Chinese and Japanese a sixth too narrow.
func padding(line string) string {
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
	taken := paint.Width(ascii, 1, false) + blank*float64(len(line)-len(ascii))
	missing := paint.Width(line, 1, false) - taken
	return strings.Repeat(noBreak, max(0, int(math.Ceil(missing/blank/float64(len(noBreak))))))
}
