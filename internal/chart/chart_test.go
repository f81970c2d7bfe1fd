package chart

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"linestop/internal/golden"
)

// plants is what happens to five plants after a cut on day 0:
//
//	Celaya      ------.....====----   stops, comes back in part, then whole
//	Marysville  -----====----------   runs at half
//	鈴鹿         --------==.........   stops and is not back
//	Wolfsburg   -------------------   goes on
//	Großröhrs.  ...===..===--------   stops twice, and runs low between
func plants() Chart {
	return Chart{
		Title:   "Dongguan ships nothing: stops and restarts",
		Notes:   []string{"data: demo, 12 nodes, 20 supplies; scenario: export-ban", "reading: timeline"},
		Start:   time.Date(2025, 10, 4, 0, 0, 0, 0, time.UTC),
		Horizon: 120,
		Marks:   []Mark{{0, "cut begins"}, {26, "wafers stop too"}, {46, "cut ends"}, {130, "too late to be seen"}},
		Noun:    "product",
		Columns: []string{"stop", "restart", "days lost"},
		Rows: []Row{
			{Label: "Celaya", Steps: []Step{{24, 0}, {46, 0.6}, {60, 1}}, Cells: []string{"2025-10-28", "2025-12-03", "27.6"}},
			{Label: "Marysville", Steps: []Step{{23, 0.5}, {48, 1}}, Cells: []string{"", "2025-11-21", "12.5"}},
			{Label: "本田技研工業 鈴鹿製作所", Steps: []Step{{30, 0.9}, {35, 0}}, Cells: []string{"2025-11-08", "", "85.5"}},
			{Label: "Wolfsburg", Cells: []string{"", "", "0"}},
			{Label: "Großröhrsdorf", Steps: []Step{{0, 0}, {5, 0.63}, {9, 0}, {20, 0.1}, {40, 1}}, Cells: []string{"2025-10-04", "2025-11-13", "35.5"}},
		},
	}
}

// withTruth adds what happened: known to the end, to a day, or not at all.
func withTruth() Chart {
	c := plants()
	c.Rows[0].Actual = []Step{{25, 0}, {45, 1}}
	c.Rows[1].Actual = []Step{{20, 0.8}, {50, math.NaN()}}
	c.Rows[2].Actual = []Step{{32, Less}, {80, 1}}
	c.Rows[3].Actual = []Step{{45, math.NaN()}}
	return c
}

// numbered has no dates, no cells and no marks.
func numbered() Chart {
	c := plants()
	c.Start, c.Columns, c.Marks = time.Time{}, nil, nil
	return c
}

// many has 100 rows, of which every fifth loses nothing, ten are alike, and the
// others lose the more, the later they come.
func many() Chart {
	c := plants()
	c.Rows = nil
	for n := range 100 {
		row := Row{Label: fmt.Sprintf("plant %d", n), Cells: []string{"", "", ""}}
		switch {
		case n%5 == 0:
		case n < 13:
			row.Steps = []Step{{60, 0}}
		default:
			row.Steps = []Step{{10, 1 - float64(n)/100}, {60, 1}}
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

var charts = map[string]Chart{
	"plants": plants(), "truth": withTruth(), "numbered": numbered(), "many": many(), "empty": {Title: "Nothing", Horizon: 10},
}

var kinds = map[string]Kind{"gantt": Gantt, "output": Output}

// TestGolden compares whole pictures; UPDATE=1 renews them.
func TestGolden(t *testing.T) {
	for name, c := range charts {
		for kind, k := range kinds {
			if name != "many" { // large, and the text tells as much
				golden.Check(t, name+"-"+kind+".svg", drawSVG(t, c, k))
			}
			golden.Check(t, name+"-"+kind+".txt", write(t, c, k, TextOptions{}))
		}
	}
}

func drawSVG(t *testing.T, c Chart, k Kind) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := c.Write(t.Context(), &b, k, SVG, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func write(t *testing.T, c Chart, k Kind, o TextOptions) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := c.text(&b, k, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSameBytes(t *testing.T) {
	for _, f := range Formats() {
		var first, second bytes.Buffer
		for _, b := range []*bytes.Buffer{&first, &second} {
			if err := withTruth().Write(t.Context(), b, Gantt, f, TextOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s: two runs differ", f)
		}
	}
}

func TestCheck(t *testing.T) {
	for _, tt := range []struct {
		change func(*Chart)
		want   string
	}{
		{func(c *Chart) { c.Horizon = 0 }, "chart: horizon 0 is not above 0 and up to 1e+06 days"},
		{func(c *Chart) { c.Horizon = math.NaN() }, "chart: horizon NaN is not above 0 and up to 1e+06 days"},
		{func(c *Chart) { c.Horizon = math.Inf(1) }, "chart: horizon +Inf is not above 0 and up to 1e+06 days"},
		{func(c *Chart) { c.Rows[1].Steps = []Step{{3, 0}, {3, 1}} }, `chart: step 2 of row "Marysville" is out of order or range: day 3, level 1`},
		{func(c *Chart) { c.Rows[1].Steps = []Step{{math.NaN(), 0}} }, `chart: step 1 of row "Marysville" is out of order or range: day NaN, level 0`},
		{func(c *Chart) { c.Rows[0].Steps = []Step{{3, -0.5}} }, `chart: step 1 of row "Celaya" is out of order or range: day 3, level -0.5`},
		{func(c *Chart) { c.Rows[0].Actual = []Step{{3, 1.5}} }, `chart: step 1 of row "Celaya" is out of order or range: day 3, level 1.5`},
	} {
		c := plants()
		tt.change(&c)
		var b bytes.Buffer
		for _, f := range Formats() {
			if err := c.Write(t.Context(), &b, Gantt, f, TextOptions{}); err == nil || err.Error() != tt.want {
				t.Errorf("%s: got %v, want %s", f, err, tt.want)
			}
		}
		if b.Len() > 0 {
			t.Errorf("wrote %q all the same", strings.TrimSpace(b.String()))
		}
	}
}

func TestParse(t *testing.T) {
	for name, want := range map[string]Format{"svg": SVG, "PNG": PNG, "txt": Text, "text": Text} {
		if f, err := ParseFormat(name); f != want || err != nil {
			t.Errorf("format %q: got %q, %v", name, f, err)
		}
	}
	if _, err := ParseFormat("dot"); err == nil || err.Error() != `chart format "dot" is none of text, svg, png, pdf` {
		t.Errorf("format dot: got %v", err)
	}
	for name, want := range kinds {
		if k, err := ParseKind(name); k != want || err != nil {
			t.Errorf("kind %q: got %v, %v", name, k, err)
		}
	}
	if _, err := ParseKind("pie"); err == nil || err.Error() != `chart "pie" is neither gantt nor output` {
		t.Errorf("kind pie: got %v", err)
	}
}
