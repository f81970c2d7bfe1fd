package loaders

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"

	"linestop/graph"
	"linestop/graph/compiled"
)

// IsCompiled says whether a path leads to a file that begins as compiled ones do.
func IsCompiled(path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer ignore(f.Close)
	start := make([]byte, len(compiled.Magic))
	_, err = io.ReadFull(f, start)
	return err == nil && string(start) == compiled.Magic
}

func (l *load) readCompiled(path string) (*graph.Network, error) {
	if err := l.checkMapped(); err != nil {
		return nil, err
	}
	net, _, err := compiled.Open(l.ctx, path, l.Verify)
	return net, unusable(path, err)
}

func (l *load) streamCompiled(name string, r io.Reader) (*graph.Network, error) {
	if err := l.checkMapped(); err != nil {
		return nil, err
	}
	all, err := l.readAll(name, "a compiled network", r)
	if err != nil {
		return nil, err
	}
	net, _, err := compiled.Read(l.ctx, all)
	return net, unusable(name, err)
}

// compiledScenarios are the scenarios in a compiled file, under the names that they had
// when it was written.
func compiledScenarios(ctx context.Context, path string, opts Options) (*set, error) {
	_, packed, err := compiled.Open(ctx, path, false)
	if err != nil {
		return nil, unusable(path, err)
	}
	if packed == nil {
		return noFiles(path), nil
	}
	z, err := unzip(path, bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return nil, err
	}
	s := noFiles(z.Comment)
	s.FS = archive{z, opts.Limits.orDefaults(), z.Comment}
	return s, nil
}

// unusable is what is wrong with a compiled file, and what to do about it.
func unusable(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, compiled.ErrDamaged), errors.Is(err, compiled.ErrVersion):
		return fail(file(path), "compile it anew: linestop compile DATA -o FILE", "%w", err)
	}
	return unreadable(path, err)
}

// writeCompiled keeps the scenarios as a zip whose comment is the name of their data set.
func writeCompiled(ctx context.Context, w io.Writer, net *graph.Network, scenarios []File) error {
	var packed bytes.Buffer
	if len(scenarios) > 0 {
		if err := writeZip(&packed, scenarioParts(scenarios), scenarios[0].Of); err != nil {
			return err
		}
	}
	return compiled.Write(ctx, w, net, packed.Bytes())
}
