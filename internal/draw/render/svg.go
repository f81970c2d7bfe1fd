package render

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// CheckSVG reports whether a picture holds nothing but shapes, text and plain
// links, so that it may be opened or pasted into a page whatever names and
// addresses the data held. It allows what is known and refuses the rest;
// links go to http, https and places in the picture itself.
func CheckSVG(svg []byte) error {
	d := xml.NewDecoder(bytes.NewReader(svg))
	for n := 0; ; n++ {
		token, err := d.Token()
		if errors.Is(err, io.EOF) && n > 0 {
			return nil
		}
		if err == nil {
			err = checkToken(token)
		}
		if err != nil {
			line, column := d.InputPos()
			return fmt.Errorf("%w: %d:%d: %w", ErrUnsafe, line, column, err)
		}
	}
}

func checkToken(token xml.Token) error {
	switch t := token.(type) {
	case xml.StartElement:
		return checkElement(t)
	case xml.ProcInst:
		if t.Target != "xml" {
			return fmt.Errorf("instruction %q", t.Target)
		}
	case xml.Directive:
		if !bytes.HasPrefix(t, []byte("DOCTYPE svg")) || bytes.ContainsRune(t, '[') {
			return errors.New("a document type of its own")
		}
	case xml.Comment:
		// An HTML parser ends such a comment at once, and would read on inside it.
		if bytes.HasPrefix(t, []byte(">")) || bytes.HasPrefix(t, []byte("->")) {
			return errors.New("a comment that HTML reads differently")
		}
	}
	return nil
}

func checkElement(e xml.StartElement) error {
	if !elements[e.Name.Local] {
		return fmt.Errorf("element %q", e.Name.Local)
	}
	for _, a := range e.Attr {
		name, value := a.Name.Local, a.Value
		ok := attributes[name]
		switch {
		case a.Name.Space == "xmlns" || name == "xmlns":
			ok = value == "http://www.w3.org/2000/svg" || value == "http://www.w3.org/1999/xlink"
		case name == "href":
			ok = safeLink(value)
		case name == "style", name == "fill", name == "stroke":
			ok = safePaint(value)
		}
		if !ok {
			return fmt.Errorf("attribute %s=%q", name, value)
		}
	}
	return nil
}

func safeLink(s string) bool {
	s = strings.ToLower(s)
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "#")
}

// safePaint allows colours and gradients of the picture itself. Without a
// backslash CSS cannot spell url( in another way.
func safePaint(s string) bool {
	s = strings.ToLower(s)
	return !strings.Contains(s, `\`) && strings.Count(s, "url(") == strings.Count(s, "url(#") && !strings.Contains(s, "image")
}

var (
	elements   = set("svg g title desc a text tspan path polygon polyline ellipse circle rect line defs linearGradient radialGradient stop")
	attributes = set("width height viewBox version id class transform points d x y x1 y1 x2 y2 cx cy r rx ry fx fy " +
		"title target offset gradientUnits gradientTransform stop-color stop-opacity " +
		"fill-opacity stroke-width stroke-opacity stroke-dasharray stroke-linecap stroke-linejoin opacity visibility " +
		"text-anchor text-decoration baseline-shift textLength lengthAdjust space " +
		"font-family font-size font-weight font-style font-stretch font-variant")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
