// Package whole writes files and folders that appear only when they are whole.
// A writing that fails, or whose context ends, leaves what was there before, and
// nothing beside it.
package whole

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// File puts at path what write writes. A file that is there is replaced and its
// mode kept; a link to one is followed. What is neither, such as a device or a
// pipe, is written to as it is. Errors of the file system are *fs.PathError or
// *os.LinkError.
func File(ctx context.Context, path string, write func(io.Writer) error) error {
	old, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(path); err == nil {
			return refuse(path, "it is a link to nothing")
		}
		return replace(ctx, path, nil, write)
	case err != nil:
		return err
	case old.IsDir():
		return refuse(path, "it is a folder")
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0) // whoever may not write to a file may not replace it either
	if err != nil {
		return err
	}
	if !old.Mode().IsRegular() {
		return cmp.Or(write(f), f.Close())
	}
	target, err := filepath.EvalSymlinks(path)
	if err := cmp.Or(err, f.Close()); err != nil {
		return err
	}
	return replace(ctx, target, old, write)
}

// replace writes beside path and then takes its place, with the mode of old,
// which may be nil. Only a file that lies on the disk is renamed: otherwise a
// crash could leave an empty one.
func replace(ctx context.Context, path string, old fs.FileInfo, write func(io.Writer) error) error {
	temporary := nameIn(filepath.Dir(path))
	f, err := os.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer clean(ctx, temporary)()
	err = write(f)
	if err == nil && old != nil {
		err = f.Chmod(old.Mode())
	}
	if err := cmp.Or(err, f.Sync(), f.Close(), ctx.Err()); err != nil {
		return err
	}
	return os.Rename(temporary, path)
}

// nameIn is a name in a folder that nothing has. (A file of os.CreateTemp would be
// its owner's alone, whatever the umask.)
func nameIn(folder string) string {
	return filepath.Join(folder, fmt.Sprintf(".linestop-%016x", rand.Uint64()))
}

// clean removes what was not renamed: when it is called, and as soon as ctx ends,
// since whoever writes may be stuck.
func clean(ctx context.Context, temporary string) func() {
	remove := func() { _ = os.RemoveAll(temporary) }
	stop := context.AfterFunc(ctx, remove)
	return func() {
		stop()
		remove()
	}
}

func refuse(path, why string) error {
	return &fs.PathError{Op: "write", Path: path, Err: errors.New(why)}
}
