package paint

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func paintPDF(t *testing.T, layout []byte, o Options) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "picture.pdf")
	f, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := PDF(t.Context(), f, o, layout); err != nil {
		t.Fatal(err)
	}
	return name
}

func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skip("no", name)
	}
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(out)
}

func TestPDFText(t *testing.T) {
	name := paintPDF(t, layoutOf(t, every), Options{})
	text := output(t, "pdftotext", name, "-")
	for _, want := range []string{
		"Deutschland / Österreich", "São João", "中国", "安世半导体（东莞）有限公司", "ホンダ すずか",
		"Łódź Żyrardów", "Çelik Şırnak", "Ελληνικά", "Северсталь", "Bold", "wafers 60 %", "晶体管",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// The two canvases show the same: the picture and the page, seen by another program, hardly differ.
func TestPDFLooksLikePNG(t *testing.T) {
	layout := layoutOf(t, every)
	img, _ := paintPNG(t, string(layout), Options{Scale: 2})
	name := paintPDF(t, layout, Options{})
	seen, err := png.Decode(strings.NewReader(output(t, "pdftoppm", "-png", "-r", "144", name)))
	if err != nil {
		t.Fatal(err)
	}
	size := img.Bounds().Intersect(seen.Bounds())
	if d := img.Bounds().Size().Sub(seen.Bounds().Size()); d.X*d.X > 1 || d.Y*d.Y > 1 {
		t.Fatalf("PNG is %v, PDF %v", img.Bounds(), seen.Bounds())
	}
	// Smooth edges differ from painter to painter, so squares of 8 pixels are compared.
	worst, where := 0.0, image.Point{}
	for y := 0; y+8 <= size.Max.Y; y += 8 {
		for x := 0; x+8 <= size.Max.X; x += 8 {
			if d := math.Abs(shade(img, x, y) - shade(seen, x, y)); d > worst {
				worst, where = d, image.Point{x, y}
			}
		}
	}
	if worst > 0.16 {
		t.Errorf("shades differ by %.3f at %v", worst, where)
	}
}

// shade returns the mean brightness of a square, 0 to 1.
func shade(img image.Image, x0, y0 int) (sum float64) {
	for y := y0; y < y0+8; y++ {
		for x := x0; x < x0+8; x++ {
			sum += float64(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y)
		}
	}
	return sum / 64 / 255
}

func TestPDFPage(t *testing.T) {
	tests := []struct {
		layout  string
		options Options
		size    string
		scale   float64
	}{
		{shapes, Options{}, "[0 0 200.00 100.00]", 1},
		{shapes, Options{Scale: 2}, "[0 0 400.00 200.00]", 2},
		{`{"bb":"0,0,28792,92"}`, Options{}, "[0 0 14400.00 50.00]", 0.5},
	}
	for _, tt := range tests {
		var b bytes.Buffer
		scale, err := PDF(t.Context(), &b, tt.options, []byte(tt.layout))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(b.Bytes(), []byte("/MediaBox "+tt.size)) || scale != tt.scale {
			t.Errorf("want page %s at scale %v; got scale %v in\n%.600q", tt.size, tt.scale, scale, b.Bytes())
		}
	}
}
