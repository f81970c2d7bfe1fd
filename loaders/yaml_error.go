package loaders

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// parserErrors are how errors of the YAML library's parser begin. It counts lines
// from 0; the scanner counts them from 1.
var parserErrors = []string{
	"did not find expected <", "did not find expected node content", "did not find expected key",
	"did not find expected '-' indicator", "did not find expected ',' or",
}

// placeYAML takes an error of the library apart into its place and the rest. The
// library says the line at most, and says it in the text: "yaml: line 3: did not
// find expected key". It leaves out a line that it counts as 0.
func placeYAML(err error, text []byte) (at *yaml.Node, message string) {
	message, line := strings.TrimPrefix(err.Error(), "yaml: "), 0
	if rest, ok := strings.CutPrefix(message, "line "); ok {
		number, after, _ := strings.Cut(rest, ": ")
		line, _ = strconv.Atoi(number)
		message = after
	}
	begins := func(words string) bool { return strings.HasPrefix(message, words) }
	switch {
	case begins("control characters"):
		return locate(text, bytes.IndexFunc(text, isControl)), message
	case begins("unknown anchor '"):
		name := strings.Split(message, "'")[1]
		return locate(text, bytes.Index(text, []byte("*"+name))), message
	case slices.ContainsFunc(parserErrors, begins):
		line++
	}
	return &yaml.Node{Line: max(line, 1)}, message
}

// isControl says which characters YAML does not take (YAML 1.2, production 1).
func isControl(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r >= 0x7f && r < 0xa0 && r != 0x85 || r == 0xfffe || r == 0xffff
}

// locate is the line and column of an offset; an offset below 0 has none.
func locate(text []byte, offset int) *yaml.Node {
	if offset < 0 {
		return &yaml.Node{}
	}
	before := text[:offset]
	return &yaml.Node{Line: bytes.Count(before, []byte{'\n'}) + 1, Column: offset - bytes.LastIndexByte(before, '\n')}
}
