// Package compiled keeps a network and its index in one file that is read where it lies:
// it opens in the same millisecond whatever its size, and of a question only reads what
// the answer needs.
//
// What the file says is what the data said when it was written: names, numbers and places of all rows,
// the problems that were found in them, and the scenarios.
package compiled

import (
	"context"
	"io"

	"linestop/graph"
	"linestop/graph/index"
	"linestop/internal/sections"
)

// Version is that of the lists in graph and graph/index, and of what they mean. Only files of this version are read.
const Version = 1

// Magic is how every compiled file begins.
const Magic = sections.Magic

// What is wrong with a file that cannot be used.
var (
	ErrForeign = sections.ErrForeign
	ErrVersion = sections.ErrVersion
	ErrDamaged = sections.ErrDamaged
)

// Guard asks something of a network that lies in a file: see sections.Guard.
func Guard(ask func() error) error { return sections.Guard(ask) }

// Write writes a network, with what the caller keeps of its scenarios. The same network
// gives the same bytes. Besides what is wrong in writing there is the error of ctx.
func Write(ctx context.Context, w io.Writer, net *graph.Network, scenarios []byte) error {
	f := sections.NewWriter(w, Version)
	sections.Array(sections.Writing(f), "scenarios", &scenarios)
	if err := graph.Store(ctx, f, net); err != nil {
		return err
	}
	if err := index.Store(ctx, f, net); err != nil {
		return err
	}
	return f.Close()
}

// small is the size up to which a file is read whole when it is opened: it takes some
// milliseconds.
const small = 16 << 20

// Open reads a file, and holds all of it against its checksums if it is small or if that is
// asked for. Errors that are not ErrForeign, ErrVersion or ErrDamaged are those of the file system and of ctx.
func Open(ctx context.Context, path string, verify bool) (net *graph.Network, scenarios []byte, err error) {
	f, err := sections.Open(path, Version)
	if err != nil {
		return nil, nil, err
	}
	return read(ctx, f, verify)
}

// Read is Open for what is in memory already, and verified.
func Read(ctx context.Context, data []byte) (net *graph.Network, scenarios []byte, err error) {
	f, err := sections.New(data, Version)
	if err != nil {
		return nil, nil, err
	}
	return read(ctx, f, true)
}

func read(ctx context.Context, f *sections.File, verify bool) (net *graph.Network, scenarios []byte, err error) {
	if verify || f.Size() <= small {
		if err := f.Verify(ctx); err != nil {
			return nil, nil, err
		}
	}
	if net, err = graph.Restore(f); err != nil {
		return nil, nil, err
	}
	c := sections.Reading(f)
	sections.Array(c, "scenarios", &scenarios)
	return net, scenarios, c.Err()
}
