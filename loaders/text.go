package loaders

import (
	"bufio"
	"bytes"
	"io"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"linestop/graph"
)

// chunk is how much is read at a time, and how far sniffing looks.
const chunk = 16 << 10

// text gives a file as UTF-8 without a byte order mark. UTF-16 is told by its
// mark or by the zeros between its first letters. In what is left, bytes that
// are not UTF-8 are read as Windows-1252, which contains Latin-1, with one
// warning for the file.
func (l *load) text(name string, r *bufio.Reader) (io.Reader, error) {
	start, _ := r.Peek(4)
	switch {
	case bytes.Equal(start, []byte{0xff, 0xfe, 0, 0}), bytes.Equal(start, []byte{0, 0, 0xfe, 0xff}):
		return nil, fail(file(name), "save it as UTF-8", "is UTF-32 text, which is not read")
	case bytes.HasPrefix(start, []byte{0xff, 0xfe}), isASCII16(start, 0):
		return transform.NewReader(r, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()), nil
	case bytes.HasPrefix(start, []byte{0xfe, 0xff}), isASCII16(start, 1):
		return transform.NewReader(r, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder()), nil
	}
	if bytes.HasPrefix(start, []byte("\ufeff")) {
		_, _ = r.Discard(3) // peeked: cannot fail
	}
	return transform.NewReader(r, &lenient{line: 1, met: func(line int) {
		l.warn(graph.Place{File: name, Line: line}, "encoding",
			"line is not UTF-8 and was read as Windows-1252; if names look wrong, save the file as UTF-8")
	}}), nil
}

// isASCII16 says whether four bytes are two ASCII letters in UTF-16: first says
// which byte of each pair holds the letter.
func isASCII16(b []byte, first int) bool {
	return len(b) == 4 && b[first] != 0 && b[first+2] != 0 && b[1-first] == 0 && b[3-first] == 0
}

// lenient passes UTF-8 on and reads every other byte as Windows-1252, so a file
// that turns to Latin-1 anywhere is read well on both sides.
type lenient struct {
	line int            // of the next byte; not kept up after met was called
	met  func(line int) // called at the first other byte; nil afterwards
}

func (t *lenient) Reset() {}

func (t *lenient) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	if n := wholeRunes(src[:min(len(src), len(dst))], atEOF && len(src) <= len(dst)); n > 0 && utf8.Valid(src[:n]) {
		t.pass(src[:n])
		nDst, nSrc = copy(dst, src[:n]), n
	}
	for nSrc < len(src) {
		if !atEOF && !utf8.FullRune(src[nSrc:]) {
			return nDst, nSrc, transform.ErrShortSrc
		}
		r, size := utf8.DecodeRune(src[nSrc:])
		if nDst+utf8.UTFMax > len(dst) {
			return nDst, nSrc, transform.ErrShortDst
		}
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(src[nSrc])
			if t.met != nil {
				t.met(t.line)
				t.met = nil
			}
		}
		t.pass(src[nSrc : nSrc+size])
		nDst += utf8.EncodeRune(dst[nDst:], r)
		nSrc += size
	}
	return nDst, nSrc, nil
}

func (t *lenient) pass(b []byte) {
	if t.met != nil {
		t.line += bytes.Count(b, []byte{'\n'})
	}
}

// wholeRunes is the length of b without a rune cut off at its end.
func wholeRunes(b []byte, atEOF bool) int {
	for back := 1; !atEOF && back <= min(len(b), utf8.UTFMax); back++ {
		if last := b[len(b)-back:]; utf8.RuneStart(last[0]) {
			if !utf8.FullRune(last) {
				return len(b) - back
			}
			break
		}
	}
	return len(b)
}
