package loaders

import (
	"bytes"
	"encoding/csv"
	"strings"
	"sync"
	"unicode/utf8"
)

const delimiters = ",;\t|"

// delimiter tells what separates the cells of a header line: what spreadsheets
// announce as "sep=;", else what makes most names of it that we know, else what
// makes most cells.
func delimiter(line []byte) rune {
	if rest, ok := bytes.CutPrefix(line, []byte("sep=")); ok && len(rest) > 0 {
		r, _ := utf8.DecodeRune(rest)
		return r
	}
	best, mostKnown, mostCells := ',', 0, 0
	for _, d := range delimiters {
		r := csv.NewReader(bytes.NewReader(line))
		r.Comma, r.LazyQuotes = d, true
		cells, _ := r.Read() // what is wrong with it is said when it is read
		known := 0
		for _, cell := range cells {
			if knownNames()[normal(cell)] {
				known++
			}
		}
		if known > mostKnown || known == mostKnown && len(cells) > mostCells {
			best, mostKnown, mostCells = d, known, len(cells)
		}
	}
	return best
}

// knownNames are the names that can stand for one of our columns.
var knownNames = sync.OnceValue(func() map[string]bool {
	known := map[string]bool{}
	supplyTable.nameAll(known)
	nodeTable.nameAll(known)
	return known
})

func (t *table[T]) nameAll(known map[string]bool) {
	for _, c := range t.columns {
		for name := range strings.FieldsSeq(c.name + " " + c.same + " " + c.guess) {
			known[name] = true
		}
	}
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
