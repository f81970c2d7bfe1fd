package draw

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"linestop/examples"
	"linestop/loaders"
)

func TestWrite(t *testing.T) {
	v := hostileView(t, "ソニー & Söhne")
	for _, tt := range []struct {
		format Format
		starts string
	}{
		{DOT, `digraph "linestop" {`},
		{SVG, "<?xml"},
		{PNG, "\x89PNG\r\n"},
		{PDF, "%PDF-"},
	} {
		var first, second bytes.Buffer
		for _, out := range []*bytes.Buffer{&first, &second} {
			if err := v.Write(t.Context(), out, tt.format, WriteOptions{}); err != nil {
				t.Fatal(err)
			}
		}
		if !strings.HasPrefix(first.String(), tt.starts) {
			t.Errorf("%s starts %.20q, want %q", tt.format, first.String(), tt.starts)
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s differs from one time to the next", tt.format)
		}
		if tt.format == SVG && strings.Contains(first.String(), `"Helvetica,sans-Serif"`) {
			t.Error("svg names one font only")
		}
	}
}

func TestWriteFails(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	large := View{Nodes: make([]Node, MaxNodes+1)}
	for _, tt := range []struct {
		ctx    context.Context
		view   View
		format Format
		want   error
	}{
		{cancelled, hostileView(t, "x"), SVG, context.Canceled},
		{cancelled, hostileView(t, "x"), PNG, context.Canceled},
		{t.Context(), large, SVG, ErrTooLarge},
	} {
		var out bytes.Buffer
		if err := tt.view.Write(tt.ctx, &out, tt.format, WriteOptions{}); !errors.Is(err, tt.want) || out.Len() > 0 {
			t.Errorf("%s: error %v and %d bytes, want %v and none", tt.format, err, out.Len(), tt.want)
		}
	}
}

func TestParse(t *testing.T) {
	for name, want := range map[string]Format{"dot": DOT, "gv": DOT, "SVG": SVG, "png": PNG, "pdf": PDF} {
		if got, err := ParseFormat(name); got != want || err != nil {
			t.Errorf("format %q is %q, %v", name, got, err)
		}
	}
	if _, err := ParseFormat("jpg"); err == nil || err.Error() != `picture format "jpg" is none of dot, svg, png, pdf` {
		t.Error(err)
	}
	for _, g := range []Grouping{Auto, None, ByParent, ByCountry, ByTier} {
		if got, err := ParseGrouping(g.String()); got != g || err != nil {
			t.Errorf("grouping %v is %v, %v", g, got, err)
		}
	}
	if _, err := ParseGrouping("kind"); err == nil || err.Error() != `grouping "kind" is none of auto, none, parent, country, tier` {
		t.Error(err)
	}
}

// TestExamples draws what ships with the program.
func TestExamples(t *testing.T) {
	for name := range examples.All() {
		t.Run(name, func(t *testing.T) {
			net, err := loaders.Open(t.Context(), "example:"+name, loaders.Options{Examples: examples.FS()})
			if err != nil {
				t.Fatal(err)
			}
			for _, opts := range []Options{{}, {Collapse: ByCountry}, {Cluster: ByTier}} {
				v := choose(t, net, cutting(t, net, net.ID(0)), opts)
				checkShape(t, v)
				checkBudget(t, v, opts.withDefaults())
				var out bytes.Buffer
				if err := v.Write(t.Context(), &out, SVG, WriteOptions{}); err != nil {
					t.Error(err)
				}
			}
		})
	}
}
