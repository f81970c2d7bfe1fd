package draw

import (
	"slices"

	"linestop/internal/draw/paint"
	"linestop/internal/words"
)

// Unpainted lists what has letters that PNG and PDF show as boxes, such as Arabic
// ones: title, nodes and frames, by name. The fonts built in have the letters of
// Europe and East Asia, and nothing that needs to be shaped.
func (v View) Unpainted() []string {
	var names []string
	check := func(name string, texts ...string) {
		short := words.Shorten(name, 40)
		if !slices.Contains(names, short) && slices.ContainsFunc(append(texts, name), paint.Lacks) {
			names = append(names, short)
		}
	}
	check(v.Title)
	for _, n := range v.Nodes {
		texts := slices.Clone(n.Details)
		for _, need := range n.Needs {
			texts = append(texts, need.Name)
		}
		check(n.Name, texts...)
	}
	for _, c := range v.Clusters {
		check(c.Name)
	}
	return names
}
