package loaders_test

import (
	"strings"

	"linestop/loaders"
)

var badJSON = []bad{
	{name: "a list", files: files{"x.json": `[{"source":"a","target":"b"}]`}, want: `failed: x.json:1:1: is a JSON list
hint: expected {"nodes":[...],"supplies":[...]} or node-link JSON: {"nodes":[...],"links":[...]}`},
	{name: "no keys", files: files{"x.json": `{}`}, want: `failed: x.json: is JSON without keys
hint: expected {"nodes":[...],"supplies":[...]} or node-link JSON: {"nodes":[...],"links":[...]}`},
	{name: "something else", files: files{"x.json": `{"vertices":[],"arcs":[]}`}, want: `failed: x.json: is JSON with neither supplies nor links; its keys are "vertices", "arcs"
hint: expected {"nodes":[...],"supplies":[...]} or node-link JSON: {"nodes":[...],"links":[...]}`},
	{name: "no supplies", files: files{"x.json": `{"nodes":[{"id":"a"}],"supplies":[]}`}, want: `failed: x.json: has no supplies`},
	{name: "supplies and links", files: files{"x.json": `{"supplies":[{"supplier":"a","customer":"b"}],"links":[]}`}, want: `failed: x.json: has more than one of supplies, links and edges
hint: keep one of them`},
	{name: "a key twice", files: files{"x.json": "{\"links\":[],\n \"links\":[]}"}, want: `failed: x.json:2:2: has "links" twice`},
	{name: "a newer version", files: files{"x.json": `{"linestop":2,"supplies":[]}`}, want: `failed: x.json:1:2: is version 2 of the format; this program reads version 1`},
	{name: "not directed", files: files{"x.json": `{"directed":false,"links":[]}`}, want: `failed: x.json:1:2: the graph is not directed, so nobody can tell who supplies whom
hint: make it directed, with the goods: source supplies target`},
	{name: "data too late", files: files{"x.json": `{"supplies":[{"supplier":"a","customer":"b"}],"data":{"title":"x"}}`}, want: `failed: x.json:1:47: "data" must come before the nodes and supplies`},
	{name: "graph too late", files: files{"x.json": `{"links":[{"source":"a","target":"b"}],"graph":{"title":"x"}}`}, want: `failed: x.json:1:40: "graph" must come before the nodes and supplies`},
	{name: "no list", files: files{"x.json": `{"nodes":{"a":{}}}`}, want: `failed: x.json:1:2: "nodes" must be a list`},
	{name: "no objects", files: files{"x.json": "{\"supplies\":[\n[\"a\",\"b\"],\n1,{\"supplier\":\"a\",\"customer\":\"b\"}]}"}, want: `x.json:2:1: error: supplies must be a list of objects [wrong-type]
x.json:3:1: error: supplies must be a list of objects [wrong-type]`},
	{name: "syntax", files: files{"x.json": "{\"supplies\":[\n{\"supplier\":NaN}]}"}, want: `failed: x.json:2:13: what follows is not JSON: invalid character 'N' looking for beginning of value`},
	{name: "cut off", files: files{"x.json": "{\"supplies\":[\n{\"supplier\":\"a\""}, want: `failed: x.json:2:16: the JSON ends too early
hint: is the file complete?`},
	{name: "goes on", files: files{"x.json": `{"supplies":[{"supplier":"a","customer":"b"}]}{}`}, want: `failed: x.json:1:48: the JSON goes on after its end
hint: only one JSON value is read from a file`},
	{
		name: "a value without an end", files: files{"x.json": `{"supplies":[{"supplier":"` + strings.Repeat("a", 5000) + `"}]}`},
		opts: loaders.Options{Limits: loaders.Limits{Record: 999}}, want: `failed: x.json:1:26: what follows is a single value of more than 999 bytes`,
	},
	{name: "too deep", files: files{"x.json": `{"x":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `}`}, want: `failed: x.json:1:107: the JSON is nested more than 100 deep`},
	{name: "data too deep", files: files{"x.json": `{"data":` + strings.Repeat("[", 200) + strings.Repeat("]", 200) + `}`}, want: `failed: x.json:1:110: the JSON is nested more than 100 deep`},
	{name: "cells", files: files{"x.json": `{
  "linestop": 1, "odd": {"a": [1]},
  "data": {"title": "x", "license": "y"},
  "supplies": [
    {"supplier": "a", "customer": "b", "share": "lots", "x": [1, {"y": 2}]},
    {"customer": "b"},
    {"supplier": null, "customer": "c"},
    {"supplier": ["a"], "customer": "c"},
    {"supplier": "a", "customer": "c", "level": true, "customer": "d"},
    {"supplier": "a", "": 1, "Customer": "e",
     "quorum": "two"}
  ]
}`}, want: `x.json:2:18: warning: the key "odd" is not read [unknown-key]
x.json:3:26: error: data has no key "license"; did you mean "licence"? [unknown-key]
x.json:5:40: error: share "lots" is not a number [number]
x.json:5:57: warning: "x" is no single value and is not read [nested-value]
x.json:6:5: error: the row has no supplier [empty-id]
x.json:7:6: error: supplier is empty [empty-id]
x.json:8:6: error: supplier must be a text or a number [wrong-type]
x.json:9:40: error: level "true" is none of critical, degrading, optional, capital [level]
x.json:9:55: error: the row has customer twice [duplicate-key]
x.json:10:23: warning: a key without a name is not read [unnamed-column]
x.json:11:6: error: quorum "two" is not a number [number]`},
	{
		name: "too many keys", files: files{"x.json": `{"supplies":[{"supplier":"a","customer":"b","k1":1,"k2":2,"k3":3,"k4":4}]}`},
		opts: loaders.Options{Limits: loaders.Limits{Columns: 2}}, want: `x.json:1:59: error: the rows have more than 2 different keys; this one and further ones are not read [too-many-keys]`,
	},
	{name: "graph", files: files{"x.json": `{"graph":{"name":"x","title":"t"},"links":[{"source":1,"target":2}]}`}, want: `x.json: warning: the file does not say that it is directed; each source is taken to supply its target [unknown-direction]
x.json:1:11: warning: the key "name" of graph is not read [unknown-key]`},
	{name: "position", files: files{"x.json": `{"nodes":[{"name":"A"},{"name":"B"}],"links":[{"source":0,"target":1},{"source":0,"target":2},{"source":-1,"target":1}]}`}, want: `x.json: warning: the file does not say that it is directed; each source is taken to supply its target [unknown-direction]
x.json:1:83: error: there is no node at position 2; the positions are 0 to 1 [unknown-position]
x.json:1:96: error: there is no node at position -1; the positions are 0 to 1 [unknown-position]`},
	{name: "some ids", files: files{"x.json": `{"nodes":[{"name":"A"},{"id":"B"},{"name":"C"}],"links":[{"source":"A","target":"B"}]}`}, want: `x.json: warning: the file does not say that it is directed; each source is taken to supply its target [unknown-direction]
x.json:1:2: error: some nodes have an id and some do not [empty-id]
x.json:1:35: error: the row has no id [empty-id]`},
	{name: "links before nodes", files: files{"x.json": `{"links":[{"source":0,"target":1}],"nodes":[{"name":"A"},{"name":"B"}]}`}, want: `failed: x.json:1:36: nodes without ids must come before the links that number them`},
	{name: "nodes of our own form without ids", files: files{"x.json": `{"linestop":1,"nodes":[{"name":"A"}],"supplies":[{"supplier":"a","customer":"b"}]}`}, want: `x.json:1:24: error: the row has no id [empty-id]`},
}
