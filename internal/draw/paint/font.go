package paint

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"io"
	"slices"
	"sync"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

var (
	//go:embed fonts/west-regular.ttf.gz
	westRegular []byte
	//go:embed fonts/west-bold.ttf.gz
	westBold []byte
	//go:embed fonts/east-regular.ttf.gz
	eastRegular []byte
)

// face is one embedded font file, unpacked and parsed when first used.
type face struct {
	name string
	load func() loaded
}

type loaded struct {
	ttf  []byte
	font *sfnt.Font
	em   float64 // units an em
}

func newFace(name string, packed *[]byte) *face {
	return &face{name, sync.OnceValue(func() loaded {
		z, err := gzip.NewReader(bytes.NewReader(*packed))
		if err != nil {
			panic(err) // built in: cannot fail
		}
		ttf, err := io.ReadAll(z)
		if err != nil {
			panic(err)
		}
		font, err := sfnt.Parse(ttf)
		if err != nil {
			panic(err)
		}
		return loaded{ttf, font, float64(font.UnitsPerEm())}
	})}
}

// Latin, Greek and Cyrillic in two weights; Chinese, Japanese and Korean in one.
var (
	west = newFace("west", &westRegular)
	wide = newFace("west-bold", &westBold)
	east = newFace("east", &eastRegular)
)

// font is how a text is to look.
type font struct{ bold bool }

func (f font) faces() []*face {
	if f.bold {
		return []*face{wide, east}
	}
	return []*face{west, east}
}

// run is a stretch of text in one face, or, with none, a character that no face
// has, for which a box is drawn.
type run struct {
	face *face
	text string
	at   float64 // where it starts, in ems from the start of the text
	long float64 // its length in ems
}

// boxWidth is the advance of a replacement box, in ems.
const boxWidth = 0.6

// runs splits a text by the face that has its characters. Letters and accents
// are joined first, and control characters dropped.
func runs(s string, f font) []run {
	var out []run
	var buf sfnt.Buffer
	at := 0.0
	for _, r := range norm.NFC.String(s) {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			continue
		}
		face, long := find(&buf, r, f)
		if n := len(out) - 1; n >= 0 && face != nil && out[n].face == face {
			out[n].text += string(r)
			out[n].long += long
		} else {
			out = append(out, run{face, string(r), at, long})
		}
		at += long
	}
	return out
}

// find returns the first face that has the character, and how far it advances in ems.
func find(buf *sfnt.Buffer, r rune, f font) (*face, float64) {
	for _, face := range f.faces() {
		if face == east && r < 0x1100 {
			break // spares unpacking the large face for what it never has
		}
		l := face.load()
		id, err := l.font.GlyphIndex(buf, r)
		if err != nil || id == 0 {
			continue
		}
		w, err := l.font.GlyphAdvance(buf, id, fixed.Int26_6(l.em*64), 0)
		if err != nil {
			continue
		}
		return face, float64(w) / 64 / l.em
	}
	return nil, boxWidth
}

// Width returns how wide a line of text will be, in the unit of size, which is
// that of an em. Who writes DOT text can give Graphviz better widths than it guesses.
func Width(s string, size float64, bold bool) float64 {
	w := 0.0
	for _, r := range runs(s, font{bold}) {
		w += r.long
	}
	return w * size
}

// box returns the frame that stands for a character no face has, at a place on the baseline.
func box(at point, size, squeeze float64) path {
	x0, x1 := at.x+0.08*size*squeeze, at.x+(boxWidth-0.08)*size*squeeze
	y0, y1 := at.y, at.y-0.7*size
	return polyline([]point{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, true)
}

// Lacks says whether some letter of a text has no face and becomes a box.
func Lacks(s string) bool {
	return slices.ContainsFunc(runs(s, font{}), func(r run) bool { return r.face == nil })
}
