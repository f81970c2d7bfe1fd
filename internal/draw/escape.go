package draw

import (
	"strings"

	"linestop/internal/words"
)

// escape makes a text stand for itself in a quoted DOT string: as a label, as
// part of a record's label or as a tooltip. Graphviz reads entities in all of
// them, and does so after it has taken quotes and records apart; a backslash it
// has to see doubled. It is the only way by which a text of the data gets into
// DOT.
func escape(s string) string { return dotEscapes.Replace(words.Plain(s, maxText)) }

var dotEscapes = strings.NewReplacer(
	`\`, `\\`, `&`, "&#38;", `"`, "&#34;", `<`, "&#60;", `>`, "&#62;",
	`{`, "&#123;", `|`, "&#124;", `}`, "&#125;",
)

// label is a text of several lines, set flush left.
func label(lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(escape(line) + padding(line) + `\l`)
	}
	return b.String()
}

// tooltip is a text of several lines to show when pointed at. Graphviz takes
// backslashes out of it twice.
func tooltip(lines []string) string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = strings.ReplaceAll(escape(line), `\`, `\\`)
	}
	return strings.Join(out, "&#10;")
}

// link is a web address as an attribute, or nothing.
func link(address string) string {
	return strings.ReplaceAll(escapeLong(webAddress(address)), `\`, "%5C")
}

// escapeLong escapes what has a bound of its own.
func escapeLong(s string) string { return dotEscapes.Replace(words.Plain(s, maxAddress)) }
