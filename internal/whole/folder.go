package whole

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Folder puts at path the files that fill makes in the folder it is given. In a
// folder that is there they take their places one after the other: each appears
// whole, those of the same names go, and all others stay.
func Folder(ctx context.Context, path string, fill func(folder string) error) error {
	path = filepath.Clean(path)
	temporary, finish := nameIn(filepath.Dir(path)), os.Rename
	switch old, err := os.Stat(path); {
	case err == nil && old.IsDir():
		temporary, finish = nameIn(path), merge
	case err == nil:
		return refuse(path, "it is a file")
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := os.Mkdir(temporary, 0o777); err != nil {
		return err
	}
	defer clean(ctx, temporary)()
	if err := fill(temporary); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return finish(temporary, path)
}

// merge moves the files of a folder within another to the same places in that
// one. No link leads it out of there.
func merge(from, into string) error {
	root, err := os.OpenRoot(into)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	within := filepath.Base(from)
	return fs.WalkDir(root.FS(), within, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || name == within {
			return err
		}
		place := strings.TrimPrefix(name, within+"/")
		if entry.IsDir() {
			return root.MkdirAll(place, 0o777)
		}
		return root.Rename(name, place)
	})
}

// exists is an error that is fs.ErrExist in other words.
type exists string

func (e exists) Error() string      { return string(e) }
func (exists) Is(target error) bool { return target == fs.ErrExist }

func taken(path, why string) error {
	return &fs.PathError{Op: "write", Path: path, Err: exists(why)}
}

// Free says whether nothing would be lost by writing to path: nothing is there, a
// device, or a file or folder that is empty. Else its error is fs.ErrExist.
func Free(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.Mode().IsRegular() && info.Size() > 0:
		return taken(path, "the file exists already")
	case !info.IsDir():
		return nil
	}
	entries, err := os.ReadDir(path)
	if err == nil && len(entries) > 0 {
		err = taken(path, "the folder exists and is not empty")
	}
	return err
}
