package loaders

import (
	"bufio"
	"bytes"
	"io"
	"io/fs"
)

// lookable makes of what cannot be read here and there a stream that can be looked into.
func lookable(f fs.File) io.Reader {
	if _, ok := f.(io.ReaderAt); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return f
		}
	}
	return bufio.NewReaderSize(f, chunk)
}

// isParquet looks at the start of a file, or of a stream that can be looked into.
func isParquet(r io.Reader) bool {
	switch r := r.(type) {
	case *bufio.Reader:
		start, _ := r.Peek(len(parquetMagic))
		return string(start) == parquetMagic
	case io.ReaderAt:
		start := make([]byte, len(parquetMagic))
		n, _ := r.ReadAt(start, 0) // an error comes again when it is read
		return string(start[:n]) == parquetMagic
	}
	return false
}

// readParquetFile reads a file here and there, as Parquet asks for; a stream, or what
// lies packed in a zip, is read whole first.
func readParquetFile[T any](l *load, t *table[T], name string, r io.Reader) error {
	if f, ok := r.(interface {
		io.ReaderAt
		Stat() (fs.FileInfo, error)
	}); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return readParquet(l, t, name, f, info.Size())
		}
	}
	all, err := l.readAll(name, "Parquet", r)
	if err != nil {
		return err
	}
	return readParquet(l, t, name, bytes.NewReader(all), int64(len(all)))
}
