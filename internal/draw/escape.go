package draw

import (
	"fmt"
	"strings"

	"linestop/internal/words"
)

// escape makes a text stand for itself in DOT: in a quoted string, such as a
// tooltip, and in markup. Graphviz reads entities in both, and does so after it has
// taken quotes and tags apart; a backslash it has to see doubled. It is the only
// way by which a text of the data gets into DOT.
func escape(s string) string { return dotEscapes.Replace(words.Plain(s, maxText)) }

var dotEscapes = strings.NewReplacer(
	`\`, `\\`, `&`, "&#38;", `"`, "&#34;", `<`, "&#60;", `>`, "&#62;",
	`{`, "&#123;", `}`, "&#125;", // for whoever counts braces
)

// flushLeft sets lines below each other as markup, which Graphviz takes for a
// label between angle brackets.
func flushLeft(lines []span) string {
	var b strings.Builder
	for _, l := range lines {
		text := escape(l.text) + padding(l.text, l.bold)
		if l.bold {
			text = "<b>" + text + "</b>"
		}
		if l.size != detailSize { // which is that of all text that says nothing else
			text = fmt.Sprintf(`<font point-size="%g">%s</font>`, l.size, text)
		}
		b.WriteString(text + `<br align="left"/>`)
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
