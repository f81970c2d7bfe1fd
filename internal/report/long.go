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
// leaves the list out; it comes last, and each entry is made as it is written.
type long interface {
	Answer
	list() (name string, entries iter.Seq[any])
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
	fmt.Fprintf(out, "%s,\n  %q: [", bytes.TrimSuffix(piece.Bytes(), []byte("\n}\n")), name)
	entry := newEncoder(&piece, "    ")
	between, end := "\n    ", "]"
	for e := range entries {
		text, is := e.(ready)
		if !is {
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
	out.WriteString(end + "\n}\n")
	return out.Flush()
}

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
