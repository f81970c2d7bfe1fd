// Package report writes answers: as text for a terminal, as JSON for programs,
// as CSV and Markdown for tables. It computes nothing but counts.
package report

import (
	"fmt"
	"io"
	"slices"
	"strings"
)

// Answer is what a question's answer can be written as.
type Answer interface {
	text(*page)
	json() any
	table() Table
}

// paged is an answer whose Markdown is a page of its own, not just its table.
type paged interface{ markdown(*page) }

// Format is how an answer is written.
type Format string

const (
	Text     Format = "text"
	JSON     Format = "json"
	CSV      Format = "csv"
	Markdown Format = "markdown"
)

// Formats lists the formats and the file extensions that stand for them.
var Formats = []struct {
	Format     Format
	Extensions []string
}{
	{Text, []string{".txt"}},
	{JSON, []string{".json"}},
	{CSV, []string{".csv"}},
	{Markdown, []string{".md"}},
}

// ParseFormat reads a format by its name, md standing for markdown.
func ParseFormat(name string) (Format, error) {
	var known []string
	for _, f := range Formats {
		if name == string(f.Format) || slices.Contains(f.Extensions, "."+name) {
			return f.Format, nil
		}
		known = append(known, string(f.Format))
	}
	return "", fmt.Errorf("format %q is none of %s", name, strings.Join(known, ", "))
}

// Write writes an answer. Colour is used in text only.
func Write(w io.Writer, a Answer, f Format, colour bool) error {
	switch f {
	case JSON:
		if a, ok := a.(long); ok {
			return writeLong(w, a)
		}
		return writeJSON(w, a.json())
	case CSV:
		return a.table().csv(w)
	case Markdown:
		paged, ok := a.(paged)
		if !ok {
			return a.table().markdown(w)
		}
		return writePage(&page{to: w}, paged.markdown)
	}
	return writePage(&page{to: w, colour: colour}, a.text)
}

func writePage(p *page, fill func(*page)) error {
	fill(p)
	p.out()
	return p.err
}

func writeJSON(w io.Writer, v any) error { return newEncoder(w, "").Encode(v) }
