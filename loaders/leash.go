package loaders

import (
	"bytes"
	"io"
)

// leash keeps a parser from running far ahead of what it has parsed, as one
// does that looks for the end of a cell whose quote is never closed. At the
// limit the input seems to end, and broken tells.
type leash struct {
	r      io.Reader
	limit  int64 // bytes
	parsed int64 // set by the parser: the end of the last whole piece
	read   int64
	broken bool
}

func (l *leash) Read(p []byte) (int, error) {
	if l.read-l.parsed > l.limit {
		l.broken = true
		return 0, io.EOF
	}
	n, err := l.r.Read(p)
	l.read += int64(n)
	return n, err
}

// lines turns offsets into lines and columns for a parser that counts only
// bytes. It keeps only the line starts that the parser has not yet passed.
type lines struct {
	r      io.Reader
	read   int64
	starts []int64
	line   int // of the last offset asked for, from 0
	start  int64
}

func (l *lines) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	for i := 0; i < n; i++ {
		j := bytes.IndexByte(p[i:n], '\n')
		if j < 0 {
			break
		}
		i += j
		l.starts = append(l.starts, l.read+int64(i)+1)
	}
	l.read += int64(n)
	return n, err
}

// at is the line and column, from 1, of an offset on or after the line of the
// last one asked for.
func (l *lines) at(offset int64) (line, column int) {
	passed := 0
	for passed < len(l.starts) && l.starts[passed] <= offset {
		l.start = l.starts[passed]
		passed++
	}
	if passed > 0 {
		l.line += passed
		l.starts = append(l.starts[:0], l.starts[passed:]...)
	}
	return l.line + 1, int(max(0, offset-l.start)) + 1
}
