package loaders_test

import (
	"strings"
	"testing"

	"linestop/graph"
	"linestop/loaders"
)

func TestReadsJSON(t *testing.T) {
	const nodes = "{\"linestop\":1,\n\"data\":{},\n\"nodes\":[\n"
	for _, test := range []struct{ name, text, want string }{
		{
			"our own form",
			`{"linestop": 1, "data": {"title": "T", "description": "D", "licence": "L", "as_of": "2025-10-26", "products": "kind == \"x\""},
			  "nodes": [{"id": 7, "name": "Seven", "product": true, "volume": 1.50, "region": "west", "odd": true}],
			  "supplies": [{"Supplier": "a", "customer": 7, "share": "40%", "max-share": 1, "need": null, "note": "x\r\ny"}]}`,
			`{"linestop":1,
"data":{"title":"T","description":"D","licence":"L","as_of":"2025-10-26","products":"kind == \"x\""},
"nodes":[
{"id":"7","name":"Seven","product":true,"volume":1.5,"region":"west","odd":"true"}
],
"supplies":[
{"supplier":"a","customer":"7","share":0.4,"max_share":1,"note":"x\ny"}
]}
`,
		},
		{"no nodes", `{"supplies":[{"supplier":"a","customer":"b"}]}`, supplies(ab)},
		{"supplies first", `{"supplies":[{"supplier":"a","customer":"b"}],"nodes":[{"id":"b"}]}`, nodes + "{\"id\":\"b\"}\n],\n\"supplies\":[\n" + ab + "\n]}\n"},
		{
			"networkx", `{"directed": true, "multigraph": false, "graph": {"title": "T"}, "nodes": [{"kind": "mine", "id": "a"}, {"id": "b"}],
			"links": [{"share": 0.4, "source": "a", "target": "b"}]}`,
			"{\"linestop\":1,\n\"data\":{\"title\":\"T\"},\n\"nodes\":[\n" + `{"id":"a","kind":"mine"},
{"id":"b"}
],
"supplies":[
{"supplier":"a","customer":"b","share":0.4}
]}
`,
		},
		{
			"networkx with edges, keys and numbers", `{"directed": true, "multigraph": true, "graph": {}, "nodes": [{"id": 0}, {"id": 1}],
			"edges": [{"source": 0, "target": 1, "key": 0}, {"source": 0, "target": 1, "key": 1}]}`,
			nodes + `{"id":"0"},
{"id":"1"}
],
"supplies":[
{"supplier":"0","customer":"1","key":"0"},
{"supplier":"0","customer":"1","key":"1"}
]}
`,
		},
		{
			"d3 with positions", `{"nodes": [{"name": "Myriel", "group": 1}, {"group": 2}], "links": [{"source": 1, "target": 0, "value": 1}]}`,
			nodes + `{"id":"Myriel","name":"Myriel","group":"1"},
{"id":"1","group":"2"}
],
"supplies":[
{"supplier":"1","customer":"Myriel","value":"1"}
]}
`,
		},
		{"links first", `{"links": [{"source": 1, "target": 2}], "nodes": [{"id": 2}, {"id": 1}]}`, nodes + `{"id":"1"},
{"id":"2"}
],
"supplies":[
{"supplier":"1","customer":"2"}
]}
`},
		{"UTF-16", inUTF16("\ufeff {\"links\": [{\"source\": \"é\", \"target\": \"\\u00e9\\ud83d\\ude00\"}]}", 0), supplies(`{"supplier":"é","customer":"é😀"}`)},
	} {
		t.Run(test.name, func(t *testing.T) {
			net, err := loaders.Read(t.Context(), "x.json", strings.NewReader(test.text), loaders.Options{})
			if err != nil {
				t.Fatal(failure(err))
			}
			if got := asJSON(t, net); got != test.want {
				t.Error(diff(got, test.want))
			}
		})
	}
}

func TestColumnsOfJSON(t *testing.T) {
	const text = `{"links":[{"von":"a","nach":"b","source":"x","Anteil":0.4,"share":"s"," y":1}]}`
	opts := loaders.Options{Columns: map[string]string{"supplier": "von", "customer": "nach", "share": "anteil", "need": ""}}
	net, err := loaders.Read(t.Context(), "x.json", strings.NewReader(text), opts)
	if err != nil {
		t.Fatal(failure(err))
	}
	if got, want := asJSON(t, net), supplies(`{"supplier":"a","customer":"b","share":0.4,"source":"x","y":"1"}`); got != want {
		t.Error(diff(got, want))
	}
}

func TestPlacesInJSON(t *testing.T) {
	const text = "{\"supplies\": [\n" +
		"  {\"customer\": \"b\", \"supplier\": \"a\", \"share\": 1},\n" +
		"  {\"supplier\": \"c\",\n   \"customer\": \"d\", \"share\": 1}\n]}"
	net, err := loaders.Read(t.Context(), "x.json", strings.NewReader(text), loaders.Options{})
	if err != nil {
		t.Fatal(err)
	}
	one, two := net.Source(0), net.Source(1)
	if want := (graph.Place{File: "x.json", Line: 2, Column: 3}); one.Place != want || one.CustomerColumn != 4 || one.Share.Column != 38 {
		t.Errorf("%v, customer %d, share %d", one.Place, one.CustomerColumn, one.Share.Column)
	}
	if want := (graph.Place{File: "x.json", Line: 3, Column: 3}); two.Place != want || two.CustomerColumn != 0 || two.Share.Column != 0 {
		t.Errorf("%v, customer %d, share %d", two.Place, two.CustomerColumn, two.Share.Column)
	}
}
