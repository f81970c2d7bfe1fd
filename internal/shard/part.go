package shard

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"iter"
	"math"
	"os"
	"slices"
)

// Header says what a part is of. Parts belong together if only their shards differ.
type Header struct {
	Version  string   `json:"version"`  // of the program
	Question []string `json:"question"` // as on its command line
	Data     Data     `json:"data"`
	Pieces   int      `json:"pieces"` // of the whole job
	Shard    Shard    `json:"shard"`
}

// Apart says in what another header is of another job; "" if it is not.
func (h Header) Apart(other Header) string {
	switch {
	case h.Version != other.Version:
		return "the version of linestop"
	case !slices.Equal(h.Question, other.Question):
		return "the question"
	case !h.Data.same(other.Data):
		return "the data"
	case h.Shard.Of != other.Shard.Of || h.Pieces != other.Pieces:
		return "the number of shards"
	}
	return ""
}

// A part begins with this line and holds records: the length of what follows and its CRC-32C, 4 bytes each with
// the least first, and that. The first is the header in JSON, the others are pieces: their number and
// what they gave.
const magic = "linestop part 1\n"

const frame = 8 // bytes before a record's own

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func appendRecord(file, record []byte) []byte {
	file = binary.LittleEndian.AppendUint32(file, uint32(len(record)))
	file = binary.LittleEndian.AppendUint32(file, crc32.Checksum(record, castagnoli))
	return append(file, record...)
}

// appendPiece appends what a piece gave.
func appendPiece(file []byte, piece int, gave []byte) []byte {
	return appendRecord(file, append(binary.AppendUvarint(nil, uint64(piece)), gave...))
}

// Write writes a part with these pieces.
func Write(w io.Writer, h Header, pieces iter.Seq2[int, []byte]) error {
	header, err := json.Marshal(h)
	if err != nil {
		return err
	}
	if _, err := w.Write(appendRecord([]byte(magic), header)); err != nil {
		return err
	}
	for piece, gave := range pieces {
		if _, err := w.Write(appendPiece(nil, piece, gave)); err != nil {
			return err
		}
	}
	return nil
}

// record reads the record at the beginning of a file; false if it is not whole.
func record(file []byte) ([]byte, bool) {
	if len(file) < frame {
		return nil, false
	}
	length := binary.LittleEndian.Uint32(file)
	if uint64(length) > uint64(len(file)-frame) {
		return nil, false
	}
	r := file[frame : frame+length]
	return r, crc32.Checksum(r, castagnoli) == binary.LittleEndian.Uint32(file[4:])
}

// Part is what a file holds of a shard.
type Part struct {
	Path string
	Header
	Given map[int][]byte // by piece: what it gave
	whole int            // bytes of the file up to the first record that is not whole
}

// ErrNoPart is that a file is something else.
var ErrNoPart = errors.New("is no part of a sweep")

// Read reads a part, finished or not: what is not whole at its end does not count. Errors of the file
// system are *fs.PathError.
func Read(path string) (*Part, error) {
	file, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	if len(file) < len(magic) || string(file[:len(magic)]) != magic {
		return nil, fmt.Errorf("%q %w", path, ErrNoPart)
	}
	p := &Part{Path: path, Given: map[int][]byte{}, whole: len(magic)}
	header, ok := p.next(file)
	if !ok || json.Unmarshal(header, &p.Header) != nil || p.check() != nil {
		return nil, fmt.Errorf("%q %w: its header is damaged", path, ErrNoPart)
	}
	for {
		before := p.whole
		r, ok := p.next(file)
		if !ok {
			return p, nil
		}
		piece, digits := binary.Uvarint(r)
		if digits <= 0 || piece > math.MaxInt32 || !p.Shard.has(int(piece), p.Pieces) {
			p.whole = before
			return p, nil
		}
		p.Given[int(piece)] = r[digits:]
	}
}

func (p *Part) next(file []byte) ([]byte, bool) {
	r, ok := record(file[p.whole:])
	if ok {
		p.whole += frame + len(r)
	}
	return r, ok
}

// check judges what a header says.
func (h Header) check() error {
	if _, err := Parse(h.Shard.String()); err != nil {
		return err
	}
	if h.Pieces < 0 || h.Pieces > math.MaxInt32 {
		return fmt.Errorf("%d pieces", h.Pieces)
	}
	return nil
}

// Left is how many pieces of the shard are still to do.
func (p *Part) Left() int { return p.Shard.size(p.Pieces) - len(p.Given) }
