package draw

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
)

// sheets are title, legend and network as texts of their own, to be set below
// each other. In one layout the columns of the network would tear the legend
// apart, and a long title would push it aside.
func (v View) sheets() [][]byte {
	list := [][]byte{v.digraph((*dotWriter).heading)}
	if v.hasLegend() {
		list = append(list, v.digraph((*dotWriter).legend))
	}
	return append(list, v.digraph((*dotWriter).network))
}

var svgSize = regexp.MustCompile(`<svg width="(\d+)pt" height="(\d+)pt"`)

// below sets pictures below each other, flush left, as one.
func below(svgs ...[]byte) []byte {
	var inside bytes.Buffer
	width, height := 0, 0
	for _, svg := range svgs {
		at := svgSize.FindSubmatchIndex(svg)
		w, _ := strconv.Atoi(string(svg[at[2]:at[3]]))
		h, _ := strconv.Atoi(string(svg[at[4]:at[5]]))
		fmt.Fprintf(&inside, "<svg y=\"%d\" width=\"%d\" height=\"%d\"%s", height, w, h, svg[at[1]:])
		width, height = max(width, w), height+h
	}
	return fmt.Appendf(nil, `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<svg width="%dpt" height="%dpt" viewBox="0 0 %d %d" xmlns="http://www.w3.org/2000/svg">
<rect width="%d" height="%d" fill="%s"/>
%s</svg>
`, width, height, width, height, width, height, paper, inside.Bytes())
}
