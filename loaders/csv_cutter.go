package loaders

import (
	"bytes"
	"errors"
	"io"
	"slices"
)

// block is a piece of a text that ends where a record does.
type block struct {
	text   []byte
	lines  int  // before it
	broken bool // its only record is longer than it may be and cut off
}

// cutter cuts a text into blocks.
type cutter struct {
	r     io.Reader
	comma []byte
	size  int    // bytes to read at a time
	limit int    // bytes of a record
	lines int    // before rest
	rest  []byte // was read: it begins with a record, and too long a one if the text has ended
	err   error  // what ended the text; io.EOF if nothing is missing
}

// next fills b with the next block; false = there is none.
func (c *cutter) next(b *block) bool {
	b.text, b.lines, b.broken = append(b.text[:0], c.rest...), c.lines, false
	c.rest = c.rest[:0]
	if c.err != nil {
		b.broken = len(b.text) > 0
		return b.broken
	}
	for records := (scan{comma: c.comma}); ; {
		b.text, c.err = c.read(b.text)
		if c.err != nil && c.err != io.EOF {
			return false
		}
		end := records.end(b.text)
		switch tail := b.text[end:]; {
		case c.err == io.EOF && len(tail) <= c.limit:
			return len(b.text) > 0
		case end > 0:
			c.rest, b.text = append(c.rest, tail...), b.text[:end]
			c.lines += bytes.Count(b.text, []byte{'\n'})
			return true
		case len(tail) > c.limit:
			b.broken, c.err = true, io.EOF
			return true
		}
	}
}

// read appends to text.
func (c *cutter) read(text []byte) ([]byte, error) {
	text = slices.Grow(text, c.size)
	n, err := io.ReadFull(c.r, text[len(text):len(text)+c.size])
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	return text[:len(text)+n], err
}

// scan finds the ends of records in a text that grows.
type scan struct {
	comma  []byte
	at     int  // what is before was looked at: whole lines
	last   int  // where the last record ends in it
	inside bool // a record goes on at at, in a quoted cell
}

// end is where the last whole record ends. Blank lines belong to the record after
// them, so that too many of them are too long a one.
func (s *scan) end(text []byte) int {
	lines := text[s.at : bytes.LastIndexByte(text, '\n')+1]
	if !s.inside && !bytes.Contains(lines, quote) {
		s.record(lines)
		return s.last
	}
	for line := range bytes.Lines(lines) {
		if s.inside = (s.inside || bytes.Contains(line, quote)) && s.leavesOpen(line); s.inside {
			s.at += len(line)
		} else {
			s.record(line)
		}
	}
	return s.last
}

// record takes lines at whose end no record goes on.
func (s *scan) record(lines []byte) {
	if ink := bytes.TrimRight(lines, "\r\n"); len(ink) > 0 {
		s.last = s.at + len(ink) + bytes.IndexByte(lines[len(ink):], '\n') + 1
	}
	s.at += len(lines)
}

var quote = []byte{'"'}

// leavesOpen says whether a quoted cell goes on after a line. It goes by encoding/csv,
// for which a record with a quote out of place ends with the line.
func (s *scan) leavesOpen(line []byte) bool {
	for inside := s.inside; ; {
		if !inside {
			quoted, isQuoted := bytes.CutPrefix(line, quote)
			if !isQuoted {
				cell, rest, more := bytes.Cut(line, s.comma)
				if !more || bytes.Contains(cell, quote) {
					return false
				}
				line = rest
				continue
			}
			line = quoted
		}
		_, after, closed := bytes.Cut(line, quote)
		if !closed {
			return true
		}
		if line, inside = bytes.CutPrefix(after, quote); inside {
			continue
		}
		if line, closed = bytes.CutPrefix(after, s.comma); !closed {
			return false
		}
	}
}
