package loaders_test

// What is wrong with a data set: its folder, its zip, its linestop.yaml.
var badSets = []bad{
	{name: "a folder without supplies", files: files{"nodes.csv": "id\na\n"}, want: `failed: example:d: has no supplies.csv
hint: it holds nodes.csv; an edge list of another name can be read as a file by itself`},
	{name: "no supplies, nothing to read", files: files{"README.md": "", "linestop.yaml": "title: x\n"}, want: `failed: example:d: has no supplies.csv`},
	{name: "supplies twice", files: files{"supplies.csv": "", "supplies.tsv": ""}, want: `failed: example:d: has both supplies.csv and supplies.tsv
hint: remove one`},
	{name: "both headers only", files: files{"nodes.csv": "id\n", "supplies.csv": "supplier,customer\n"}, want: `failed: example:d/supplies.csv: has a header and no rows; the columns are "supplier", "customer"`},
	{name: "empty nodes", files: files{"nodes.csv": "", "supplies.csv": "supplier,customer\na,b\n"}, want: `failed: example:d/nodes.csv: is empty
hint: the first line must name the columns, such as supplier,customer`},
	{name: "a zip for a table", files: files{"nodes.csv": "PK\x03\x04", "supplies.csv": ""}, want: `failed: example:d/nodes.csv: is a zip archive within a data set`},
	{name: "an old workbook", files: files{"x.xls": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....."}, want: `failed: x.xls: is an old Excel workbook, which is not read
hint: save the sheet as CSV in UTF-8`},
	{name: "gzip", files: files{"x.csv.gz": "\x1f\x8b\x08"}, want: `failed: x.csv.gz: is compressed with gzip, which is not read
hint: unpack it first, or: gunzip -c FILE | linestop VERB --data -`},
	{name: "inputs without a column", files: files{"inputs.csv": "supplier_sector,effect\nC10,linear\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `failed: example:d/inputs.csv:1:1: no column for customer_sector; the columns are "supplier_sector", "effect"
hint: the first line must name the columns; if it does, say which is which: --columns customer_sector=NAME`},
	{name: "inputs", files: files{"nodes.csv": "id,sector\na,C10\nb,C25\n", "inputs.csv": "effect,supplier_sector,customer_sector\nLinear,C10,*\nvital,C10,C25\n,C52,C25\nnone,,C25\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/inputs.csv:3:1: error: effect "vital" is none of essential, linear, none [effect]
example:d/inputs.csv:4:2: error: effect "" is none of essential, linear, none [effect]
example:d/inputs.csv:4:2: error: no node is of the sector "C52" (did you mean "C25"?) [unknown-sector]
example:d/inputs.csv:5:6: error: supplier_sector is empty [empty-id]`},
	{name: "an empty zip", files: files{"x.zip": "PK\x05\x06"}, want: `failed: x.zip: is an empty zip archive, which is not read`},
	{name: "a broken zip", files: files{"x.zip": "PK\x03\x04 and then nothing"}, want: `failed: x.zip: is a broken zip archive: zip: not a valid zip file`},
	{name: "YAML syntax", files: files{"linestop.yaml": "title: [a\nlicence: b\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/linestop.yaml:2: error: not YAML: did not find expected ',' or ']' [syntax]`},
	{name: "control characters in YAML", files: files{"linestop.yaml": "title: x\nlicence: é\x01\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/linestop.yaml:2:12: error: not YAML: control characters are not allowed [syntax]`},
	{name: "two documents", files: files{"linestop.yaml": "title: a\n---\ntitle: b\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/linestop.yaml:2:1: error: a second document begins here; only one is read [syntax]`},
	{name: "info keys", files: files{"linestop.yaml": "title: a\nlicense: b\nwhatever: c\ntitle: d\n? [x]\n: y\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/linestop.yaml:2:1: error: linestop.yaml has no key "license"; did you mean "licence"? [unknown-key]
example:d/linestop.yaml:3:1: error: linestop.yaml has no key "whatever"; the keys are title, description, licence, as_of, products, may_fail, columns [unknown-key]
example:d/linestop.yaml:4:1: error: linestop.yaml has the key "title" twice [duplicate-key]
example:d/linestop.yaml:5:3: error: a key of linestop.yaml must be a word [wrong-type]`},
	{name: "types", files: files{"linestop.yaml": "title: [a]\ndescription: &d x\nlicence: *d\ncolumns: [a]\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/linestop.yaml:1:8: error: title must be a text [wrong-type]
example:d/linestop.yaml:3:10: error: licence is an alias, which is not read: write it out [wrong-type]
example:d/linestop.yaml:4:10: error: columns must be keys and values [wrong-type]`},
	{name: "no mapping", files: files{"linestop.yaml": "- a\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/linestop.yaml:1:1: error: linestop.yaml must be keys and values [wrong-type]`},
	{name: "columns", files: files{"linestop.yaml": "columns:\n  suplier: a\n  share: [a]\n  é: x\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/linestop.yaml:2:3: error: there is no column "suplier"; did you mean "supplier"? [unknown-column]
example:d/linestop.yaml:3:10: error: share must be the name of a column [wrong-type]
example:d/linestop.yaml:4:3: error: there is no column "é"; the columns of supplies are supplier, customer, need, share, max_share, switch_days, transit_days, buffer_days, refill, quorum, level, weight, flow, note, evidence, confidence, as_of, of nodes id, name, kind, sector, parent, country, product, volume, unit, stock_days, recover_days, p_fail, note, evidence, confidence, as_of, of inputs supplier_sector, customer_sector, effect [unknown-column]`},
	{name: "a column that is not there", files: files{"linestop.yaml": "columns: {share: Anteil}\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `failed: example:d/supplies.csv:1:1: no column "Anteil", which is to be read as share (at example:d/linestop.yaml:1:18); the columns are "supplier", "customer"`},
	{name: "may_fail", files: files{"linestop.yaml": "may_fail: kind = 1\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/linestop.yaml:1:11: error: may_fail: expression "kind = 1": unexpected token Operator("=") at column 6 [may_fail]`},
	{name: "products", files: files{"linestop.yaml": "products: kind = 1\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/linestop.yaml:1:11: error: products: expression "kind = 1": unexpected token Operator("=") at column 6 [products]`},
	{name: "columns that no table has", files: files{"linestop.yaml": "columns:\n  note: Bemerkung\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `failed: example:d: no table has a column "Bemerkung" to be read as note (at example:d/linestop.yaml:2:9)`},
	{name: "one column for two", files: files{"linestop.yaml": "columns: {supplier: x, customer: x}\n", "supplies.csv": "x,y\na,b\n"}, want: `failed: example:d/supplies.csv:1:1: column "x" is to be read as two columns (at example:d/linestop.yaml:1:34)`},
	{name: "a date", files: files{"linestop.yaml": "title: x\nas_of: autumn\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/linestop.yaml:2:8: error: as_of "autumn" is no date such as 2025-10-28, 2025-10 or 2025 [as_of]`},
	{name: "JSON info", files: files{"linestop.yaml": "{\"title\": \"x\", \"license\": 1}", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/linestop.yaml:1:16: error: linestop.yaml has no key "license"; did you mean "licence"? [unknown-key]`},
	{name: "JSON info syntax", files: files{"linestop.yaml": "{\"title\": }", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/linestop.yaml:1:11: error: what follows is not JSON: invalid character '}' looking for beginning of value [syntax]`},
	{name: "JSON info goes on", files: files{"linestop.yaml": "{\"title\": \"x\"} {}", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/linestop.yaml:1:17: error: the JSON goes on after its end [syntax]`},
	{name: "long info", files: files{"linestop.yaml": "title: " + string(make([]byte, 1<<20)), "supplies.csv": "supplier,customer\na,b\n"}, want: `failed: example:d/linestop.yaml: is longer than 1048576 bytes`},
}
