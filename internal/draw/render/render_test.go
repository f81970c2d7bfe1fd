package render

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestRenderSVG(t *testing.T) {
	svg, err := Render(t.Context(), []byte(`digraph { a [label="半导体 & Łódź"]; a -> b [style=dashed] }`), SVG, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"半导体 &amp; Łódź", "stroke-dasharray", "<title>a&#45;&gt;b</title>"} {
		if !bytes.Contains(svg, []byte(want)) {
			t.Errorf("no %q in\n%s", want, svg)
		}
	}
}

func TestRenderLayout(t *testing.T) {
	b, err := Render(t.Context(), []byte(`digraph { layout=circo; a -> b; a -> c }`), Layout, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Layout  string
		Objects []struct{ Name string }
		Edges   []struct{ Tail, Head int }
	}
	if err := json.Unmarshal(b, &got); err != nil {
		t.Fatal(err)
	}
	if s := fmt.Sprint(got); s != "{dot [{a} {b} {c}] [{0 1} {0 2}]}" {
		t.Errorf("got %s", s)
	}
}

func TestRenderPlain(t *testing.T) {
	got, err := Render(t.Context(), []byte(`digraph { a }`), Plain, Options{})
	want := "graph 1 0.75 0.5\nnode a 0.375 0.25 0.75 0.5 a solid ellipse black lightgrey\nstop\n"
	if err != nil || string(got) != want {
		t.Errorf("got %q, %v; want %q", got, err, want)
	}
}

func TestRenderRefuses(t *testing.T) {
	nested := strings.Repeat("subgraph{", 20_000) + "a" + strings.Repeat("}", 20_000)
	tests := []struct {
		name, dot string
		format    Format
		options   Options
		want      error
		says      string
	}{
		{"empty", "", SVG, Options{}, ErrDOT, "no graph"},
		{"syntax", "digraph {\n a -> ; }", SVG, Options{}, ErrDOT, "line 2"},
		{"NUL", "digraph { a\x00b }", SVG, Options{}, ErrDOT, "line 1"},
		{"nested", "digraph {" + nested + "}", SVG, Options{}, ErrDOT, "nested"},
		{"script link", `digraph { a [URL="javascript:alert(1)"] }`, SVG, Options{}, ErrUnsafe, "javascript"},
		{"data link", `digraph { a [URL="data:text/html,x"] }`, SVG, Options{}, ErrUnsafe, "data:"},
		{"style sheet", `digraph { stylesheet="http://example.com/x.css"; a }`, SVG, Options{}, ErrUnsafe, "xml-stylesheet"},
		{"too large", "digraph { a }", SVG, Options{Output: 100}, ErrOutput, "100 bytes"},
		{"format", "digraph { a }", "png", Options{}, nil, `no picture format "png"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, err := Render(t.Context(), []byte(tt.dot), tt.format, tt.options)
			if err == nil {
				t.Fatalf("no error; got %.300q", out)
			}
			if tt.want != nil && !errors.Is(err, tt.want) {
				t.Errorf("got error %q, want it to be %q", err, tt.want)
			}
			if !strings.Contains(err.Error(), tt.says) {
				t.Errorf("got error %q, want it to say %q", err, tt.says)
			}
		})
	}
}

// What looks like an attack but is drawn as text, or not at all.
func TestRenderDefuses(t *testing.T) {
	tests := []struct{ name, dot, absent string }{
		{"image", `digraph { a [image="render_test.go" label=""] }`, "<image"},
		{"HTML image", `digraph { a [label=<<TABLE><TR><TD><IMG SRC="render_test.go"/></TD></TR></TABLE>>] }`, "<image"},
		{"shape file", `digraph { a [shape=other shapefile="render_test.go"] }`, "render_test"},
		{"colour", `digraph { a [style=filled fillcolor="url(http://example.com/)"] }`, "example"},
		{"name", `digraph { "--><script>alert(1)</script>" }`, "<script"},
		{"tooltip", `digraph { a [tooltip="\"><script>alert(1)</script>"] }`, "<script"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			svg, err := Render(t.Context(), []byte(tt.dot), SVG, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if bytes.Contains(svg, []byte(tt.absent)) {
				t.Errorf("%q in\n%s", tt.absent, svg)
			}
		})
	}
}

// tangle is a graph that dot is busy with for minutes.
func tangle() []byte {
	var b bytes.Buffer
	b.WriteString("digraph {")
	for i := range 9000 {
		fmt.Fprintf(&b, "n%d -> n%d;", i*7919%3000, i*i%2999)
	}
	b.WriteString("}")
	return b.Bytes()
}

func TestRenderDeadline(t *testing.T) {
	began := time.Now()
	_, err := Render(t.Context(), tangle(), SVG, Options{Timeout: time.Second})
	if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "fewer nodes") {
		t.Errorf("got error %v, want a deadline that says what to do", err)
	}
	if d := time.Since(began); d > 10*time.Second {
		t.Errorf("took %v to give up", d)
	}
}

func TestRenderCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(time.Second/2, cancel)
	if _, err := Render(ctx, tangle(), SVG, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got error %v, want %v", err, context.Canceled)
	}
}

func TestRenderMemory(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("no cap on memory here")
	}
	var dot bytes.Buffer
	dot.WriteString("digraph {")
	for i := range 300_000 {
		fmt.Fprintf(&dot, "n%d;", i)
	}
	dot.WriteString("}")
	_, err := Render(t.Context(), dot.Bytes(), Plain, Options{Memory: 256 << 20})
	if !errors.Is(err, ErrMemory) {
		t.Errorf("got error %v, want %v", err, ErrMemory)
	}
}

func TestRenderConcurrently(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			got, err := Render(t.Context(), fmt.Appendf(nil, "digraph { only%d }", i), Plain, Options{})
			if err != nil || !bytes.Contains(got, fmt.Appendf(nil, "node only%d ", i)) {
				t.Errorf("%d: got %q, %v", i, got, err)
			}
		})
	}
	wg.Wait()
}
