package loaders

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"linestop/graph"
	"linestop/internal/whole"
)

// Save writes a network to a path, whole or not at all. What is there already is
// an error that is fs.ErrExist, unless it is empty, a device, or Output.Replace
// is set.
func Save(ctx context.Context, path string, net *graph.Network, out Output) error {
	var err error
	if !out.Replace {
		err = whole.Free(path)
	}
	switch {
	case err != nil:
	case out.Folder():
		err = saveFolder(ctx, path, parts(net, out))
	default:
		err = whole.File(ctx, path, func(w io.Writer) error { return Write(ctx, w, net, out) })
	}
	if err != nil {
		return unwritable(path, err)
	}
	return nil
}

func saveFolder(ctx context.Context, path string, parts []part) error {
	err := whole.Folder(ctx, path, func(folder string) error {
		for _, p := range parts {
			if err := savePart(ctx, filepath.Join(folder, filepath.FromSlash(p.name)), p); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return dropStale(path, parts)
}

func savePart(ctx context.Context, path string, p part) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return err
	}
	return whole.File(ctx, path, func(w io.Writer) error {
		buffered := bufio.NewWriterSize(sink{ctx, w}, chunk)
		return cmp.Or(p.write(buffered), buffered.Flush())
	})
}

// dropStale removes the files of a data set that was in the folder before and that
// would be read together with the new ones.
func dropStale(folder string, parts []part) error {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	s := &set{root.FS(), folder, root.Close}
	defer ignore(s.close)
	files, err := s.files()
	for _, name := range files {
		if !slices.ContainsFunc(parts, func(p part) bool { return p.name == name }) {
			err = errors.Join(err, root.Remove(name))
		}
	}
	return err
}
