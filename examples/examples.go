// Package examples holds the data sets that are built into the program: each
// folder has nodes.csv, supplies.csv, scenarios and a README with its story,
// its sources and what is assumed.
package examples

import (
	"embed"
	"io/fs"
	"iter"
	"slices"
)

//go:embed aisin-1997 blackwell eda hello meridian-2018 naka-2011 naka-2021 neon-2022 nexperia payments rare-earths texas-2021 xirallic-2011
var folders embed.FS

// FS has one folder for each data set, named as in example:NAME.
func FS() fs.FS { return folders }

// Names lists the data sets.
func Names() []string {
	entries, err := fs.ReadDir(folders, ".")
	if err != nil {
		panic(err) // the root of an embed.FS is always there
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// All yields the names.
func All() iter.Seq[string] { return slices.Values(Names()) }
