package loaders

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// The library says of an error at most the line, and says it in text: "yaml: line
// 3: did not find expected key".
var (
	yamlError = regexp.MustCompile(`^(?:yaml: )?(?:line (\d+): )?(.*)`)
	yamlAlias = regexp.MustCompile(`^unknown anchor '(.*)' referenced`)
)

// yamlParser are errors of the library's parser, which counts lines from 0; those
// of its scanner count from 1.
var yamlParser = regexp.MustCompile(`^did not find expected (<|node content|key|'-' indicator|',' or)`)

// placeYAML takes an error of the library apart into its place, which has no
// column where the library knows none, and the rest.
func placeYAML(err error, text []byte) (at *yaml.Node, message string) {
	found := yamlError.FindStringSubmatch(err.Error())
	line, _ := strconv.Atoi(found[1]) // absent where its count is 0: on the first line
	message = found[2]
	if alias := yamlAlias.FindStringSubmatch(message); alias != nil {
		return locate(text, bytes.Index(text, []byte("*"+alias[1]))), message
	}
	if strings.HasPrefix(message, "control characters") {
		return locate(text, bytes.IndexFunc(text, isControl)), message
	}
	if yamlParser.MatchString(message) {
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
