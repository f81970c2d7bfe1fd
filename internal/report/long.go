package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"linestop/internal/control"
)

// long is an answer with a list that may be as long as the network. Its JSON
// leaves the list out; it comes last, and each entry is made as it is written. Where an entry is
// nil, what has been written goes out: the next may take long.
type long interface {
	Answer
	list() (name string, entries iter.Seq[any])
}

// judged is a long answer of which some is known only when its list has ended, and comes after it.
type judged interface {
	long
	verdict() any
}

// ready is an entry of such a list that is JSON already, indented as it is to be. Millions of sets
// with few different ids in them are made so.
type ready []byte

// writeLong writes byte for byte what writeJSON would if the list were a field.
func writeLong(w io.Writer, a long) error {
	var piece bytes.Buffer
	if err := writeJSON(&piece, a.json()); err != nil {
		return err
	}
	name, entries := a.list()
	out := bufio.NewWriter(w) // keeps the first error
	fmt.Fprintf(out, "%s,\n  %q: [", fields(&piece), name)
	entry := newEncoder(&piece, "    ")
	between, end := "\n    ", "]"
	for e := range entries {
		text, is := e.(ready)
		switch {
		case e == nil:
			if err := out.Flush(); err != nil {
				return err
			}
			continue
		case !is:
			piece.Reset()
			if err := entry.Encode(e); err != nil {
				return err
			}
			text = bytes.TrimSuffix(piece.Bytes(), []byte("\n"))
		}
		out.WriteString(between)
		if _, err := out.Write(text); err != nil {
			return err
		}
		between, end = ",\n    ", "\n  ]"
	}
	out.WriteString(end)
	if a, ok := a.(judged); ok {
		piece.Reset()
		if err := writeJSON(&piece, a.verdict()); err != nil {
			return err
		}
		fmt.Fprintf(out, ",%s", bytes.TrimPrefix(fields(&piece), []byte("{")))
	}
	out.WriteString("\n}\n")
	return out.Flush()
}

// fields is an object, as it is written, but for its end.
func fields(object *bytes.Buffer) []byte { return bytes.TrimSuffix(object.Bytes(), []byte("\n}\n")) }

func newEncoder(w io.Writer, prefix string) *json.Encoder {
	e := json.NewEncoder(harmless{w})
	e.SetIndent(prefix, "  ")
	e.SetEscapeHTML(false) // a page that takes JSON in must escape it itself
	return e
}

// harmless keeps text from data from steering a terminal. An encoder writes a whole value at a time.
type harmless struct{ io.Writer }

func (h harmless) Write(value []byte) (int, error) {
	_, err := h.Writer.Write(control.JSON(value))
	return len(value), err
}
