package loaders

import (
	"bytes"
	"unicode/utf8"
)

const delimiters = ",;\t|"

// delimiter tells what separates the cells of a header line: what spreadsheets
// announce as "sep=;", else the delimiter that it has most of outside quotes.
func delimiter(line []byte) rune {
	if rest, ok := bytes.CutPrefix(line, []byte("sep=")); ok && len(rest) > 0 {
		r, _ := utf8.DecodeRune(rest)
		return r
	}
	count := map[rune]int{}
	quoted := false
	for _, r := range string(line) {
		if r == '"' {
			quoted = !quoted
		} else if !quoted {
			count[r]++
		}
	}
	best := ','
	for _, d := range delimiters {
		if count[d] > count[best] {
			best = d
		}
	}
	return best
}

// firstLine is text up to the first line break that is not in quotes, or all
// of it. Blank lines before it are passed over.
func firstLine(text []byte) []byte {
	text = bytes.TrimLeft(text, "\r\n")
	quoted := false
	for i, b := range text {
		switch {
		case b == '"':
			quoted = !quoted
		case !quoted && (b == '\n' || b == '\r'):
			return text[:i]
		}
	}
	return text
}

// canDelimit says whether encoding/csv takes r as a delimiter.
func canDelimit(r rune) bool {
	return r != '"' && r != '\r' && r != '\n' && r != utf8.RuneError && utf8.ValidRune(r)
}
