package chart

import (
	"bytes"
	"fmt"
	"image/color"
	"image/png"
	"math"
	"strings"
	"testing"

	"linestop/internal/draw/render"
	"linestop/internal/golden"
	"linestop/internal/palette"
)

// fabs ranks four fabs, and the countries they stand in.
func fabs() Ranking {
	return Ranking{
		Title: "Whose loss breaks most products",
		Notes: []string{"data: demo, 12 nodes, 20 supplies", "each node lost alone; reading: structure"},
		Panels: []Panel{{
			Notes: []string{"the first 4 of 9"}, Solid: "in any case", Hatched: "perhaps", Columns: []string{"country", "products broken"},
			Bars: []Bar{
				{Label: "Hamburg", Sure: 1200, To: 1500, Cells: []string{"DE", "1,500 of 2,000"}},
				{Label: "ソニー半導体ソリューションズ 長崎", Sure: 0, To: 400, Cells: []string{"JP", "400 of 2,000"}},
				{Label: "Großröhrsdorf Zulieferer mit sehr langem Namen", Sure: 3, To: 3, Cells: []string{"DE", "3 of 2,000"}},
				{Label: "Nobody", Cells: []string{"", "0 of 2,000"}},
			},
		}, {
			Title: "In which countries that is", Notes: []string{"Herfindahl index between 0.2 and 0.4"}, Percent: true, Share: true, Columns: []string{"share", "together"},
			Bars: []Bar{
				{Label: "DE", Sure: 0.79, To: 0.79, Cells: []string{"79 %", "79 %"}},
				{Label: "JP", From: 0.79, Sure: 0.8, To: 0.8, Cells: []string{"1 %", "80 %"}},
				{Label: "no country", From: 0.8, Sure: 0.8, To: 1, Cells: []string{"20 %", "100 %"}},
			},
		}},
	}
}

func written(t *testing.T, r Ranking, f Format, o TextOptions) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := r.Write(t.Context(), &b, f, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRankingGolden(t *testing.T) {
	for name, r := range map[string]Ranking{"fabs": fabs(), "nothing": {Title: "Nothing"}} {
		golden.Check(t, name+"-ranking.svg", written(t, r, SVG, TextOptions{}))
		golden.Check(t, name+"-ranking.txt", written(t, r, Text, TextOptions{}))
	}
}

func TestRankingSameBytes(t *testing.T) {
	for _, f := range Formats() {
		if !bytes.Equal(written(t, fabs(), f, TextOptions{}), written(t, fabs(), f, TextOptions{})) {
			t.Errorf("%s: two runs differ", f)
		}
	}
}

func TestRankingHostile(t *testing.T) {
	for _, name := range hostile {
		r := fabs()
		r.Title, r.Notes = name, []string{name}
		for i := range r.Panels {
			p := &r.Panels[i]
			p.Title, p.Notes, p.Columns = name, []string{name}, []string{name, "x"}
			for n := range p.Bars {
				p.Bars[n].Label, p.Bars[n].Cells = name, []string{name, name, "one too many"}
			}
		}
		svg := written(t, r, SVG, TextOptions{})
		if err := render.CheckSVG(svg); err != nil || len(svg) > 200_000 {
			t.Errorf("%.40q: %d bytes, %v", name, len(svg), err)
		}
		written(t, r, PNG, TextOptions{})
		written(t, r, PDF, TextOptions{})
		for columns := 1; columns < 200; columns += 13 {
			keepsTo(t, string(written(t, r, Text, TextOptions{Columns: columns})), columns)
		}
	}
}

// A bar is as long as what it stands for, from where the scale begins, whoever is beside it.
func TestBarsAreAsLongAsTheirValues(t *testing.T) {
	for _, to := range []float64{1, 17, 50, 99.5, 100} {
		r := Ranking{Panels: []Panel{{Bars: []Bar{{Sure: 100, To: 100}, {Sure: to, To: to}}}}}
		img, err := png.Decode(bytes.NewReader(written(t, r, PNG, TextOptions{})))
		if err != nil {
			t.Fatal(err)
		}
		red := color.RGBAModel.Convert(palette.Vermilion)
		var rows []int // how wide each row of pixels of a bar is, from the top
		for y := range img.Bounds().Max.Y {
			wide := 0
			for x := range img.Bounds().Max.X {
				if color.RGBAModel.Convert(img.At(x, y)) == red {
					wide++
				}
			}
			if wide > 0 {
				rows = append(rows, wide)
			}
		}
		whole, bar := rows[len(rows)/4], rows[len(rows)*3/4]
		if got := float64(bar) / float64(whole) * 100; math.Abs(got-to) > 0.3 {
			t.Errorf("a bar of %v is drawn as %.1f of 100", to, got)
		}
		text := strings.Split(string(written(t, r, Text, TextOptions{Columns: 102})), "\n")
		whole, bar = strings.Count(text[0], "█"), strings.Count(text[1], "█")
		if got := float64(bar) / float64(whole) * 100; math.Abs(got-to) > 0.6 {
			t.Errorf("a bar of %v is written as %.1f of 100", to, got)
		}
	}
}

func TestRankingCheck(t *testing.T) {
	for _, b := range []Bar{{Sure: -1}, {From: 2, Sure: 1, To: 3}, {Sure: 2, To: 1}, {To: math.NaN()}, {To: math.Inf(1)}} {
		for _, f := range Formats() {
			err := Ranking{Panels: []Panel{{Bars: []Bar{b}}}}.Write(t.Context(), &bytes.Buffer{}, f, TextOptions{})
			want := fmt.Sprintf(`chart: bar "" from %v over %v to %v is out of order or range`, b.From, b.Sure, b.To)
			if err == nil || err.Error() != want {
				t.Errorf("%s: got %v, want %s", f, err, want)
			}
		}
	}
	if err := (Ranking{Panels: []Panel{{Bars: make([]Bar, MaxRows+1)}}}).Write(t.Context(), &bytes.Buffer{}, SVG, TextOptions{}); err == nil || err.Error() != "chart: 1001 bars, above 1000" {
		t.Errorf("too many bars: %v", err)
	}
}

// FuzzRanking draws whatever bars come: a picture that is safe, or an error.
func FuzzRanking(f *testing.F) {
	f.Add("name", 0.0, 3.0, 7.0, false)
	f.Add(hostile[0], 0.1, 0.1, 1.0, true)
	f.Add("", 1e14, 1e15, 1e15, false)
	f.Add("tiny", 0.0, 5e-324, 1e-300, true)
	f.Fuzz(func(t *testing.T, name string, from, sure, to float64, percent bool) {
		bars := []Bar{{Label: name, From: from, Sure: sure, To: to, Cells: []string{name}}, {Label: name}}
		r := Ranking{Title: name, Panels: []Panel{{Title: name, Notes: []string{name}, Hatched: name, Percent: percent, Columns: []string{name}, Bars: bars}}}
		var svg, text bytes.Buffer
		err, err2 := r.Write(t.Context(), &svg, SVG, TextOptions{}), r.Write(t.Context(), &text, Text, TextOptions{Columns: 60})
		if (err == nil) != (err2 == nil) {
			t.Fatalf("SVG says %v, text %v", err, err2)
		}
		if err != nil {
			return
		}
		if err := render.CheckSVG(svg.Bytes()); err != nil {
			t.Errorf("%v in\n%s", err, svg.Bytes())
		}
		for _, bad := range []string{"NaN", "Inf"} {
			if strings.Contains(svg.String(), bad) && !strings.Contains(name, bad) {
				t.Errorf("%s in\n%s", bad, svg.Bytes())
			}
		}
		keepsTo(t, text.String(), 60)
	})
}
