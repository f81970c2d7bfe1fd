package chart

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"

	"linestop/internal/palette"
)

func paintPNG(t *testing.T, c Chart, k Kind) image.Image {
	t.Helper()
	var b bytes.Buffer
	if err := c.Write(t.Context(), &b, k, PNG, TextOptions{}); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// extent is the box around all pixels of a colour below a height.
func extent(img image.Image, c palette.Color, below int) image.Rectangle {
	want := color.RGBAModel.Convert(c)
	var r image.Rectangle
	for y := below; y < img.Bounds().Max.Y; y++ {
		for x := range img.Bounds().Max.X {
			if color.RGBAModel.Convert(img.At(x, y)) == want {
				r = r.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return r
}

// belowLegend is a pixel row between the legend and the plot of a chart without
// title, notes and marks.
const belowLegend = 90

// A bar lies where its days are, and is as high as the part lost.
func TestBarsLieOnTheirDays(t *testing.T) {
	const horizon = 100
	whole := extent(paintPNG(t, Chart{Horizon: horizon, Rows: []Row{{Steps: []Step{{0, 0}}}}}, Gantt), palette.Vermilion, belowLegend)
	arrow := 2 * 8
	days := float64(whole.Dx()-arrow) / horizon
	for _, tt := range []struct{ from, to float64 }{{20, 60}, {0, 1}, {99, 100}, {33.3, 66.6}} {
		steps := []Step{{tt.from, 0}, {tt.to, 1}}
		got := extent(paintPNG(t, Chart{Horizon: horizon, Rows: []Row{{Steps: steps}}}, Gantt), palette.Vermilion, belowLegend)
		from, to := float64(got.Min.X-whole.Min.X)/days, float64(got.Max.X-whole.Min.X)/days
		if math.Abs(from-tt.from) > 0.5 || tt.to < horizon && math.Abs(to-tt.to) > 0.5 {
			t.Errorf("a stop from %v to %v is drawn from %.1f to %.1f", tt.from, tt.to, from, to)
		}
		if got.Dy() != whole.Dy() {
			t.Errorf("a stop is %d pixels high, another %d", got.Dy(), whole.Dy())
		}
	}
	for _, level := range []float64{0.25, 0.5, 0.75, 0.99} {
		c := Chart{Horizon: horizon, Rows: []Row{{Steps: []Step{{10, level}, {90, 1}}}}}
		got := extent(paintPNG(t, c, Gantt), palette.Blue, belowLegend)
		want := max(float64(lowest)*2, (1-level)*float64(whole.Dy()))
		if math.Abs(float64(got.Dy())-want) > 3 {
			t.Errorf("a bar at level %v is %d pixels high, want %.0f", level, got.Dy(), want)
		}
	}
}

// In grey a stop, a loss in part and full output differ by at least a fifth of the
// way from black to white, and a letter from what it stands on by half.
func TestReadableInGrey(t *testing.T) {
	grey := func(c palette.Color) float64 { return float64(color.GrayModel.Convert(c).(color.Gray).Y) / 255 }
	for _, tt := range []struct {
		a, b palette.Color
		far  float64
	}{
		{predicted.stop, predicted.part, 0.2},
		{predicted.stop, palette.Mist, 0.2},
		{predicted.hatch, predicted.part, 0.2}, // the hatching can be seen
		{happened.stop, predicted.stop, 0.2},
		{palette.Ink, palette.Mist, 0.5},
		{palette.Slate, palette.Paper, 0.5},
	} {
		if d := math.Abs(grey(tt.a) - grey(tt.b)); d < tt.far {
			t.Errorf("%s and %s differ by %.2f in grey, want %v", tt.a, tt.b, d, tt.far)
		}
	}
}
