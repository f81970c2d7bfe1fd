package loaders_test

import (
	"bytes"
	"strings"
	"testing"

	"linestop/graph"
	"linestop/loaders"
)

// strict are limits that a small input can reach.
var strict = loaders.Limits{Field: 1000, Record: 5000, Columns: 20, File: 1 << 20, Stream: 1 << 20, Text: 5000}

// check holds what was loaded to its promise: no panic, nothing half loaded,
// and what is written reads back the same.
func check(t *testing.T, net *graph.Network, err error, formats ...loaders.Format) {
	if (net == nil) == (err == nil) {
		t.Fatal("neither a network nor an error, or both", err)
	}
	if err != nil {
		return
	}
	problems := judged(net)
	for _, p := range problems {
		if p.Message == "" || p.Code == "" {
			t.Fatalf("%#v", p)
		}
	}
	if net.NumSources() == 0 { // none could be read
		if problems.Errors() == 0 {
			t.Fatal("no rows, and no error")
		}
		return
	}
	for _, format := range formats {
		if lost := loaders.Lost(net, loaders.Output{Format: format}); lost == nil || !scopes[format].info {
			checkRoundTrip(t, net, format)
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, test := range badTables[:len(badTables)-1] {
		for _, text := range test.files {
			f.Add([]byte(text[:min(len(text), 300)]))
		}
	}
	f.Add([]byte(tiny["supplies.csv"]))
	f.Add([]byte(inUTF16("\ufeffsupplier,customer\na,b\n", 1)))
	f.Add([]byte("from\tto\tpart\tx\n\"a\"\"\r\n\"\tb\t40%\t\r\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		net, err := loaders.Read(t.Context(), "x.csv", bytes.NewReader(text), loaders.Options{Limits: strict})
		check(t, net, err, loaders.CSV, loaders.TSV, loaders.JSON, loaders.NodeLink)
	})
}

func FuzzNodes(f *testing.F) {
	f.Add(tiny["nodes.csv"], tiny["supplies.csv"])
	f.Add("id,parent,product,volume\na,b,x,\"1,5\"\nb,,,\n", edges)
	f.Fuzz(func(t *testing.T, nodes, supplies string) {
		net, err := files{"nodes.csv": nodes, "supplies.csv": supplies}.open(t.Context(), loaders.Options{Limits: strict})
		if err == nil && twice(net) {
			return // of two rows for one node the second is not written
		}
		check(t, net, err, loaders.Zip, loaders.JSON, loaders.NodeLink)
	})
}

func twice(net *graph.Network) bool {
	for _, p := range judged(net) {
		if p.Code == "duplicate-node" {
			return true
		}
	}
	return false
}

func FuzzJSON(f *testing.F) {
	for _, test := range badJSON {
		for _, text := range test.files {
			f.Add([]byte(text[:min(len(text), 300)]))
		}
	}
	f.Add([]byte(tinyJSON))
	f.Add([]byte(`{"directed": true, "graph": {"title": "T"}, "nodes": [{"name": "a"}, {"region": 1}], "links": [{"source": 0, "target": 1, "share": 0.4}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		net, err := loaders.Read(t.Context(), "x.json", bytes.NewReader(text), loaders.Options{Limits: strict})
		if err == nil && twice(net) {
			return
		}
		check(t, net, err, loaders.JSON, loaders.NodeLink, loaders.CSV)
	})
}

func FuzzFaultTree(f *testing.F) {
	for _, test := range badTrees {
		for _, text := range test.files {
			f.Add([]byte(text[:min(len(text), 1000)]))
		}
	}
	f.Add([]byte(twoTrains))
	f.Fuzz(func(t *testing.T, text []byte) {
		net, err := loaders.Read(t.Context(), "x.xml", bytes.NewReader(text), loaders.Options{Limits: strict})
		if err == nil && twice(net) {
			return
		}
		check(t, net, err, loaders.JSON, loaders.Zip)
	})
}

func FuzzZip(f *testing.F) {
	f.Add(zipBytes(f, "", tiny))
	f.Add(zipBytes(f, "top/", files{"supplies.csv": edges}))
	f.Add(zipBytes(f, "", files{"supplies.csv": "PK\x03\x04", "../x": ""}))
	f.Fuzz(func(t *testing.T, data []byte) {
		net, err := loaders.Read(t.Context(), "x.zip", bytes.NewReader(data), loaders.Options{Limits: strict})
		if err == nil && twice(net) {
			return
		}
		check(t, net, err, loaders.Zip)
	})
}

func FuzzScenario(f *testing.F) {
	for _, test := range badScenarios[:len(badScenarios)-1] {
		f.Add(test.text)
	}
	f.Add(full)
	f.Add(tiny["scenarios/flood.json"])
	f.Fuzz(func(t *testing.T, text string) {
		s, problems := loaders.ReadScenario(t.Context(), "s.yaml", strings.NewReader(text), loaders.Options{Limits: strict})
		for _, p := range problems {
			if p.Message == "" || p.Code == "" || p.Place.File != "s.yaml" {
				t.Fatalf("%#v", p)
			}
		}
		if problems.Errors() > 0 {
			return
		}
		for _, c := range s.Cuts {
			if (c.Target != "") == (c.Where != "") && c.Supply == nil || !(c.Left >= 0 && c.Left <= 1) || c.From < 0 || c.Until.Given && c.Until.Value <= c.From {
				t.Fatalf("%+v", c)
			}
		}
	})
}

func FuzzYAMLInfo(f *testing.F) {
	for _, test := range badSets {
		if text, ok := test.files["linestop.yaml"]; ok {
			f.Add(text[:min(len(text), 300)])
		}
	}
	f.Add(tiny["linestop.yaml"])
	f.Fuzz(func(t *testing.T, text string) {
		net, err := files{"linestop.yaml": text, "supplies.csv": edges}.open(t.Context(), loaders.Options{Limits: strict})
		check(t, net, err, loaders.Zip, loaders.JSON)
	})
}
