package paint

import (
	"bytes"
	"image/png"
	"strings"
	"testing"
)

func TestBadLayouts(t *testing.T) {
	tests := []struct{ layout, says string }{
		{``, "unexpected end"},
		{`[]`, "cannot unmarshal"},
		{`{}`, "no bounding box"},
		{`{"bb":"0,0,1"}`, "no bounding box"},
		{`{"bb":"0,0,x,1"}`, "bad bounding box"},
		{`{"bb":"0,0,NaN,1"}`, "bad bounding box"},
		{`{"bb":"0,0,1e9,1"}`, "bad bounding box"},
		{`{"bb":"0,0,1,1","pad":"wide"}`, "bad pad"},
		{`{"bb":"0,0,1,1","pad":"-1"}`, "bad pad"},
		{`{"bb":"0,0,1,1","pad":"1,"}`, "bad pad"},
		{`{"bb":"0,0,1,1","pad":"1,NaN"}`, "bad pad"},
		{`{"bb":"5,0,1,1"}`, "out of order"},
		{`{"bb":"0,0,1,1","_subgraph_cnt":1}`, "out of order"},
		{`{"bb":"0,0,1,1","_subgraph_cnt":-1}`, "out of order"},
		{`{"bb":"0,0,1,1","edges":[{"_draw_":[{"op":"L","points":[[0,1e300]]}]}]}`, "over"},
		{`{"bb":"0,0,1,1","edges":[{"_draw_":[{"op":"e","rect":[0,0,0,1e300]}]}]}`, "over"},
		{`{"bb":"0,0,1,1","edges":[{"_ldraw_":[{"op":"F","size":1e300}]}]}`, "over"},
	}
	for _, tt := range tests {
		_, err := PNG(t.Context(), &bytes.Buffer{}, Options{}, []byte(tt.layout))
		if err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: got error %v, want it to say %q", tt.layout, err, tt.says)
		}
	}
}

func FuzzPaint(f *testing.F) {
	f.Add(shapes)
	f.Add(label("半 a ก 😀", "r"))
	f.Add(`{"bb":"0,0,1,1","objects":[{"_draw_":[{"op":"S","style":"dotted"},{"op":"L","points":[[0,0],[0,0],[16777216,1]]}]}]}`)
	f.Add(`{"bb":"0,0,9,9","edges":[{"_draw_":[{"op":"b","points":[[0,0],[1,1]]},{"op":"P","points":[]},{"op":"e"},{"op":"I"}]}]}`)
	f.Fuzz(func(t *testing.T, layout string) {
		var b bytes.Buffer
		if _, err := PNG(t.Context(), &b, Options{MaxPixels: 10_000}, []byte(layout)); err != nil {
			return
		}
		if _, err := png.Decode(&b); err != nil {
			t.Errorf("PNG cannot be read: %v", err)
		}
		b.Reset()
		if _, err := PDF(t.Context(), &b, Options{}, []byte(layout)); err != nil {
			t.Errorf("PNG works, PDF does not: %v", err)
		}
	})
}
