package loaders

import (
	"fmt"
	"slices"

	"linestop/graph"
)

// Lost names what an output cannot hold of a network, each in a few words: nil
// if nothing is lost.
func Lost(net *graph.Network, out Output) []string {
	if out.Format == Compiled {
		return nil
	}
	bare := slices.Contains([]Format{CSV, TSV, Parquet}, out.Format)
	var lost []string
	if bare {
		lost = slices.Concat(lost, lostInfo(net.Info), lostNodes(net), lostLoners(net), lostInputs(net))
	} else {
		lost = append(lost, lostNames(nodeTable, nodeRows(net), nil)...)
		lost = append(lost, lostNames(inputTable, inputRows(net), nil)...)
	}
	rename := map[string]string(nil)
	if out.Format == NodeLink {
		rename = nodeLinkNames
	}
	lost = append(lost, lostNames(supplyTable, supplyRows(net), rename)...)
	if n := len(out.Scenarios); n > 0 && !out.Folder() && out.Format != Zip {
		lost = append(lost, count(n, "scenario"))
	}
	n := trimmed(supplyTable, supplyRows(net))
	if !bare {
		n += trimmed(nodeTable, nodeRows(net)) + trimmed(inputTable, inputRows(net))
	}
	if n > 0 {
		lost = append(lost, "blanks around, or line ends of Windows in, "+count(n, "text"))
	}
	return lost
}

func lostInfo(info graph.Info) []string {
	var lost []string
	for _, f := range infoFields(&info) {
		if *f.text != "" {
			lost = append(lost, "the "+f.key)
		}
	}
	return lost
}

// lostNodes counts the cells of the node table by column.
func lostNodes(net *graph.Network) []string {
	nodes := nodeRows(net)
	cells := map[string]int{}
	for n := range nodes.rows {
		for i := range nodeTable.columns {
			if c := &nodeTable.columns[i]; !c.needed && c.value(&n) != "" {
				cells[c.name]++
			}
		}
		for _, a := range n.Attrs {
			cells[a.Name]++
		}
	}
	var lost []string
	for _, name := range append(names(nodeTable), nodes.attrs...) {
		if cells[name] > 0 {
			lost = append(lost, fmt.Sprintf("the %s of %s", name, count(cells[name], "node")))
			delete(cells, name)
		}
	}
	return lost
}

// lostLoners counts the nodes that no row of supplies names.
func lostLoners(net *graph.Network) []string {
	named := make([]bool, net.NumNodes())
	for s := range graph.SourceID(net.NumSources()) {
		supplier, customer := net.Ends(s)
		named[supplier], named[customer] = true, true
	}
	loners := 0
	for _, is := range named {
		if !is {
			loners++
		}
	}
	if loners == 0 {
		return nil
	}
	return []string{count(loners, "node") + " without supplies"}
}

func lostInputs(net *graph.Network) []string {
	if len(net.Inputs()) == 0 {
		return nil
	}
	return []string{count(len(net.Inputs()), "effect") + " of sectors on others"}
}

// lostNames lists the attributes whose names mean something else where they go.
func lostNames[T any](t *table[T], rows written[T], rename map[string]string) []string {
	kept := rows.kept(t, rename)
	var lost []string
	for _, name := range rows.attrs {
		if !slices.Contains(kept, name) {
			lost = append(lost, fmt.Sprintf("the attribute %q of %s, which would be read as something else", name, t.name))
		}
	}
	return lost
}

// trimmed counts the texts that readers would change.
func trimmed[T any](t *table[T], rows written[T]) int {
	changed := 0
	for row := range rows.rows {
		for i := range t.columns {
			if c := &t.columns[i]; c.text != nil && !isPlain(*c.text(&row)) {
				changed++
			}
		}
		for _, a := range *t.attrs(&row) {
			if !isPlain(a.Value) {
				changed++
			}
		}
	}
	return changed
}

// count puts a number before a word.
func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}
