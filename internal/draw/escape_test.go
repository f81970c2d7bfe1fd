package draw

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"linestop/graph"
	"linestop/graph/cut"
	"linestop/internal/draw/paint"
	"linestop/internal/draw/render"
	"linestop/internal/words"
)

// hostile holds names that mean something to DOT, records, SVG or a terminal.
var hostile = []string{
	`plain`, ``, ` `,
	`"`, `\`, `\\`, `\"`, `a\nb`, `\N \G \E \T \H \L`, `ends with \`,
	`"]; x [label="y"]; //`, `"];x[URL="javascript:alert(1)`, `} digraph y {`, `/* */ # // <!-- -->`,
	`</b></td></tr></table>>];x[label=<`, `<br/><img src="x"/>`, `<!--`, `-->`, `<![CDATA[x`, `&#60;b&#62;`, `&lt;/b&gt;`,
	`<b>bold</b>`, `<<TABLE><TR><TD>x</TD></TR></TABLE>>`, `</text></svg><script>alert(1)</script>`, `]]>`, `<?xml?>`,
	`{a|b|<p0> c}`, `|`, `{}`, `<p0>`, `p0`, `n0`, `cluster_0`, `node`, `graph [bgcolor=red]`,
	`&amp; &lt; &#60; &#x3c; &nbsp; &`, `&bogus;`, `100 % of 5 %s %d`,
	`=cmd|' /C calc'!A0`, `@import url(http://x)`, `ü € 日本 😀 e` + "\u0301",
	`ソニー半導体ソリューションズ`, `宁德时代新能源科技`, `Großröhrsdorf Zulieferer`, `한국타이어`, `Щёлково`,
	"line\nbreak\ttab\r\nend", "bell\a escape\x1b[31mred\x1b[0m", "null\x00byte", "c1 \u0085 \u009b31m",
	"right\u202eto left\u202c", "\u2066isolate\u2069", "not a character \ufffe \uffff", "broken \xff\xc3( utf-8", "\ufeffmark",
	strings.Repeat("long ", 1<<15), strings.Repeat("長", 1000), strings.Repeat("W", 1000),
}

// hostileView draws a cut of a network in which every text is s.
func hostileView(t testing.TB, s string) View {
	t.Helper()
	net := hostileNetwork(s)
	i, _ := net.Lookup(s + "1")
	return choose(t, net, run(t, net, cut.Set{Nodes: []graph.NodeID{i}}), Options{Remark: func(graph.NodeID) string { return s }})
}

// hostilePoints draws the single points of failure of its product, and of another node.
func hostilePoints(t testing.TB, s string) []View {
	t.Helper()
	net := hostileNetwork(s)
	other, _ := net.Lookup(s + "1")
	one, two := net.Products(), append([]graph.NodeID{other}, net.Products()...)
	return []View{
		choose(t, net, nil, Options{Points: points(t, net, one)}),
		choose(t, net, nil, Options{Points: points(t, net, two)}),
	}
}

func hostileNetwork(s string) *graph.Network {
	b := graph.NewBuilder(graph.Info{Title: s, Name: s})
	b.AddNode(graph.Node{ID: s + "family", Name: s})
	b.AddNode(graph.Node{ID: s + "1", Name: s, Kind: s, Country: s, Parent: s + "family", Note: s, Evidence: `https://example.com/?a="]&b=\N<x>`})
	b.AddNode(graph.Node{ID: s + "2", Name: s, Kind: s, Country: s, Parent: s + "family", Note: s, Evidence: s})
	b.AddNode(graph.Node{ID: s + "3", Name: s, Product: graph.Yes})
	b.AddSource(graph.Source{Supplier: s + "1", Customer: s + "3", Need: s, Note: s, Evidence: s})
	b.AddSource(graph.Source{Supplier: s + "2", Customer: s + "3", Need: s, Note: s, Confidence: graph.Assumed})
	b.AddSource(graph.Source{Supplier: s + "2", Customer: s + "3", Need: s + "!", Note: s, Level: "optional"})
	return b.Build()
}

// FuzzEscape: whatever the names, the text has the statements it has for a
// harmless name, and their values read back as the names.
func FuzzEscape(f *testing.F) {
	for _, name := range hostile {
		f.Add(name)
	}
	views := func(t testing.TB, name string) []View {
		return append([]View{hostileView(t, name)}, hostilePoints(t, name)...)
	}
	harmless := views(f, "plain")
	f.Fuzz(func(t *testing.T, name string) {
		v := hostileView(t, name)
		for n, v := range views(t, name) {
			dot := v.DOT()
			if !utf8.Valid(dot) || len(dot) > 1<<15 {
				t.Errorf("%d bytes of DOT, in UTF-8 %v", len(dot), utf8.Valid(dot))
			}
			if words.Plain(name, 1) == "" {
				return // with less to say there are fewer statements
			}
			if got := skeleton(dot); got != skeleton(harmless[n].DOT()) {
				t.Errorf("other statements:\n%s", got)
			}
		}
		lines := nodeLines(v.Nodes[0])
		var texts []string
		for _, l := range lines {
			texts = append(texts, l.text)
		}
		if got := readMarkup(t, flushLeft(lines)); !slices.Equal(got, texts) {
			t.Errorf("lines %q read back as %q", texts, got)
		}
	})
}

var values = regexp.MustCompile(`=(?:"(?:[^"\\]|\\.)*"|<(?:[^<>]|<[^<>]*>)*>)`)

// skeleton is DOT text without the values of attributes.
func skeleton(dot []byte) string { return values.ReplaceAllString(string(dot), "=") }

// readMarkup reads lines as Graphviz does, save the padding.
func readMarkup(t testing.TB, markup string) (lines []string) {
	t.Helper()
	text := ""
	for d := xml.NewDecoder(strings.NewReader("<a>" + markup + "</a>")); ; {
		token, err := d.Token()
		switch token := token.(type) {
		case xml.CharData:
			text += string(token)
		case xml.EndElement:
			if token.Name.Local == "br" {
				lines, text = append(lines, strings.TrimRight(strings.ReplaceAll(text, `\\`, `\`), "\u00a0")), ""
			}
		}
		if errors.Is(err, io.EOF) {
			return lines
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// FuzzDOT: what we write, Graphviz draws as the same names, in labels and
// tooltips. Each call is some child processes.
func FuzzDOT(f *testing.F) {
	for _, name := range hostile {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		svg, err := hostileView(t, name).picture(t.Context(), SVG, WriteOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if err := render.CheckSVG(svg); err != nil {
			t.Error(err)
		}
		if words.Plain(name, 1) == "" {
			return
		}
		texts, tooltips := readSVG(t, svg)
		for _, line := range slices.Concat(words.Wrap(name, nameColumns, 3), words.Wrap(name, needColumns, 2), words.Wrap(name, frameColumns, 2)) {
			if !slices.Contains(texts, line) && !slices.Contains(texts, "× "+line) {
				t.Errorf("no line %q in %q", line, texts)
			}
		}
		note := "\n" + words.Plain(name, maxText)
		if !slices.ContainsFunc(tooltips, func(tip string) bool { return strings.HasSuffix(tip, note) }) {
			t.Errorf("no %q in the tooltips %q", note, tooltips)
		}
	})
}

// TestPainted: the layout that becomes PNG and PDF has the same names, too.
func TestPainted(t *testing.T) {
	for _, name := range hostile {
		layout, err := render.Render(t.Context(), forPaint(hostileView(t, name).DOT()), render.Layout, render.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var l struct {
			Objects []struct {
				Label []struct{ Text string } `json:"_ldraw_"`
			}
		}
		if err := json.Unmarshal(layout, &l); err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, o := range l.Objects {
			for _, op := range o.Label {
				text := strings.ReplaceAll(op.Text, paint.Backslash, `\`)
				texts = append(texts, strings.TrimRight(text, "\u00a0"))
			}
		}
		for _, line := range words.Wrap(name, nameColumns, 3) {
			if line != "" && !slices.Contains(texts, line) {
				t.Errorf("no line %q in %q", line, texts)
			}
		}
	}
}

// readSVG lists the texts and the tooltips of a picture.
func readSVG(t testing.TB, svg []byte) (texts, tooltips []string) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	text := ""
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return texts, tooltips
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			text = ""
			for _, a := range token.Attr {
				if a.Name.Local == "title" {
					tooltips = append(tooltips, a.Value)
				}
			}
		case xml.CharData:
			text += string(token)
		case xml.EndElement:
			if token.Name.Local == "text" {
				texts = append(texts, strings.TrimRight(text, "\u00a0"))
			}
		}
	}
}

// TestLinks: nothing but web addresses gets into a picture.
func TestLinks(t *testing.T) {
	for _, tt := range []struct{ evidence, want string }{
		{"https://example.com/a?b=1&c=2#d", "https://example.com/a?b=1&c=2#d"},
		{"see http://example.com, and https://two.example", "http://example.com"},
		{"javascript:alert(1)", ""},
		{"JavaScript://example.com/%0aalert(1)", ""},
		{"data:text/html,x", ""},
		{"file:///etc/passwd", ""},
		{"//example.com/x", ""},
		{"https://", ""},
		{`https://example.com/"onclick="x`, "https://example.com/%22onclick=%22x"},
		{`https://example.com/\N`, `https://example.com/%5CN`},
		{"https://example.com/" + strings.Repeat("a", maxAddress), ""},
		{"", ""},
	} {
		if got := firstLink(tt.evidence); got != tt.want {
			t.Errorf("link of %.60q is %q, want %q", tt.evidence, got, tt.want)
		}
	}
}
