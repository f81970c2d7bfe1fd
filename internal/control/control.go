// Package control knows the characters that leave no mark of their own but steer what shows a
// text: they move a cursor, change colours, turn the direction of writing.
package control

import (
	"bytes"
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Is says whether a character is of that kind, a line break among them.
func Is(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == '\u2028' || r == '\u2029'
}

const del = 0x7f // the last of ASCII

// JSON spells such characters out in a piece of valid JSON, where beyond ASCII they stand in texts
// alone: the same value, harmless on a terminal.
func JSON(text []byte) []byte {
	if plain(text) || !bytes.ContainsFunc(text, spelled) {
		return text
	}
	out := make([]byte, 0, len(text)+16)
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		switch {
		case !spelled(r):
			out = append(out, text[:size]...)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		text = text[size:]
	}
	return out
}

func spelled(r rune) bool { return r >= del && Is(r) }

// plain says whether a text is ASCII, as most are: that is seen many times faster.
func plain(text []byte) bool {
	for _, b := range text {
		if b >= del {
			return false
		}
	}
	return true
}
