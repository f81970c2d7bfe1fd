package paint

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"math"
	"testing"
)

// A page of 192 by 92 points and margins; at scale 1 the point x, y of the
// layout is the pixel x+4, 96-y.
const shapes = `{"bb": "0,0,192,92", "_subgraph_cnt": 1,
"_draw_": [{"op":"c","color":"#fffffe00"},{"op":"C","color":"#ffffe0"},{"op":"P","points":[[0,0],[0,92],[192,92],[192,0]]}],
"objects": [
 {"name": "cluster", "_draw_": [{"op":"c","color":"#00ff00"},{"op":"p","points":[[10,10],[10,80],[90,80],[90,10]]}]},
 {"name": "disc", "_draw_": [{"op":"S","style":"setlinewidth(4)"},{"op":"c","color":"#0000ff"},{"op":"C","color":"#ff0000"},{"op":"E","rect":[50,40,30,20]}]},
 {"name": "glass", "_draw_": [{"op":"c","color":"#00000000"},{"op":"C","color":"#00000080"},{"op":"P","points":[[150,20],[150,40],[170,40],[170,20]]}]},
 {"name": "grade", "_draw_": [{"op":"S","style":"setlinewidth(2)"},{"op":"c","color":"#000000"},{"op":"C","grad":"linear","p0":[0,0],"p1":[1,1],"stops":[{"frac":0,"color":"#00ffff"},{"frac":1,"color":"#0000ff"}]},{"op":"B","points":[[150,60],[150,60],[170,60],[170,60],[170,60],[170,80],[170,80],[170,80],[150,80],[150,80],[150,80],[150,60],[150,60]]}]}
],
"edges": [
 {"_draw_": [{"op":"S","style":"dashed"},{"op":"S","style":"setlinewidth(2)"},{"op":"c","color":"#000000"},{"op":"b","points":[[80,40],[100,40],[120,40],[140,40]]}],
  "_hdraw_": [{"op":"c","color":"#000000"},{"op":"C","color":"#000000"},{"op":"P","points":[[140,46],[149,40],[140,34]]}]},
 {"_draw_": [{"op":"S","style":"bold"},{"op":"c","color":"#800080"},{"op":"L","points":[[100,80],[120,80],[120,60]]}]}
]}`

func paintPNG(t *testing.T, layout string, o Options) (*image.RGBA, float64) {
	t.Helper()
	var b bytes.Buffer
	scale, err := PNG(t.Context(), &b, o, []byte(layout))
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&b)
	if err != nil {
		t.Fatal(err)
	}
	rgba := image.NewRGBA(img.Bounds())
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			rgba.Set(x, y, img.At(x, y))
		}
	}
	return rgba, scale
}

func TestPNGShapes(t *testing.T) {
	img, scale := paintPNG(t, shapes, Options{Scale: 1})
	if size := img.Bounds().Size(); scale != 1 || size != (image.Point{200, 100}) {
		t.Fatalf("got scale %v, size %v", scale, size)
	}
	var (
		paper  = color.RGBA{0xff, 0xff, 0xe0, 0xff}
		red    = color.RGBA{0xff, 0, 0, 0xff}
		blue   = color.RGBA{0, 0, 0xff, 0xff}
		cyan   = color.RGBA{0, 0xff, 0xff, 0xff}
		purple = color.RGBA{0x80, 0, 0x80, 0xff}
		black  = color.RGBA{0, 0, 0, 0xff}
	)
	tests := []struct {
		what string
		x, y int // of the layout
		want color.RGBA
	}{
		{"margin", -4, -3, paper},
		{"between", 95, 20, paper},
		{"inside the cluster", 15, 15, paper},
		{"disc", 50, 40, red},
		{"disc, outline on the left", 20, 40, blue},
		{"disc, outline on top", 50, 60, blue},
		{"disc, outside of its corner", 22, 58, paper},
		{"edge, first dash", 83, 40, black},
		{"edge, first gap", 86, 40, paper},
		{"edge, second dash", 90, 40, black},
		{"arrow head", 142, 40, black},
		{"arrow head, beside its tip", 148, 44, paper},
		{"bold line", 110, 80, purple},
		{"bold line, corner", 120, 80, purple},
		{"bold line, end", 120, 62, purple},
		{"gradient takes its first colour", 160, 70, cyan},
		{"curve that is a square, outline", 160, 80, black},
		{"glass has no outline", 150, 50, paper},
	}
	for _, tt := range tests {
		if got := img.RGBAAt(tt.x+4, 96-tt.y); got != tt.want {
			t.Errorf("%s: got %v, want %v", tt.what, got, tt.want)
		}
	}
	glass := img.RGBAAt(160+4, 96-30)
	if glass.R < 0x7b || glass.R > 0x83 || glass.B < 0x6c || glass.B > 0x74 {
		t.Errorf("half black over paper: got %v", glass)
	}
	if green := img.RGBAAt(10+4, 96-50); green.G <= green.B || green.R >= paper.R {
		t.Errorf("cluster outline: got %v", green)
	}
}

// dark counts the pixels of an area that are more ink than paper.
func dark(img *image.RGBA, area image.Rectangle) (n int) {
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			if img.RGBAAt(x, y).G < 0x80 {
				n++
			}
		}
	}
	return n
}

func label(text, align string) string {
	return fmt.Sprintf(`{"bb":"0,0,192,42","objects":[{
		"_draw_":[{"op":"c","color":"#00000000"},{"op":"p","points":[[40,0],[152,0],[152,42],[40,42]]}],
		"_ldraw_":[{"op":"F","size":20,"face":"Helvetica"},{"op":"c","color":"#000000"},
		           {"op":"T","pt":[96,14],"align":%q,"width":10,"text":%q}]}]}`, align, text)
}

func TestPNGText(t *testing.T) {
	whole := image.Rect(0, 0, 200, 50)
	tests := []struct {
		text, align string
		area        image.Rectangle // where all ink must be
		least       int             // dark pixels there
	}{
		{"Łódź", "c", image.Rect(75, 12, 126, 42), 100},
		{"Łódź", "l", image.Rect(99, 12, 150, 42), 100},
		{"Łódź", "r", image.Rect(50, 12, 101, 42), 100},
		{"半导体", "c", image.Rect(69, 15, 131, 42), 200},
		{"台灣積體", "c", image.Rect(59, 15, 141, 42), 300},
		{"テスト한국", "c", image.Rect(47, 15, 153, 42), 200},
		{"Ωμέγα", "c", image.Rect(65, 15, 135, 42), 100},
		{"Юпитер", "c", image.Rect(60, 15, 140, 42), 100},
		{"ก", "c", image.Rect(89, 17, 111, 33), 40}, // no face has it: a box
		{"wwwwwwwwwwww", "c", image.Rect(44, 15, 156, 42), 300},
		{"本田技研工業鈴鹿製作所", "c", image.Rect(44, 15, 156, 42), 600},
		{"\t\u200b", "c", image.Rectangle{}, 0},
	}
	for _, tt := range tests {
		img, _ := paintPNG(t, label(tt.text, tt.align), Options{Scale: 1})
		in, all := dark(img, tt.area), dark(img, whole)
		if in < tt.least || in != all {
			t.Errorf("%q %s: %d dark pixels of %d are in %v; want all, and at least %d",
				tt.text, tt.align, in, all, tt.area, tt.least)
		}
	}
}

func TestWidth(t *testing.T) {
	tests := []struct {
		text string
		bold bool
		want float64 // in ems
	}{
		{"", false, 0},
		{"a", false, 0.556}, // as in Helvetica, whose widths Graphviz knows
		{"WW", false, 2 * 0.944},
		{"a", true, 0.556},
		{"f", true, 0.333},
		{"半导体", false, 3},
		{"半", true, 1},
		{"é", false, 0.556},
		{"e\u0301", false, 0.556},
		{"a\u0000\u200d\n", false, 0.556},
		{"😀", false, boxWidth},
	}
	for _, tt := range tests {
		if got := Width(tt.text, 1, tt.bold); math.Abs(got-tt.want) > 0.001 {
			t.Errorf("%q: got %.4f, want %.4f", tt.text, got, tt.want)
		}
	}
}

func TestPNGScaleIsCapped(t *testing.T) {
	tests := []struct {
		options Options
		want    image.Point
	}{
		{Options{}, image.Point{400, 200}},
		{Options{Scale: 0.5}, image.Point{100, 50}},
		{Options{Scale: math.NaN()}, image.Point{400, 200}},
		{Options{MaxPixels: 5000}, image.Point{100, 50}},
		{Options{Scale: 1e9, MaxPixels: 20_000}, image.Point{200, 100}},
	}
	for _, tt := range tests {
		img, scale := paintPNG(t, shapes, tt.options)
		if got := img.Bounds().Size(); got != tt.want || math.Abs(scale*200-float64(got.X)) > 1 {
			t.Errorf("%+v: got %v at scale %v, want %v", tt.options, got, scale, tt.want)
		}
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var b bytes.Buffer
	if _, err := PNG(ctx, &b, Options{}, []byte(shapes)); !errors.Is(err, context.Canceled) || b.Len() > 0 {
		t.Errorf("PNG: got %v and %d bytes", err, b.Len())
	}
	if _, err := PDF(ctx, &b, Options{}, []byte(shapes)); !errors.Is(err, context.Canceled) || b.Len() > 0 {
		t.Errorf("PDF: got %v and %d bytes", err, b.Len())
	}
}

func TestSameBytes(t *testing.T) {
	layout := layoutOf(t, every)
	for name, paint := range map[string]func(context.Context, io.Writer, Options, ...[]byte) (float64, error){"PNG": PNG, "PDF": PDF} {
		var a, b bytes.Buffer
		for _, w := range []*bytes.Buffer{&a, &b} {
			if _, err := paint(t.Context(), w, Options{}, layout); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(a.Bytes(), b.Bytes()) {
			t.Errorf("%s: two paintings of one layout differ", name)
		}
	}
}
