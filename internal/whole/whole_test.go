package whole

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
)

// tree is what lies in a folder: texts by path, a link as "-> target".
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	found := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(folder, path)
		if d.Type() == fs.ModeSymlink {
			to, err := os.Readlink(path)
			found[filepath.ToSlash(name)] = "-> " + to
			return err
		}
		text, err := os.ReadFile(path)
		found[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// plant makes what tree describes.
func plant(t *testing.T, folder string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		path := filepath.Join(folder, name)
		err := os.MkdirAll(filepath.Dir(path), 0o755)
		if to, isLink := strings.CutPrefix(text, "-> "); isLink {
			err = errors.Join(err, os.Symlink(to, path))
		} else {
			err = errors.Join(err, os.WriteFile(path, []byte(text), 0o644))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func says(text string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, text)
		return err
	}
}

var errHalf = errors.New("half way")

func half(w io.Writer) error { return errors.Join(says("ha")(w), errHalf) }

func TestFile(t *testing.T) {
	for _, test := range []struct {
		name   string
		before map[string]string
		write  func(io.Writer) error
		after  map[string]string
		err    string
	}{
		{"new", nil, says("new"), map[string]string{"x": "new"}, ""},
		{"there", map[string]string{"x": "old"}, says("new"), map[string]string{"x": "new"}, ""},
		{
			"a link",
			map[string]string{"x": "-> sub/y", "sub/y": "old"},
			says("new"),
			map[string]string{"x": "-> sub/y", "sub/y": "new"},
			"",
		},
		{"a link to nothing", map[string]string{"x": "-> y"}, says("new"), map[string]string{"x": "-> y"}, "write x: it is a link to nothing"},
		{"a folder", map[string]string{"x/y": "old"}, says("new"), map[string]string{"x/y": "old"}, "write x: it is a folder"},
		{"failed, over an old one", map[string]string{"x": "old"}, half, map[string]string{"x": "old"}, "half way"},
		{"failed", nil, half, map[string]string{}, "half way"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			plant(t, ".", test.before)
			err := File(t.Context(), "x", test.write)
			if got := tree(t, "."); !reflect.DeepEqual(got, test.after) {
				t.Errorf("got %q, want %q", got, test.after)
			}
			if said(err) != test.err {
				t.Errorf("got %v, want %q", err, test.err)
			}
		})
	}
}

func said(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// A new file has the mode that any program's has; one that was there keeps its own.
func TestFileKeepsMode(t *testing.T) {
	t.Chdir(t.TempDir())
	plain, err := os.OpenFile("plain", os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		t.Fatal(err)
	}
	info, err := plain.Stat()
	if err != nil || plain.Close() != nil {
		t.Fatal(err)
	}
	for _, want := range []fs.FileMode{info.Mode(), 0o640, 0o755} {
		if want != info.Mode() {
			if err := os.Chmod("x", want); err != nil {
				t.Fatal(err)
			}
		}
		if err := File(t.Context(), "x", says("new")); err != nil {
			t.Fatal(err)
		}
		if now, err := os.Stat("x"); err != nil || now.Mode() != want {
			t.Errorf("mode %v, want %v: %v", now.Mode(), want, err)
		}
	}
}

// Who may not write to a file may not replace it either.
func TestFileHeedsReadOnly(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may write everywhere")
	}
	t.Chdir(t.TempDir())
	plant(t, ".", map[string]string{"x": "old"})
	if err := os.Chmod("x", 0o444); err != nil {
		t.Fatal(err)
	}
	if err := File(t.Context(), "x", says("new")); !errors.Is(err, fs.ErrPermission) {
		t.Error(err)
	}
}

// When time is up what was written goes at once, even if the writer is stuck.
func TestFileCancelled(t *testing.T) {
	t.Chdir(t.TempDir())
	plant(t, ".", map[string]string{"x": "old"})
	ctx, cancel := context.WithCancel(t.Context())
	err := File(ctx, "x", func(w io.Writer) error {
		if len(tree(t, ".")) != 2 {
			t.Error("it is written elsewhere than beside the file")
		}
		cancel()
		for deadline := time.Now().Add(10 * time.Second); len(tree(t, ".")) > 1 && time.Now().Before(deadline); {
			time.Sleep(time.Millisecond)
		}
		return says("new")(w)
	})
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if got := tree(t, "."); !reflect.DeepEqual(got, map[string]string{"x": "old"}) {
		t.Errorf("left: %q", got)
	}
}

func TestFolder(t *testing.T) {
	for _, test := range []struct {
		name   string
		before map[string]string
		fill   map[string]string
		fail   error
		after  map[string]string
		err    string
	}{
		{
			"new", nil,
			map[string]string{"a": "1", "sub/b": "2"},
			nil,
			map[string]string{"x/a": "1", "x/sub/b": "2"},
			"",
		},
		{
			"there",
			map[string]string{"x/a": "old", "x/mine": "kept", "x/sub/c": "kept"},
			map[string]string{"a": "1", "sub/b": "2"},
			nil,
			map[string]string{"x/a": "1", "x/mine": "kept", "x/sub/c": "kept", "x/sub/b": "2"},
			"",
		},
		{
			"a link to a file is replaced",
			map[string]string{"x/a": "-> ../y", "y": "kept"},
			map[string]string{"a": "1"},
			nil,
			map[string]string{"x/a": "1", "y": "kept"},
			"",
		},
		{
			"a link to a folder leads nowhere",
			map[string]string{"x/sub": "-> ../y", "y/b": "kept"},
			map[string]string{"sub/b": "2"},
			nil,
			map[string]string{"x/sub": "-> ../y", "y/b": "kept"},
			"path escapes from parent",
		},
		{"failed", map[string]string{"x/a": "old"}, map[string]string{"a": "1"}, errHalf, map[string]string{"x/a": "old"}, "half way"},
		{"failed, new", nil, map[string]string{"a": "1"}, errHalf, map[string]string{}, "half way"},
		{"a file", map[string]string{"x": "old"}, map[string]string{"a": "1"}, nil, map[string]string{"x": "old"}, "write x: it is a file"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Chdir(t.TempDir())
			plant(t, ".", test.before)
			err := Folder(t.Context(), "x/", func(folder string) error {
				plant(t, folder, test.fill)
				return test.fail
			})
			if got := tree(t, "."); !reflect.DeepEqual(got, test.after) {
				t.Errorf("got %q, want %q", got, test.after)
			}
			if !strings.HasSuffix(said(err), test.err) || (err == nil) != (test.err == "") {
				t.Errorf("got %v, want %q", err, test.err)
			}
		})
	}
}

func TestFolderCancelled(t *testing.T) {
	t.Chdir(t.TempDir())
	ctx, cancel := context.WithCancel(t.Context())
	err := Folder(ctx, "x", func(string) error {
		cancel()
		return nil
	})
	if got := tree(t, "."); !errors.Is(err, context.Canceled) || len(got) > 0 {
		t.Error(err, got)
	}
}

func TestFree(t *testing.T) {
	t.Chdir(t.TempDir())
	plant(t, ".", map[string]string{"full": "x", "empty": "", "folder/x": ""})
	if err := os.Mkdir("bare", 0o755); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"full":       "write full: the file exists already",
		"empty":      "",
		"folder":     "write folder: the folder exists and is not empty",
		"bare":       "",
		"nothing":    "",
		os.DevNull:   "",
		"full/thing": "stat full/thing: not a directory",
	} {
		err := Free(path)
		if said(err) != want {
			t.Errorf("%s: %v, want %q", path, err, want)
		}
		if strings.Contains(want, "exists") != errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: %v is fs.ErrExist or not", path, err)
		}
	}
}
