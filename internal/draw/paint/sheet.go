package paint

import (
	"context"
	"image/color"
)

// sheet is layouts below each other, flush left.
type sheet []*layout

func parseAll(layouts [][]byte) (sheet, error) {
	var s sheet
	for _, b := range layouts {
		l, err := parse(b)
		if err != nil {
			return nil, err
		}
		s = append(s, l)
	}
	return s, nil
}

func (s sheet) size() (width, height float64) {
	for _, l := range s {
		w, h := l.size()
		width, height = max(width, w), height+h
	}
	return width, height
}

// background is that of the first.
func (s sheet) background() color.NRGBA {
	for _, l := range s {
		return l.background()
	}
	return white
}

func (s sheet) draw(ctx context.Context, on canvas, scale float64) error {
	down := 0.0
	for _, l := range s {
		if err := l.draw(ctx, on, scale, down); err != nil {
			return err
		}
		_, height := l.size()
		down += height
	}
	return ctx.Err()
}
