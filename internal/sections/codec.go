package sections

import "encoding/json"

// Codec writes arrays to a file or reads them from one, or has them grow in a space, so that
// one list of them, in the package whose they are, serves all. The first error stays.
type Codec struct {
	w   *Writer
	f   *File
	s   *Space
	err error
}

// Writing is a Codec that writes.
func Writing(w *Writer) *Codec { return &Codec{w: w} }

// Reading is a Codec that reads.
func Reading(f *File) *Codec { return &Codec{f: f} }

// Growing is a Codec that makes lists Roomy.
func Growing(s *Space) *Codec { return &Codec{s: s} }

// Reads says whether c reads.
func (c *Codec) Reads() bool { return c.f != nil }

// Err is the first error in reading; those in writing are for Writer.Close.
func (c *Codec) Err() error { return c.err }

// Fail makes err the error unless there is one.
func (c *Codec) Fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

// Array is a section: see Put and Get. An empty one is not written.
func Array[T any](c *Codec, name string, list *[]T) {
	switch {
	case c.s != nil:
		*list = Roomy(c.s, *list)
	case c.w != nil && len(*list) > 0:
		Put(c.w, name, *list)
	case c.f != nil && c.f.Has(name):
		var err error
		*list, err = Get[T](c.f, name)
		c.Fail(err)
	}
}

// JSON is a section for a few things that are no arrays.
func JSON(c *Codec, name string, v any) {
	var text []byte
	var err error
	if c.f == nil {
		text, err = json.Marshal(v)
	}
	Array(c, name, &text)
	if c.f != nil {
		if err = json.Unmarshal(text, v); err != nil {
			err = c.f.damaged("section %q: %v", name, err)
		}
	}
	c.Fail(err)
}
