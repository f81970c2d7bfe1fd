package loaders

import (
	"bufio"
	"bytes"
	"io"

	"linestop/graph/compiled"
)

const zipMagic = "PK\x03\x04"

// foreign are formats in which people keep supply data and that are not read,
// with what to do.
var foreign = []struct{ magic, name, hint string }{
	{compiled.Magic, "a compiled network", "name the file itself"},
	{"PK\x05\x06", "an empty zip archive", ""},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook", "save the sheet as CSV in UTF-8"},
	{"\x1f\x8b", "compressed with gzip", "unpack it first, or: gunzip -c FILE | linestop VERB --data -"},
	{"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it and give the folder"},
	{"Rar!", "a RAR archive", "unpack it and give the folder"},
	{"%PDF-", "a PDF", "get the table behind it as CSV"},
	{"SQLite format 3\x00", "an SQLite database", "export the table as CSV"},
	{"<", "XML or a web page", "write it as CSV or node-link JSON; of XML only fault trees are read: <opsa-mef>"},
	{"digraph", "a DOT drawing", "write its edges as CSV"},
}

// open gives a file as UTF-8, having refused what is not text. The reader
// returned holds a chunk.
func (l *load) open(name string, r io.Reader) (*bufio.Reader, error) {
	raw := bufio.NewReaderSize(source{l, r}, chunk)
	start, err := raw.Peek(64)
	if err != nil && err != io.EOF {
		return nil, unreadable(name, err)
	}
	if bytes.HasPrefix(start, []byte(zipMagic)) {
		return nil, fail(file(name), "", "is a zip archive within a data set")
	}
	for _, f := range foreign {
		if bytes.HasPrefix(start, []byte(f.magic)) && !isFaultTree(raw) {
			return nil, fail(file(name), f.hint, "is %s, which is not read", f.name)
		}
	}
	text, err := l.text(name, raw)
	if err != nil {
		return nil, err
	}
	return bufio.NewReaderSize(text, chunk), nil
}

// isJSON says whether text begins as JSON does.
func isJSON(text *bufio.Reader) bool {
	start, _ := text.Peek(chunk) // an error comes again when it is read
	start = bytes.TrimLeft(start, " \t\r\n")
	return len(start) > 0 && (start[0] == '{' || start[0] == '[')
}
