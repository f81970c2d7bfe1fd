package loaders

import (
	"errors"
	"io/fs"
	"strings"
)

// readSet reads nodes.csv and inputs.csv, if they are there, and supplies.csv.
func (l *load) readSet(s *set) error {
	if err := l.readInfo(s); err != nil {
		return err
	}
	nodes, err := s.table("nodes")
	if err != nil {
		return err
	}
	supplies, err := s.table("supplies")
	if err != nil {
		return err
	}
	if supplies == "" {
		return s.noSupplies()
	}
	inputs, err := s.table("inputs")
	if err != nil {
		return err
	}
	l.done, l.total = 0, s.size(nodes)+s.size(inputs)+s.size(supplies)
	l.begin()
	if nodes != "" {
		if err := readSetTable(l, nodeTable, s, nodes); err != nil {
			return err
		}
	}
	if inputs != "" {
		if err := readSetTable(l, inputTable, s, inputs); err != nil {
			return err
		}
	}
	return readSetTable(l, supplyTable, s, supplies)
}

func readSetTable[T any](l *load, t *table[T], s *set, name string) error {
	f, err := s.Open(name)
	if err != nil {
		return unreadable(s.path(name), err)
	}
	defer ignore(f.Close)
	r := lookable(f)
	if isParquet(r) {
		return readParquetFile(l, t, s.path(name), r)
	}
	text, err := l.open(s.path(name), r)
	if err != nil {
		return err
	}
	return readCSV(l, t, s.path(name), text)
}

// tableFiles lists the names of the files that hold tables.
func tableFiles(tables ...string) (files []string) {
	for _, name := range tables {
		files = append(files, name+".csv", name+".tsv", name+".parquet")
	}
	return files
}

// table finds the file of a table; "" = there is none.
func (s *set) table(name string) (string, error) {
	var found []string
	for _, file := range tableFiles(name) {
		switch _, err := fs.Stat(s, file); {
		case err == nil:
			found = append(found, file)
		case !errors.Is(err, fs.ErrNotExist):
			return "", unreadable(s.path(file), err)
		}
	}
	switch len(found) {
	case 0:
		return "", nil
	case 1:
		return found[0], nil
	}
	return "", fail(file(s.name), "remove one", "has both %s and %s", found[0], found[1])
}

// size is for the progress only: 0 where it cannot be told.
func (s *set) size(name string) int64 {
	info, err := fs.Stat(s, name)
	if err != nil {
		return 0
	}
	return info.Size()
}

// noSupplies says what there is instead.
func (s *set) noSupplies() error {
	entries, err := fs.ReadDir(s, ".")
	if err != nil {
		return unreadable(s.name, err)
	}
	var tables []string
	for _, e := range entries {
		if name := e.Name(); strings.HasSuffix(name, ".csv") || strings.HasSuffix(name, ".tsv") || strings.HasSuffix(name, ".json") {
			tables = append(tables, name)
		}
	}
	hint := ""
	if len(tables) > 0 {
		hint = "it holds " + strings.Join(tables, ", ") + "; an edge list of another name can be read as a file by itself"
	}
	return fail(file(s.name), hint, "has no supplies.csv")
}
