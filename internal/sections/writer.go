package sections

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
)

// Writer writes a file from its beginning to its end. The first error stays, and Close returns it.
type Writer struct {
	w       io.Writer
	version uint32
	table   []entry
	at      int64
	sums    []byte // of whole blocks
	sum     uint32 // of what there is of the next
	err     error
}

// NewWriter begins a file. The version is that of what its sections mean.
func NewWriter(w io.Writer, version uint32) *Writer {
	f := &Writer{w: w, version: version}
	f.write(header(version))
	return f
}

// Put writes a section, under a name of its own of 1 to 24 bytes. T is a number of a fixed size, or an array or
// struct of such without gaps.
func Put[T any](f *Writer, name string, list []T) {
	if name == "" || len(name) > nameSize {
		panic(fmt.Sprintf("sections: name %q", name))
	}
	f.write(make([]byte, -f.at&(align-1)))
	start := f.at
	widths, size := layout[T]()
	if little {
		f.write(raw(list))
	} else {
		for part := range pieces(list) {
			f.write(swap(raw(part), widths))
		}
	}
	f.table = append(f.table, entry{name, start, f.at - start, size})
}

// Close writes what stands at the end.
func (f *Writer) Close() error {
	body := f.at
	if body%block > 0 {
		f.seal()
	}
	end := f.sums
	for _, e := range f.table {
		end = e.append(end)
	}
	end = trailer{body: body, entries: uint32(len(f.table)), version: f.version}.append(end)
	end = binary.LittleEndian.AppendUint32(end, crc32.Checksum(end, castagnoli))
	end = binary.LittleEndian.AppendUint32(end, 0)
	f.write(append(end, Magic...))
	return f.err
}

func (f *Writer) write(p []byte) {
	for len(p) > 0 && f.err == nil {
		n := min(len(p), int(block-f.at%block))
		_, f.err = f.w.Write(p[:n])
		f.sum = crc32.Update(f.sum, castagnoli, p[:n])
		if f.at += int64(n); f.at%block == 0 {
			f.seal()
		}
		p = p[n:]
	}
}

// seal ends a block.
func (f *Writer) seal() {
	f.sums = binary.LittleEndian.AppendUint32(f.sums, f.sum)
	f.sum = 0
}
