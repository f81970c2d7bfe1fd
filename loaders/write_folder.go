package loaders

import (
	"io"
	"path"

	"go.yaml.in/yaml/v3"

	"linestop/graph"
)

// part is a file of the folder form.
type part struct {
	name  string
	write func(io.Writer) error
}

// parts lists the files that a network needs in the folder form.
func parts(net *graph.Network, out Output) []part {
	var list []part
	if info := infoText(net.Info); info != nil {
		list = append(list, part{infoFile, func(w io.Writer) error { return copyTo(w, info) }})
	}
	if nodes := nodeRows(net); nodes.any() {
		list = append(list, tablePart(nodeTable, nodes, out))
	}
	list = append(list, tablePart(supplyTable, supplyRows(net), out))
	if inputs := inputRows(net); inputs.any() {
		list = append(list, tablePart(inputTable, inputs, out))
	}
	return append(list, scenarioParts(out.Scenarios)...)
}

func scenarioParts(scenarios []File) []part {
	var list []part
	for _, f := range scenarios {
		list = append(list, part{path.Join(scenarioFolder, path.Base(f.Name)), func(w io.Writer) error { return copyTo(w, f.Text) }})
	}
	return list
}

func tablePart[T any](t *table[T], rows written[T], out Output) part {
	if out.Format == ParquetFolder {
		return part{t.name + ".parquet", func(w io.Writer) error { return writeParquet(w, t, rows) }}
	}
	return part{t.name + ".csv", func(w io.Writer) error { return writeTable(w, t, rows, ',') }}
}

func copyTo(w io.Writer, text []byte) error {
	_, err := w.Write(text)
	return err
}

// infoText is linestop.yaml; nil where there is nothing to say.
func infoText(info graph.Info) []byte {
	root := yaml.Node{Kind: yaml.MappingNode}
	for _, f := range infoFields(&info) {
		if *f.text != "" {
			var key, value yaml.Node
			key.SetString(f.key)
			value.SetString(*f.text)
			root.Content = append(root.Content, &key, &value)
		}
	}
	if root.Content == nil {
		return nil
	}
	text, err := yaml.Marshal(&root)
	if err != nil {
		panic(err) // texts can always be written
	}
	return text
}
