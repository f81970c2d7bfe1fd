package loaders

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"linestop/graph"
)

const examplePrefix = "example:"

// set is a data set in its folder form, wherever it lies.
type set struct {
	fs.FS
	name  string // of the places in it: name/supplies.csv
	close func() error
}

func (s *set) path(file string) string { return s.name + "/" + file }

// files lists the files that a data set in its folder form is read from.
func (s *set) files() ([]string, error) {
	files, err := s.scenarioFiles()
	for _, name := range append(tableFiles("nodes", "supplies", "inputs"), infoFile) {
		if _, err := fs.Stat(s, name); err == nil {
			files = append(files, name)
		}
	}
	return files, err
}

// Holds says whether a data set or its scenarios are read from the file or folder
// at path, so that writing there would change them.
func Holds(ref, path string) bool {
	data, err := os.Stat(ref)
	if err != nil {
		return false
	}
	target, err := os.Stat(path)
	if err != nil {
		return false
	}
	s := &set{FS: os.DirFS(filepath.Dir(ref))}
	list := s.scenarioFiles
	if data.IsDir() {
		s.FS, list = os.DirFS(ref), s.files
	}
	files, _ := list() // of what cannot be listed nothing is read
	return os.SameFile(data, target) || slices.ContainsFunc(files, func(name string) bool {
		file, err := fs.Stat(s, name)
		return err == nil && os.SameFile(file, target)
	})
}

// openSet opens a folder, a zip or an example. Anything else gives nil.
func openSet(ref string, opts Options) (*set, error) {
	if name, ok := strings.CutPrefix(ref, examplePrefix); ok {
		return openExample(ref, name, opts.Examples)
	}
	info, err := os.Stat(ref)
	switch {
	case err != nil:
		return nil, noData(ref, err, opts.Examples)
	case info.IsDir():
		root, err := os.OpenRoot(ref) // a link in the data must not lead out of it
		if err != nil {
			return nil, unreadable(ref, err)
		}
		return &set{root.FS(), strings.TrimRight(ref, `/\`), root.Close}, nil
	case info.Mode().IsRegular():
		return openZip(ref, opts.Limits.orDefaults())
	}
	return nil, nil
}

func openExample(ref, name string, examples fs.FS) (*set, error) {
	names := exampleNames(examples)
	if !slices.Contains(names, name) {
		hint := ""
		if len(names) > 0 {
			hint = "the examples are " + strings.Join(names, ", ")
		}
		if near := graph.Nearest(name, slices.Values(names), 1); len(near) > 0 {
			hint = "did you mean " + examplePrefix + near[0] + "?"
		}
		return nil, fail(file(ref), hint, "there is no such example")
	}
	sub, err := fs.Sub(examples, name)
	if err != nil {
		return nil, unreadable(ref, err)
	}
	return &set{sub, ref, func() error { return nil }}, nil
}

func exampleNames(examples fs.FS) []string {
	var names []string
	if examples != nil {
		entries, _ := fs.ReadDir(examples, ".") // unreadable ones are not there
		for _, e := range entries {
			if e.IsDir() {
				names = append(names, e.Name())
			}
		}
	}
	return names
}

// noData is the error for a path that cannot be looked at.
func noData(ref string, err error, examples fs.FS) error {
	hint := ""
	if slices.Contains(exampleNames(examples), ref) {
		hint = "did you mean " + examplePrefix + ref + "?"
	}
	return fail(file(ref), hint, "cannot be read: %w", bare(err))
}
