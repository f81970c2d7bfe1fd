package loaders

import (
	"cmp"
	"io"
	"io/fs"
)

// Options say how to read. The zero Options suit most data.
type Options struct {
	// Columns maps our names of columns to those in the data: "supplier" to
	// "Lieferant". An empty name means that no column is meant. It wins over
	// the columns of linestop.yaml.
	Columns map[string]string

	// Delimiter separates the cells of CSV; 0 = told by the header line.
	Delimiter rune

	// Examples holds the built-in data sets, one folder each; nil = none.
	Examples fs.FS

	// Stdin is what "-" reads; nil = nothing.
	Stdin io.Reader

	// Progress is called now and then with the bytes read and the bytes there
	// are; total 0 = unknown.
	Progress func(done, total int64)

	// Verify holds all of a compiled file against its checksums. Small ones always are.
	Verify bool

	// Spill is a folder in which long lists of the network lie while it is built and written, so that it may
	// be larger than the memory; "" = none. SpillFrom is from how many bytes on. Only on Linux.
	Spill     string
	SpillFrom int

	Limits Limits
}

// Limits bound what hostile or broken data may cost. Zero = the default.
type Limits struct {
	Field   int   // bytes of a cell; default 64 KiB
	Record  int64 // bytes of a row, and so of what a lost quote may swallow; default 16 MiB
	Columns int   // columns of a table; default 256
	Text    int64 // bytes of linestop.yaml or of a scenario; default 1 MiB
	File    int64 // unpacked bytes of a file in a zip; default 4 GiB
	Ratio   int64 // unpacked to packed size of a file in a zip of 64 MiB or more; default 200
	Stream  int64 // bytes of a zip, Parquet or compiled network that is not a file on disk; default 512 MiB
}

func (l Limits) orDefaults() Limits {
	return Limits{
		Field:   cmp.Or(l.Field, 64<<10),
		Record:  cmp.Or(l.Record, 16<<20),
		Columns: cmp.Or(l.Columns, 256),
		Text:    cmp.Or(l.Text, 1<<20),
		File:    cmp.Or(l.File, 4<<30),
		Ratio:   cmp.Or(l.Ratio, 200),
		Stream:  cmp.Or(l.Stream, 512<<20),
	}
}
