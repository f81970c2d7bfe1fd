package loaders

import (
	"bytes"
	"encoding/json"
	"io"

	"linestop/internal/control"
)

// jsonWriter puts JSON together and keeps the first error of the writer below.
type jsonWriter struct {
	w   io.Writer
	b   []byte // what flush has not yet written
	err error
}

func (j *jsonWriter) raw(text string) { j.b = append(j.b, text...) }

// key begins the next member of an object.
func (j *jsonWriter) key(name string) {
	if j.b[len(j.b)-1] != '{' {
		j.b = append(j.b, ',')
	}
	j.quote(name)
	j.b = append(j.b, ':')
}

// quote writes a text, with < and & as they are, and what steers a terminal spelled out.
func (j *jsonWriter) quote(text string) {
	if isSafe(text) {
		j.b = append(j.b, '"')
		j.b = append(j.b, text...)
		j.b = append(j.b, '"')
		return
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		panic(err) // a text can always be encoded
	}
	j.b = append(j.b, control.JSON(bytes.TrimSuffix(b.Bytes(), []byte{'\n'}))...)
}

// isSafe says whether a text stands in JSON as it is.
func isSafe(text string) bool {
	for i := range len(text) {
		if b := text[i]; b < ' ' || b > '~' || b == '"' || b == '\\' {
			return false
		}
	}
	return true
}

func (j *jsonWriter) flush() error {
	if j.err == nil {
		_, j.err = j.w.Write(j.b)
	}
	j.b = j.b[:0]
	return j.err
}
