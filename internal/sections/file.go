package sections

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"os"
	"slices"
	"strings"
	"unsafe"
)

// File is an open file. It is read-only, serves any number of goroutines and stays mapped as long as the
// program runs, since nobody knows who still holds a slice of it.
type File struct {
	Name  string
	data  []byte
	sums  []byte // of the blocks of body
	body  int64
	table []entry // in the order of the file
}

// Open opens a file of a version. What is wrong with one is ErrForeign, ErrVersion or ErrDamaged.
// O(sections + size/2^20).
func Open(path string, version uint32) (*File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }() // what is mapped stays
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() < headerSize {
		return nil, ErrForeign // and cannot be mapped if it is empty
	}
	data, err := mapped(f, info.Size())
	if err != nil {
		return nil, err
	}
	return New(data, version)
}

// New is Open for bytes in memory, which it keeps.
func New(data []byte, version uint32) (*File, error) {
	if uintptr(unsafe.Pointer(unsafe.SliceData(data)))%8 != 0 {
		data = aligned(data)
	}
	f := &File{data: data}
	if err := f.read(version); err != nil {
		return nil, err
	}
	opened.Store(true)
	return f, nil
}

// read checks all that stands around the sections.
func (f *File) read(version uint32) error {
	size := int64(len(f.data))
	if size < headerSize || string(f.data[:len(Magic)]) != Magic {
		return ErrForeign
	}
	if found := binary.LittleEndian.Uint32(f.data[len(Magic):]); found != version {
		return fmt.Errorf("%w: %d, not %d", ErrVersion, found, version)
	}
	if size < headerSize+trailerSize || string(f.data[:headerSize]) != string(header(version)) {
		return f.damaged("header")
	}
	end := f.data[size-trailerSize:]
	t := trailer{
		body:    int64(binary.LittleEndian.Uint64(end)),
		entries: binary.LittleEndian.Uint32(end[8:]),
		version: binary.LittleEndian.Uint32(end[12:]),
		sum:     binary.LittleEndian.Uint32(end[16:]),
	}
	if string(end[20:]) != "\x00\x00\x00\x00"+Magic || t.version != version {
		return f.damaged("trailer")
	}
	if t.entries > mostEntries || t.body < headerSize || t.body > size || t.body+4*blocks(t.body)+entrySize*int64(t.entries)+trailerSize != size {
		return f.damaged("trailer")
	}
	if crc32.Checksum(f.data[t.body:size-trailerSize+16], castagnoli) != t.sum {
		return f.damaged("table")
	}
	f.body = t.body
	f.sums = f.data[t.body:][:4*blocks(t.body)]
	return f.readTable(f.data[t.body:][len(f.sums):][:entrySize*int64(t.entries)])
}

// readTable reads entries that stand in the order of their sections.
func (f *File) readTable(rows []byte) error {
	from := int64(headerSize)
	for row := range slices.Chunk(rows, entrySize) {
		number := func(i int) int64 { return int64(binary.LittleEndian.Uint64(row[nameSize+8*i:])) }
		e := entry{strings.TrimRight(string(row[:nameSize]), "\x00"), number(0), number(1), int(number(2))}
		_, twice := f.entry(e.name)
		switch {
		case e.name == "" || twice:
		case e.offset < from || e.offset%align != 0 || e.offset > f.body:
		case e.length < 0 || e.length > f.body-e.offset:
		case e.size <= 0 || e.length%int64(e.size) != 0:
		default:
			from = e.offset + e.length
			f.table = append(f.table, e)
			continue
		}
		return f.damaged("table")
	}
	return nil
}

func (f *File) entry(name string) (entry, bool) {
	i := slices.IndexFunc(f.table, func(e entry) bool { return e.name == name })
	if i < 0 {
		return entry{}, false
	}
	return f.table[i], true
}

// Size is the length of the file in bytes.
func (f *File) Size() int { return len(f.data) }

// Has says whether there is a section of that name.
func (f *File) Has(name string) bool {
	_, found := f.entry(name)
	return found
}

func (f *File) damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrDamaged, fmt.Sprintf(format, args...))
}
