// Package sections keeps arrays of numbers in one file, from which they are read
// where they lie: the file is mapped into memory, so that opening it costs no more for
// a billion numbers than for ten.
//
// A file is a header, the sections, the checksums of all that, a table of the sections, and a
// trailer that says where they end. All numbers are little-endian; where the machine is not, arrays are
// decoded into memory. Each section begins at a multiple of 64 bytes. Each mebibyte of header and
// sections has a checksum (CRC-32C, RFC 3720, appendix B.4), and so have checksums, table and trailer.
//
// Open believes nothing that it has not checked, and checks all but the insides of the sections, for
// which there is Verify. Until then a section may hold any numbers. Whoever takes them for indices
// of slices will be told by a panic: see Guard.
//
// A Space keeps arrays in files that nobody sees, for networks larger than the memory.
//
// This package alone takes memory for arrays (unsafe).
package sections

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
)

// Magic is how every file begins, and ends. As in PNG, a copy that turns line ends or drops the
// eighth bit does not keep it.
const Magic = "\x93LSN\r\n\x1a\n"

const (
	headerSize  = 16 // magic, version, four zeros
	entrySize   = 48 // see entry
	trailerSize = 32 // see trailer

	nameSize    = 24
	mostEntries = 4096
	align       = 64
	block       = 1 << 20 // bytes that have a checksum
)

// What is wrong with a file that cannot be used.
var (
	ErrForeign = errors.New("is none of this program's binary files")
	ErrVersion = errors.New("is of a version that this program does not know")
	ErrDamaged = errors.New("is damaged or cut short")
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func header(version uint32) []byte {
	h := binary.LittleEndian.AppendUint32([]byte(Magic), version)
	return binary.LittleEndian.AppendUint32(h, 0)
}

// entry is a row of the table: a name, filled up with zeros, and three numbers of eight bytes.
type entry struct {
	name           string
	offset, length int64 // in bytes
	size           int   // of each element, in bytes
}

func (e entry) append(to []byte) []byte {
	to = append(to, e.name...)
	to = append(to, make([]byte, nameSize-len(e.name))...)
	for _, v := range []int64{e.offset, e.length, int64(e.size)} {
		to = binary.LittleEndian.AppendUint64(to, uint64(v))
	}
	return to
}

// trailer is the end of a file, before the magic.
type trailer struct {
	body    int64  // bytes of header and sections
	entries uint32 // of the table
	version uint32 // as in the header
	sum     uint32 // of checksums, table and the first sixteen bytes of the trailer
}

func (t trailer) append(to []byte) []byte {
	to = binary.LittleEndian.AppendUint64(to, uint64(t.body))
	to = binary.LittleEndian.AppendUint32(to, t.entries)
	to = binary.LittleEndian.AppendUint32(to, t.version)
	return to
}

// blocks is how many checksums a body has.
func blocks(body int64) int64 { return (body + block - 1) / block }
