// Package palette holds the colours of all pictures. They are those that Okabe and
// Ito chose to be told apart by everybody, made darker where white text stands on
// them. In grey they still differ, and no meaning hangs on colour alone.
package palette

import (
	"image/color"
	"strconv"
)

// Color is "#rrggbb".
type Color string

// The colours.
const (
	Ink       Color = "#1a1a1a"
	Paper     Color = "#ffffff"
	Slate     Color = "#5b6770" // what runs
	Faint     Color = "#9aa5ad" // frames
	Vermilion Color = "#b33c00"
	Blush     Color = "#fbe0d2"
	Amber     Color = "#8a6100"
	Cream     Color = "#fff3c9"
	Blue      Color = "#005a8e"
	Sky       Color = "#dcebf6"
	Mist      Color = "#eef1f3" // where something could be
)

// RGBA makes a Color a color.Color.
func (c Color) RGBA() (r, g, b, a uint32) {
	n, _ := strconv.ParseUint(string(c[1:]), 16, 24)
	return color.RGBA{uint8(n >> 16), uint8(n >> 8), uint8(n), 255}.RGBA()
}
