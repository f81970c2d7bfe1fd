package chart

import (
	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/font/liberation"
	"gonum.org/v1/plot/text"
	"gonum.org/v1/plot/vg"

	"linestop/internal/draw/paint"
	_ "linestop/internal/draw/render/skipinit" // gonum/plot need not load its fonts before main
	"linestop/internal/palette"
)

// letters measures and sets text in the faces of package paint, which have the
// scripts that gonum/plot's own lack. Their Latin letters are as wide.
type letters struct{ text.Plain }

func newLetters() letters { return letters{text.Plain{Fonts: font.NewCache(liberation.Collection())}} }

// Box is Plain's with the width in the faces of package paint.
func (l letters) Box(s string, f font.Font) (width, height, depth vg.Length) {
	_, height, depth = l.Plain.Box(s, f)
	return vg.Length(paint.Width(s, float64(f.Size), f.Weight == xfont.WeightBold)), height, depth
}

// Draw sets one line, never turned.
func (l letters) Draw(c vg.Canvas, s string, sty text.Style, at vg.Point) {
	width, height, depth := l.Box(s, sty.Font)
	at.X += vg.Length(sty.XAlign) * width
	at.Y += vg.Length(sty.YAlign)*(height+depth) - height + sty.Font.Size // as Plain does
	c.SetColor(sty.Color)
	c.FillString(l.Fonts.Lookup(sty.Font, sty.Font.Size), at, s)
}

func (l letters) style(size vg.Length, ink palette.Color) text.Style {
	return text.Style{
		Color:   ink,
		Font:    font.Font{Typeface: "Liberation", Variant: "Sans", Size: size},
		Handler: l,
		YAlign:  text.YTop,
	}
}

func bold(s text.Style) text.Style {
	s.Font.Weight = xfont.WeightBold
	return s
}
