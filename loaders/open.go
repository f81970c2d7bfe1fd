package loaders

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"

	"linestop/graph"
	"linestop/graph/compiled"
)

const stdin = "<stdin>"

// Open reads the data set that ref names: a folder, a file, a compiled one among them, "-" for
// opts.Stdin, or "example:NAME". Problems in the data are in the network, for
// graph.Validate; an error means that there is no network.
func Open(ctx context.Context, ref string, opts Options) (*graph.Network, error) {
	if ref == "-" {
		return Read(ctx, stdin, opts.Stdin, opts)
	}
	l, err := newLoad(ctx, ref, opts)
	if err != nil {
		return nil, err
	}
	if IsCompiled(ref) {
		return l.readCompiled(ref)
	}
	set, err := openSet(ref, l.Options)
	if err != nil {
		return nil, err
	}
	if set != nil {
		defer ignore(set.close)
		if err := l.readSet(set); err != nil {
			return nil, err
		}
		return l.finish()
	}
	f, err := os.Open(ref)
	if err != nil {
		return nil, unreadable(ref, err)
	}
	defer ignore(f.Close)
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		l.total = info.Size()
	}
	if err := l.readFile(ref, lookable(f)); err != nil {
		return nil, err
	}
	return l.finish()
}

// Read reads a data set from a stream: a bare edge list, as text or Parquet, JSON, a fault
// tree, a zip or a compiled network. The name is for messages only.
func Read(ctx context.Context, name string, r io.Reader, opts Options) (*graph.Network, error) {
	l, err := newLoad(ctx, name, opts)
	if err != nil {
		return nil, err
	}
	if r == nil {
		r = bytes.NewReader(nil)
	}
	text := bufio.NewReaderSize(r, chunk)
	if start, _ := text.Peek(len(compiled.Magic)); string(start) == compiled.Magic {
		return l.streamCompiled(name, text)
	}
	if err := l.readStream(name, text); err != nil {
		return nil, err
	}
	return l.finish()
}

func (l *load) readStream(name string, r *bufio.Reader) error {
	if start, _ := r.Peek(len(zipMagic)); string(start) != zipMagic {
		return l.readFile(name, r)
	}
	set, err := l.zipStream(name, r)
	if err != nil {
		return err
	}
	return l.readSet(set)
}

// readFile reads the formats that are a single file.
func (l *load) readFile(name string, r io.Reader) error {
	if isParquet(r) {
		l.begin()
		return readParquetFile(l, supplyTable, name, r)
	}
	text, err := l.open(name, r)
	if err != nil {
		return err
	}
	switch {
	case isJSON(text):
		return readJSON(l, name, text)
	case isFaultTree(text):
		return readFaultTree(l, name, text)
	}
	l.begin()
	return readCSV(l, supplyTable, name, text)
}
