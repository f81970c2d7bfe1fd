package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
	"unicode"

	"linestop/internal/draw/render"
	"linestop/internal/words"
)

// hostile are names that break out of XML, of a style or of a terminal line if
// anything lets them, or that have no end.
var hostile = []string{
	`</text><script>alert(1)</script>`, `" onload="alert(1)`, `style="font-family:Liberation Sans;`, `">`,
	"]]><!--", "&#x3c;b>&amp;", "\x1b[31mred\x1b]0;title\x07", "\u202egnp.exe", "line\nbreak\r\tand tab", "\x00\xff\ufffe",
	"%s%n{{.}}", strings.Repeat("長", 10_000), strings.Repeat("e\u0301", 5_000), "", " ", "ก 😀",
}

func hostileChart(name string) Chart {
	c := withTruth()
	c.Title, c.Notes, c.Noun = name, []string{name, name}, "product"
	c.Columns = []string{name, "x"}
	for i := range c.Marks {
		c.Marks[i].Label = name
	}
	for i := range c.Rows {
		c.Rows[i].Label, c.Rows[i].Cells = name, []string{name, name, "one too many"}
	}
	return c
}

func TestHostile(t *testing.T) {
	for _, name := range hostile {
		c := hostileChart(name)
		for kind, k := range kinds {
			svg := drawSVG(t, c, k)
			if err := render.CheckSVG(svg); err != nil {
				t.Errorf("%s of %.40q: %v", kind, name, err)
			}
			if len(svg) > 200_000 {
				t.Errorf("%s of %.40q: %d bytes", kind, name, len(svg))
			}
			checkText(t, c, k, TextOptions{})
		}
		if err := errors.Join(c.Write(t.Context(), io.Discard, Gantt, PNG, TextOptions{}), c.Write(t.Context(), io.Discard, Gantt, PDF, TextOptions{})); err != nil {
			t.Errorf("%.40q: %v", name, err)
		}
	}
}

// A text comes out of the SVG as it went in, whatever it looks like.
func TestTextStaysText(t *testing.T) {
	for _, name := range hostile[:6] {
		c := Chart{Horizon: 1, Title: name, Rows: []Row{{Label: name}}}
		found := 0
		for d := xml.NewDecoder(bytes.NewReader(drawSVG(t, c, Gantt))); ; {
			token, err := d.Token()
			if err != nil {
				break
			}
			if text, ok := token.(xml.CharData); ok && string(text) == name {
				found++
			}
		}
		if found != 3 { // the picture's title, the title above it, the row
			t.Errorf("%q stands %d times in the picture, want 3", name, found)
		}
	}
}

func checkText(t *testing.T, c Chart, k Kind, o TextOptions) {
	t.Helper()
	keepsTo(t, string(write(t, c, k, o)), o.Columns)
}

// keepsTo finds what a terminal would choke on, and lines that are too long for its columns,
// if their number is given.
func keepsTo(t *testing.T, text string, columns int) {
	t.Helper()
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if strings.ContainsFunc(line, unicode.IsControl) {
			t.Errorf("control character in %q", line)
		}
		if wide := words.Columns(line); wide > max(40, columns) && columns > 0 {
			t.Errorf("%d columns where %d are allowed: %s", wide, columns, line)
		}
	}
}

func TestTextKeepsToItsWidth(t *testing.T) {
	for columns := 1; columns < 200; columns += 7 {
		for _, c := range charts {
			for _, k := range kinds {
				checkText(t, c, k, TextOptions{Columns: columns})
			}
		}
		checkText(t, hostileChart(hostile[11]), Gantt, TextOptions{Columns: columns})
	}
}

// FuzzChart draws whatever days and levels come: a picture that is safe, or an error.
func FuzzChart(f *testing.F) {
	f.Add("name", 120.0, 24.0, 0.0, 46.0, 0.6, 10.0, true)
	f.Add("", 1e6, -5.0, 0.5, 1e9, 1.0, 1e6, false)
	f.Add(hostile[0], 1e-9, 0.0, math.NaN(), 1e-10, 0.0, 0.0, true)
	f.Fuzz(func(t *testing.T, name string, horizon, day1, level1, day2, level2, mark float64, dated bool) {
		c := Chart{Title: name, Horizon: horizon, Marks: []Mark{{mark, name}, {day1, name}}, Columns: []string{name}}
		if dated {
			c.Start = plants().Start
		}
		steps := []Step{{day1, level1}, {day2, level2}}
		c.Rows = []Row{{Label: name, Steps: steps, Actual: steps[1:]}, {Label: name, Steps: steps[:1]}}
		for _, k := range kinds {
			var svg, text bytes.Buffer
			err, err2 := c.Write(t.Context(), &svg, k, SVG, TextOptions{}), c.text(&text, k, TextOptions{})
			if (err == nil) != (err2 == nil) {
				t.Fatalf("SVG says %v, text %v", err, err2)
			}
			if err == nil {
				if err := render.CheckSVG(svg.Bytes()); err != nil {
					t.Errorf("%v in\n%s", err, svg.Bytes())
				}
				for _, bad := range []string{"NaN", "Inf"} {
					if strings.Contains(svg.String(), bad) && !strings.Contains(name, bad) {
						t.Errorf("%s in\n%s", bad, svg.Bytes())
					}
				}
			}
		}
	})
}
