// Package words fits texts of the data into the lines of a picture. It measures
// in columns, of which a wide character of East Asia takes two.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// Plain makes one line of a text: blanks are single, characters that steer a
// terminal or turn the direction of writing show as �, and what is beyond the
// limit as "…".
func Plain(s string, limit int) string {
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

// Shorten makes one line of at most so many columns.
func Shorten(s string, columns int) string { return Wrap(s, columns, 1)[0] }

// Wrap breaks a text into lines of at most so many columns, at blanks where
// there are any. What is beyond the number of lines becomes "…". There is at
// least one line.
func Wrap(s string, columns, lines int) []string {
	s = Plain(s, columns*lines+1)
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

// Columns is how many columns a line takes.
func Columns(s string) (n int) {
	for _, r := range s {
		n += columnsOf(r)
	}
	return n
}

// columnsOf is 2 for the wide characters of East Asia, 0 for what stands upon or
// between others, 1 for the rest.
func columnsOf(r rune) int {
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
