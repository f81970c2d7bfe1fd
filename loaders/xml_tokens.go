package loaders

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"

	"linestop/graph"
)

// element is a tag of XML and, once filled, what is in it.
type element struct {
	name     string
	attrs    []xml.Attr
	text     string // before the first child
	children []element
	place    graph.Place
}

// attr is the value of an attribute; "" = there is none.
func (e *element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Space == "" && a.Name.Local == name {
			return tidy(a.Value)
		}
	}
	return ""
}

// xmlTokens takes XML apart tag by tag and knows the place of each. Entities that are not
// XML's own are errors, so none can grow, and nothing outside the file is looked at.
type xmlTokens struct {
	file  string
	dec   *xml.Decoder
	lines *lines
	leash *leash
	depth int
	text  []byte // before the last tag
}

func newXMLTokens(name string, text io.Reader, limit int64) *xmlTokens {
	x := &xmlTokens{file: name, leash: &leash{r: text, limit: limit}}
	x.lines = &lines{r: x.leash}
	x.dec = xml.NewDecoder(x.lines)
	x.dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	return x
}

// next is the element that begins next, still to be filled; nil where the one around it ends.
func (x *xmlTokens) next() (*element, error) {
	x.text = x.text[:0]
	for {
		begin := x.dec.InputOffset()
		t, err := x.dec.Token()
		if err != nil {
			return nil, x.broken(err)
		}
		switch t := t.(type) {
		case xml.CharData:
			x.text = append(x.text, t...)
		case xml.EndElement:
			x.depth--
			return nil, nil
		case xml.StartElement:
			if x.depth++; x.depth > maxDepth {
				return nil, fail(x.at(begin), "", "the XML is nested more than %d deep", maxDepth)
			}
			return &element{name: t.Name.Local, attrs: t.Attr, place: x.at(begin)}, nil
		}
	}
}

// fill reads what is in an element, up to its end.
func (x *xmlTokens) fill(e *element) error {
	for {
		child, err := x.next()
		if err != nil {
			return err
		}
		if e.children == nil {
			e.text = tidy(string(x.text))
		}
		if child == nil {
			return nil
		}
		if err := x.fill(child); err != nil {
			return err
		}
		e.children = append(e.children, *child)
	}
}

// passed allows the next element its whole length.
func (x *xmlTokens) passed() { x.leash.parsed = x.dec.InputOffset() }

// end makes sure that nothing follows.
func (x *xmlTokens) end() error {
	for {
		begin := x.dec.InputOffset()
		t, err := x.dec.Token()
		text, isText := t.(xml.CharData)
		_, isTag := t.(xml.StartElement)
		switch {
		case errors.Is(err, io.EOF) && !x.leash.broken:
			return nil
		case err != nil:
			return x.broken(err)
		case isTag, isText && len(bytes.TrimSpace(text)) > 0:
			return fail(x.at(begin), "only one XML document is read from a file", "the XML goes on after its end")
		}
	}
}

func (x *xmlTokens) broken(err error) error {
	at := x.at(x.dec.InputOffset())
	syntax := new(xml.SyntaxError)
	switch {
	case x.leash.broken:
		return fail(at, "", "what follows is a single element of more than %d bytes", x.leash.limit)
	case errors.Is(err, io.EOF), errors.As(err, &syntax) && syntax.Msg == "unexpected EOF":
		return fail(at, "is the file complete?", "the XML ends too early")
	case errors.As(err, &syntax):
		return fail(at, "", "is not XML: %s", syntax.Msg)
	}
	return unreadable(x.file, err)
}

func (x *xmlTokens) at(offset int64) graph.Place {
	line, column := x.lines.at(offset)
	return graph.Place{File: x.file, Line: line, Column: column}
}
