package report

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// Table is the form of an answer that fits a spreadsheet.
type Table struct {
	Header []string
	Rows   [][]string
	Long   iter.Seq[[]string] // in place of Rows: made as they are written; after nil the next may take long
}

func (t Table) rows() iter.Seq[[]string] {
	if t.Long != nil {
		return t.Long
	}
	return slices.Values(t.Rows)
}

func (t Table) csv(w io.Writer) error {
	out := csv.NewWriter(w)
	if err := out.Write(t.Header); err != nil {
		return err
	}
	for row := range t.rows() {
		if row == nil {
			out.Flush()
			continue
		}
		safe := make([]string, len(row))
		for i, cell := range row {
			safe[i] = inert(clean(cell))
		}
		if err := out.Write(safe); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// inert keeps a spreadsheet from taking text for a formula (OWASP, CSV
// injection): a quote goes before what begins like one, unless it is a number.
func inert(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return cell
	}
	if _, err := strconv.ParseFloat(cell, 64); err == nil {
		return cell
	}
	return "'" + cell
}

func (t Table) markdown(w io.Writer) error {
	out := bufio.NewWriter(w)
	line := func(cells []string) error {
		_, err := fmt.Fprintf(out, "| %s |\n", strings.Join(cells, " | "))
		return err
	}
	rule := make([]string, len(t.Header))
	for i := range rule {
		rule[i] = "---"
	}
	if err := cmp.Or(line(t.Header), line(rule)); err != nil {
		return err
	}
	for row := range t.rows() {
		if row == nil {
			if err := out.Flush(); err != nil {
				return err
			}
			continue
		}
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = markdownText(cell)
		}
		if err := line(cells); err != nil {
			return err
		}
	}
	return out.Flush()
}

var markdownEscapes = strings.NewReplacer(`\`, `\\`, "|", `\|`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;", "#", `\#`, "~", `\~`)

// markdownText keeps text from being read as markup.
func markdownText(s string) string { return markdownEscapes.Replace(clean(s)) }
