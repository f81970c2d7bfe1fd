package loaders

import (
	"bufio"
	"context"
	"errors"
	"os"
	"path/filepath"

	"linestop/graph"
)

// Save writes a network to a path, whole or not at all. A file is replaced; a
// folder is only written where there is none, or an empty one.
func Save(ctx context.Context, path string, net *graph.Network, out Output) error {
	save := saveFile
	if out.Format == Folder {
		save = saveFolder
	}
	if err := save(ctx, filepath.Clean(path), net, out); err != nil {
		return unwritable(path, err)
	}
	return nil
}

func saveFile(ctx context.Context, path string, net *graph.Network, out Output) error {
	temporary, err := os.CreateTemp(filepath.Dir(path), ".linestop-*")
	if err != nil {
		return err
	}
	defer ignore(func() error { return os.Remove(temporary.Name()) }) // gone already if all went well
	err = errors.Join(Write(ctx, temporary, net, out), temporary.Chmod(0o644), temporary.Close())
	if err != nil {
		return err
	}
	return os.Rename(temporary.Name(), path)
}

func saveFolder(ctx context.Context, path string, net *graph.Network, out Output) error {
	if err := isFree(path); err != nil {
		return err
	}
	temporary, err := os.MkdirTemp(filepath.Dir(path), ".linestop-*")
	if err != nil {
		return err
	}
	defer ignore(func() error { return os.RemoveAll(temporary) })
	for _, p := range parts(net, out.Scenarios) {
		if err := savePart(ctx, filepath.Join(temporary, filepath.FromSlash(p.name)), p); err != nil {
			return err
		}
	}
	if err := os.Chmod(temporary, 0o755); err != nil {
		return err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return os.Rename(temporary, path)
}

var errNotEmpty = errors.New("the folder exists and is not empty")

// isFree makes sure that nothing would be lost at path.
func isFree(path string) error {
	entries, err := os.ReadDir(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil
	case err != nil:
		return err
	case len(entries) > 0:
		return errNotEmpty
	}
	return nil
}

func savePart(ctx context.Context, path string, p part) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriterSize(sink{ctx, f}, chunk)
	return errors.Join(p.write(buffered), buffered.Flush(), f.Close())
}
