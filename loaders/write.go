package loaders

import (
	"archive/zip"
	"bufio"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"linestop/graph"
)

// Format is a form in which a network can be written. What is written is the
// data as it is: cells that a spreadsheet would take for formulas included.
type Format string

const (
	Folder   Format = "folder"    // nodes.csv, supplies.csv and linestop.yaml
	Zip      Format = "zip"       // of the same
	CSV      Format = "csv"       // supplies alone
	TSV      Format = "tsv"       // the same, separated by tabs
	JSON     Format = "json"      // our own
	NodeLink Format = "node-link" // JSON as networkx and d3 read it, with "edges"

	Parquet       Format = "parquet"        // supplies alone
	ParquetFolder Format = "parquet-folder" // nodes.parquet, supplies.parquet and linestop.yaml

	Compiled Format = "lsn" // everything, ready to be asked: see package compiled
)

// Formats lists all formats.
func Formats() []Format {
	return []Format{Folder, Zip, CSV, TSV, JSON, NodeLink, Parquet, ParquetFolder, Compiled}
}

// ParseFormat reads a format by its name.
func ParseFormat(name string) (Format, error) {
	if f := Format(name); slices.Contains(Formats(), f) {
		return f, nil
	}
	return "", fmt.Errorf("format %q is none of %s", name, join(Formats()))
}

// FormatOf tells the format from the name of what is to be written. A name
// without an extension is a folder.
func FormatOf(path string) (Format, error) {
	extension := strings.TrimPrefix(filepath.Ext(path), ".")
	if extension == "" || strings.HasSuffix(path, "/") {
		return Folder, nil
	}
	if f, err := ParseFormat(strings.ToLower(extension)); err == nil {
		return f, nil
	}
	return "", fmt.Errorf("the extension of %q is none of .zip, .csv, .tsv, .json, .parquet, .lsn; without one it is a folder", path)
}

func join(formats []Format) string {
	var names []string
	for _, f := range formats {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}

// Output says what to write.
type Output struct {
	Format    Format
	Scenarios []File // go into a folder or Zip as they are; see ScenarioFiles
	Replace   bool   // Save replaces what is there
}

// Folder says whether what is written is a folder.
func (o Output) Folder() bool { return o.Format == Folder || o.Format == ParquetFolder }

// Write writes a network in any format but folders, for which there is Save. The
// same network gives the same bytes. What the format cannot hold is left out:
// see Lost.
func Write(ctx context.Context, w io.Writer, net *graph.Network, out Output) error {
	buffered := bufio.NewWriterSize(sink{ctx, w}, chunk)
	if err := write(ctx, buffered, net, out); err != nil {
		return err
	}
	return buffered.Flush()
}

func write(ctx context.Context, w io.Writer, net *graph.Network, out Output) error {
	switch out.Format {
	case Zip:
		return writeZip(w, parts(net, Output{Scenarios: out.Scenarios}), "")
	case CSV:
		return writeTable(w, supplyTable, supplyRows(net), ',')
	case TSV:
		return writeTable(w, supplyTable, supplyRows(net), '\t')
	case JSON:
		return writeJSON(w, net)
	case NodeLink:
		return writeNodeLink(w, net)
	case Parquet:
		return writeParquet(w, supplyTable, supplyRows(net))
	case Compiled:
		return writeCompiled(ctx, w, net, out.Scenarios)
	}
	return fmt.Errorf("format %q cannot be written to a stream", out.Format)
}

// sink stops a writing whose context is done.
type sink struct {
	ctx context.Context
	w   io.Writer
}

func (s sink) Write(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	return s.w.Write(p)
}

// writeZip dates all files alike: the same parts give the same bytes.
func writeZip(w io.Writer, parts []part, comment string) error {
	z := zip.NewWriter(w)
	if err := z.SetComment(comment); err != nil {
		return err
	}
	for _, p := range parts {
		f, err := z.CreateHeader(&zip.FileHeader{
			Name: p.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
		})
		if err == nil {
			err = p.write(f)
		}
		if err != nil {
			return err
		}
	}
	return z.Close()
}
