package loaders

import (
	"encoding/json"
	"errors"
	"io"

	"linestop/graph"
)

// maxDepth is how deep JSON may nest in what is passed over or made a tree.
const maxDepth = 100

// jsonTokens takes JSON apart token by token and knows the place of each.
type jsonTokens struct {
	file  string
	dec   *json.Decoder
	lines *lines
	leash *leash
}

func newJSONTokens(name string, text io.Reader, limit int64) *jsonTokens {
	j := &jsonTokens{file: name, leash: &leash{r: text, limit: limit}}
	j.lines = &lines{r: j.leash}
	j.dec = json.NewDecoder(j.lines)
	j.dec.UseNumber()
	return j
}

// token is the next token, nil being a null. There must be one.
func (j *jsonTokens) token() (json.Token, error) {
	t, err := j.dec.Token()
	if err != nil {
		return nil, j.broken(err)
	}
	j.leash.parsed = j.dec.InputOffset()
	return t, nil
}

func (j *jsonTokens) broken(err error) error {
	at := j.at(0)
	syntax := new(json.SyntaxError)
	switch {
	case j.leash.broken:
		return fail(at, "", "what follows is a single value of more than %d bytes", j.leash.limit)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fail(at, "is the file complete?", "the JSON ends too early")
	case errors.As(err, &syntax):
		return fail(at, "", "what follows is not JSON: %w", err)
	}
	return unreadable(j.file, err)
}

// key is the next key of an object, and where it stands.
func (j *jsonTokens) key() (string, graph.Place, error) {
	t, err := j.token()
	if err != nil {
		return "", graph.Place{}, err
	}
	key := t.(string) // the decoder takes nothing else for a key
	return key, j.at(len(key) + len(`""`)), nil
}

// at is where the last token begins, if it is size bytes long.
func (j *jsonTokens) at(size int) graph.Place {
	line, column := j.lines.at(j.dec.InputOffset() - int64(size))
	return graph.Place{File: j.file, Line: line, Column: column}
}

// skip passes over the rest of the value that begins with t.
func (j *jsonTokens) skip(t json.Token) error {
	for depth := nesting(t); depth > 0; depth += nesting(t) {
		if depth > maxDepth {
			return j.tooDeep()
		}
		var err error
		if t, err = j.token(); err != nil {
			return err
		}
	}
	return nil
}

func (j *jsonTokens) tooDeep() error {
	return fail(j.at(0), "", "the JSON is nested more than %d deep", maxDepth)
}

func nesting(t json.Token) int {
	switch t {
	case json.Delim('{'), json.Delim('['):
		return 1
	case json.Delim('}'), json.Delim(']'):
		return -1
	}
	return 0
}
