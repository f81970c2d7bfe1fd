package loaders

import (
	"context"
	"embed"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"linestop/graph"
)

const scenarioFolder = "scenarios"

// Scenarios reads all scenarios of a data set, in the order of their file names:
// the .yaml, .yml and .json files in its folder "scenarios". That of a single
// file lies beside it; standard input has none.
func Scenarios(ctx context.Context, ref string, opts Options) ([]graph.Scenario, graph.Problems, error) {
	s, files, err := openScenarios(ctx, ref, opts)
	if err != nil {
		return nil, nil, err
	}
	defer ignore(s.close)
	var found []graph.Scenario
	var problems graph.Problems
	for _, file := range files {
		scenario, wrong := s.scenario(ctx, file, opts)
		found, problems = append(found, scenario), append(problems, wrong...)
	}
	return found, problems, nil
}

// FindScenario reads the scenario that name stands for: a file ending in .yaml,
// .yml or .json, EXAMPLE/SCENARIO, or the name or file of a scenario of the data
// set ref.
func FindScenario(ctx context.Context, ref, name string, opts Options) (graph.Scenario, graph.Problems, error) {
	if isScenarioFile(name) {
		f, err := os.Open(name)
		if err != nil {
			return graph.Scenario{}, nil, unreadable(name, err)
		}
		defer ignore(f.Close)
		s, problems := ReadScenario(ctx, name, f, opts)
		return s, problems, nil
	}
	example, of, ok := strings.Cut(strings.TrimPrefix(name, examplePrefix), "/")
	if ok && slices.Contains(exampleNames(opts.Examples), example) {
		ref, name = examplePrefix+example, of
	}
	s, files, err := openScenarios(ctx, ref, opts)
	if err != nil {
		return graph.Scenario{}, nil, err
	}
	defer ignore(s.close)
	return s.find(ctx, name, files, opts)
}

// File is a file as it is.
type File struct {
	Name string // without folders
	Text []byte
	Of   string // the data set that it belongs to, as messages name it
}

// ScenarioFiles returns the files that Scenarios reads, unread, for an Output.
func ScenarioFiles(ctx context.Context, ref string, opts Options) ([]File, error) {
	l, err := newLoad(ctx, ref, opts)
	if err != nil {
		return nil, err
	}
	s, names, err := openScenarios(ctx, ref, opts)
	if err != nil {
		return nil, err
	}
	defer ignore(s.close)
	var files []File
	for _, name := range names {
		text, err := l.small(s, name)
		if err != nil {
			return nil, err
		}
		files = append(files, File{path.Base(name), text, s.name})
	}
	return files, nil
}

// openScenarios opens what holds the scenarios of a data set and lists their files.
func openScenarios(ctx context.Context, ref string, opts Options) (*set, []string, error) {
	s, err := scenarioSet(ctx, ref, opts)
	if err != nil {
		return nil, nil, err
	}
	files, err := s.scenarioFiles()
	if err != nil {
		ignore(s.close)
		return nil, nil, err
	}
	return s, files, nil
}

func scenarioSet(ctx context.Context, ref string, opts Options) (*set, error) {
	switch {
	case ref == "-":
		return noFiles(ref), nil
	case IsCompiled(ref):
		return compiledScenarios(ctx, ref, opts)
	}
	s, err := openSet(ref, opts)
	if s != nil || err != nil {
		return s, err
	}
	folder := filepath.Dir(ref)
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, unreadable(folder, err)
	}
	return &set{root.FS(), filepath.ToSlash(folder), root.Close}, nil
}

func noFiles(name string) *set { return &set{embed.FS{}, name, func() error { return nil }} }

func isScenarioFile(name string) bool {
	return slices.Contains([]string{".yaml", ".yml", ".json"}, path.Ext(name))
}

func (s *set) scenarioFiles() ([]string, error) {
	entries, err := fs.ReadDir(s, scenarioFolder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, unreadable(s.path(scenarioFolder), err)
	}
	var files []string
	for _, e := range entries {
		if isScenarioFile(e.Name()) {
			files = append(files, path.Join(scenarioFolder, e.Name()))
		}
	}
	return files, nil
}

func (s *set) scenario(ctx context.Context, name string, opts Options) (graph.Scenario, graph.Problems) {
	f, err := s.Open(name)
	if err != nil {
		return graph.Scenario{Name: stem(name)}, graph.Problems{problemOf(unreadable(s.path(name), err))}
	}
	defer ignore(f.Close)
	return ReadScenario(ctx, s.path(name), f, opts)
}

// find reads the scenario of that name. The name of the file is tried first: it
// needs no other file to be read.
func (s *set) find(ctx context.Context, name string, files []string, opts Options) (graph.Scenario, graph.Problems, error) {
	var names []string
	for _, file := range files {
		if stem(file) == name {
			scenario, problems := s.scenario(ctx, file, opts)
			return scenario, problems, nil
		}
	}
	for _, file := range files {
		scenario, problems := s.scenario(ctx, file, opts)
		if scenario.Name == name {
			return scenario, problems, nil
		}
		names = append(names, scenario.Name)
	}
	hint := "give the scenario as a file"
	if near := graph.Nearest(name, slices.Values(names), 1); len(near) > 0 {
		hint = "did you mean " + near[0] + "?"
	} else if len(names) > 0 {
		hint = "its scenarios are " + strings.Join(names, ", ")
	}
	return graph.Scenario{}, nil, fail(file(s.name), hint, "has no scenario %q", name)
}
