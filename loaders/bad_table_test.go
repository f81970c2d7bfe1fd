package loaders_test

import (
	"strings"

	"linestop/loaders"
)

// What is wrong with a table as a whole, or with a row of it.
var badTables = []bad{
	{name: "empty file", files: files{"x.csv": ""}, want: `failed: x.csv: is empty
hint: the first line must name the columns, such as supplier,customer`},
	{name: "only blank lines", files: files{"x.csv": "\n\r\n\n"}, want: `failed: x.csv: is empty
hint: the first line must name the columns, such as supplier,customer`},
	{name: "only a byte order mark", files: files{"x.csv": "\ufeff"}, want: `failed: x.csv: is empty
hint: the first line must name the columns, such as supplier,customer`},
	{name: "header only", files: files{"x.csv": "supplier,customer,share\n"}, want: `failed: x.csv: has a header and no rows; the columns are "supplier", "customer", "share"`},
	{name: "header and blank rows only", files: files{"x.csv": "supplier,customer\n,\n , \n"}, want: `failed: x.csv: has a header and no rows; the columns are "supplier", "customer"`},
	{name: "no header", files: files{"x.csv": "acme,bolts inc\nbolts inc,carco\n"}, want: `failed: x.csv:1:1: no column for supplier and customer; the columns are "acme", "bolts inc"
hint: the first line must name the columns; if it does, say which is which: --columns supplier=NAME --columns customer=NAME`},
	{name: "many columns, none of them known", files: files{"x.csv": "c01,c02,c03,c04,c05,c06,c07,c08,c09,c10,c11,c12,c13,c14,c15,c16,c17,c18,c19,c20,c21,c22\n"}, want: `failed: x.csv:1:1: no column for supplier and customer; the columns are "c01", "c02", "c03", "c04", "c05", "c06", "c07", "c08", "c09", "c10", "c11", "c12", "c13", "c14", "c15", "c16", "c17", "c18", "c19", "c20", and 2 more
hint: the first line must name the columns; if it does, say which is which: --columns supplier=NAME --columns customer=NAME`},
	{name: "customer missing", files: files{"x.csv": "Vendor,Amount\na,1\n"}, want: `failed: x.csv:1:1: no column for customer; the columns are "Vendor", "Amount"
hint: the first line must name the columns; if it does, say which is which: --columns customer=NAME`},
	{name: "a node table alone", files: files{"x.csv": "id,name\na,A\n"}, want: `failed: x.csv:1:1: no column for supplier and customer; the columns are "id", "name"
hint: a table of nodes needs supplies.csv beside it: give the folder that holds both`},
	{name: "separated by blanks", files: files{"x.csv": "supplier customer\na b\n"}, want: `failed: x.csv:1:1: no column for supplier and customer; the columns are "supplier customer"
hint: the first line must name the columns; if it does, say which is which: --columns supplier=NAME --columns customer=NAME`},
	{name: "two names for the supplier", files: files{"x.csv": "vendor,source,buyer\na,b,c\n"}, want: `failed: x.csv:1:1: columns "vendor" and "source" may each be the supplier
hint: say which: --columns supplier=NAME`},
	{name: "a bill of materials that may be read two ways", files: files{"x.csv": "component,material,assembly\na,b,c\n"}, want: `failed: x.csv:1:1: columns "component" and "material" may each be the supplier
hint: say which: --columns supplier=NAME`},
	{name: "two names for the need", files: files{"x.csv": "from,to,item,sku\na,b,c,d\n"}, want: `x.csv:1:9: warning: columns "item" and "sku" may each be the need, so neither is; say which: --columns need=NAME [unclear-column]`},
	{name: "two names for an optional column, and a guess", files: files{"nodes.csv": "id,parent_id,belongs_to,owner\na,x,y,z\n", "supplies.csv": "supplier,customer\na,a\n"}, want: `example:d/nodes.csv:1:4: warning: columns "parent_id" and "belongs_to" may each be the parent, so neither is; say which: --columns parent=NAME [unclear-column]`},
	{name: "guesses", files: files{"x.csv": "Component,Assembly\nbolt,frame\n"}, want: `x.csv:1:1: warning: column "Component" is taken for the supplier; if it is another: --columns supplier=NAME [guessed-column]
x.csv:1:11: warning: column "Assembly" is taken for the customer; if it is another: --columns customer=NAME [guessed-column]`},
	{name: "guessed need", files: files{"x.csv": "from,to,part\na,b,bolt\n"}, want: `x.csv:1:9: warning: column "part" is taken for the need; if it is another: --columns need=NAME; if there is none: --columns need= [guessed-column]`},
	{name: "the same column twice", files: files{"x.csv": "supplier,customer,Share,share\na,b,1,1\n"}, want: `failed: x.csv:1:25: columns 3 and 4 are both named "share"`},
	{name: "the same attribute twice", files: files{"x.csv": "supplier,customer,x,x\na,b,1,1\n"}, want: `failed: x.csv:1:21: columns 3 and 4 are both named "x"`},
	{name: "a column without a name", files: files{"x.csv": ",supplier,customer,\n0,a,b,\n1,b,c,\n"}, want: `x.csv:2:1: warning: column 1 has no name in the header and is not read [unnamed-column]`},
	{
		name: "a mapped column that is not there", files: files{"x.csv": "supplier,customer\na,b\n"},
		opts: loaders.Options{Columns: map[string]string{"share": "Anteil"}}, want: `failed: x.csv:1:1: no column "Anteil", which is to be read as share; the columns are "supplier", "customer"`,
	},
	{
		name: "a mapped column of no table", files: files{"x.csv": "supplier,customer\na,b\n"},
		opts: loaders.Options{Columns: map[string]string{"note": "Bemerkung"}}, want: `failed: x.csv: no table has a column "Bemerkung" to be read as note`,
	},
	{
		name: "a column mapped twice", files: files{"x.csv": "a,b\na,b\n"},
		opts: loaders.Options{Columns: map[string]string{"supplier": "a", "customer": "a"}}, want: `failed: x.csv:1:1: column "a" is to be read as two columns`,
	},
	{
		name: "a mistyped column of ours", files: files{"x.csv": "supplier,customer\na,b\n"},
		opts: loaders.Options{Columns: map[string]string{"suplier": "a"}}, want: `failed: x.csv: there is no column "suplier"; did you mean "supplier"?`,
	},
	{
		name: "a column that is none of ours", files: files{"x.csv": "supplier,customer\na,b\n"},
		opts: loaders.Options{Columns: map[string]string{"Lieferant": "a"}}, want: `failed: x.csv: there is no column "Lieferant"; the columns of supplies are supplier, customer, need, share, max_share, switch_days, transit_days, buffer_days, refill, quorum, level, weight, flow, note, evidence, confidence, as_of, of nodes id, name, kind, sector, parent, country, product, volume, unit, stock_days, recover_days, p_fail, note, evidence, confidence, as_of, of inputs supplier_sector, customer_sector, effect`,
	},
	{
		name: "a column that is not to be used but needed", files: files{"x.csv": "supplier,customer\na,b\n"},
		opts: loaders.Options{Columns: map[string]string{"supplier": ""}}, want: `failed: x.csv:1:1: no column for supplier; the columns are "supplier", "customer"
hint: the first line must name the columns; if it does, say which is which: --columns supplier=NAME`,
	},
	{
		name: "a delimiter that cannot be", files: files{"x.csv": "supplier,customer\na,b\n"},
		opts: loaders.Options{Delimiter: '"'}, want: `failed: x.csv: '"' cannot separate cells`,
	},
	{name: "two delimiters", files: files{"x.csv": "supplier;customer;share\na,b,1\n"}, want: `failed: x.csv:2:1: the header is separated by ';', but this row by ','
hint: save the file with one delimiter, or say which: --delimiter`},
	{name: "two delimiters, the other way", files: files{"x.csv": "supplier,customer\na;b\n"}, want: `failed: x.csv:2:1: the header is separated by ',', but this row by ';'
hint: save the file with one delimiter, or say which: --delimiter`},
	{
		name: "header too long", files: files{"x.csv": strings.Repeat("long ", 100)},
		opts: loaders.Options{Limits: loaders.Limits{Record: 99}}, want: `failed: x.csv:1:1: the header is longer than 99 bytes
hint: the first line must name the columns, such as supplier,customer`,
	},
	{
		name: "too many columns", files: files{"x.csv": "supplier,customer,x\na,b,c\n"},
		opts: loaders.Options{Limits: loaders.Limits{Columns: 2}}, want: `failed: x.csv:1:1: the header has 3 columns, more than 2
hint: the first line must name the columns, such as supplier,customer`,
	},
	{name: "NUL in the header", files: files{"x.csv": "supplier,cust\x00omer\na,b\n"}, want: `failed: x.csv:1:10: is not text: the header holds a NUL byte
hint: save the table as CSV in UTF-8`},
	{name: "line ends of old", files: files{"x.csv": "supplier,customer\ra,b\rb,c\r"}, want: `failed: x.csv: its lines end in a carriage return alone
hint: save it with the line ends of Windows or Unix`},
	{name: "quote in the header", files: files{"x.csv": "supplier,cust\"omer\na,b\n"}, want: `failed: x.csv:1:14: the header has a quote out of place
hint: put the name in quotes and write a quote within it twice`},
	{name: "ragged rows", files: files{"x.csv": "supplier,customer,share\na,b\nc\nd,e,0.5,\nf,g,1,x\n"}, want: `x.csv:2:1: error: the row has only 2 of the 3 cells of the header [ragged-row]
x.csv:3:1: error: the row has only 1 of the 3 cells of the header [ragged-row]
x.csv:5:7: error: the row has 4 cells, the header 3: put a cell that holds ',' in quotes [ragged-row]`},
	{name: "a quote within a cell", files: files{"x.csv": "supplier,customer\n6\" pipe,b\na,b\n"}, want: `x.csv:2:2: error: a quote within a cell: put the cell in quotes and write this one twice [quote]`},
	{name: "a quote in a quoted cell", files: files{"x.csv": "supplier,customer\na,\"6\" pipe\"\na,b\n"}, want: `x.csv:2: error: the quoted cell that begins on this line does not end as it should by line 2: close the quote, and write one within a cell twice [quote]`},
	{
		name:  "a quote that is not closed",
		files: files{"x.csv": "supplier,customer,note\na,b,\"x\ny\"\nc,d,\"lost\n" + strings.Repeat("e,f,z\n", 9)},
		want:  `x.csv:4: error: the quoted cell that begins on this line does not end as it should by line 13: close the quote, and write one within a cell twice [quote]`,
	},
	{
		name:  "a quote that is not closed before the limit",
		files: files{"x.csv": "supplier,customer,note\na,b,\"x\ny\"\nc,d,\"lost\n" + strings.Repeat("e,f,z\n", 50000)},
		opts:  loaders.Options{Limits: loaders.Limits{Record: 200_000}}, want: `failed: x.csv:4: the quoted cell that begins on this line does not end within 200000 bytes
hint: close the quote`,
	},
	{
		name:  "the first cell is not closed before the limit",
		files: files{"x.csv": "supplier,customer,note\na,b,\n\"c,d\n" + strings.Repeat("e,f,z\n", 50000)},
		opts:  loaders.Options{Limits: loaders.Limits{Record: 200_000}}, want: `failed: x.csv:3: the quoted cell that begins on this line does not end within 200000 bytes
hint: close the quote`,
	},
	{
		name:  "a row without an end",
		files: files{"x.csv": "supplier,customer\na,b\n" + strings.Repeat("c,", 200_000)},
		opts:  loaders.Options{Limits: loaders.Limits{Record: 200_000}}, want: `failed: x.csv:3:1: the row is longer than 200000 bytes
hint: is this a table?`,
	},
	{
		name:  "blank lines without an end",
		files: files{"x.csv": "supplier,customer\na,b\n" + strings.Repeat("\n", 400_000)},
		opts:  loaders.Options{Limits: loaders.Limits{Record: 200_000}}, want: `failed: x.csv: the row is longer than 200000 bytes
hint: is this a table?`,
	},
	{name: "Windows-1252", files: files{"x.csv": "supplier,customer\na,b\nM\xfcller,\x80uro\nb,M\xfcller\n"}, want: `x.csv:3: warning: line is not UTF-8 and was read as Windows-1252; if names look wrong, save the file as UTF-8 [encoding]`},
	{name: "UTF-32", files: files{"x.csv": "\xff\xfe\x00\x00a\x00\x00\x00"}, want: `failed: x.csv: is UTF-32 text, which is not read
hint: save it as UTF-8`},
}

// What is wrong in a cell.
var badCells = []bad{
	{name: "no supplier, no customer", files: files{"x.csv": "supplier,customer\n,b\na,\n"}, want: `x.csv:2:1: error: supplier is empty [empty-id]
x.csv:3:3: error: customer is empty [empty-id]`},
	{name: "ranges", files: files{"supplies.csv": "supplier;customer;share;buffer_days\n" +
		"a;b;40..50%;30..10\nb;c;0.1..x;..4\nc;d;10%..20%;5..5\n"}, want: `example:d/supplies.csv:2:13: error: buffer_days "30..10" is upside down: the lower end comes first [number]
example:d/supplies.csv:3:5: error: share "x" is not a number [number]
example:d/supplies.csv:3:12: error: buffer_days "" is not a number [number]`},
	{name: "numbers", files: files{"supplies.csv": "supplier;customer;share;switch_days;volume\n" +
		"a;b;NaN;1\nb;c;0x1p-2;Inf\nc;d;1e400;\"1,234\"\nd;e;40 %;40%\ne;f;1 000;1.2.3\nf;g;--1;,\n"}, want: `example:d/supplies.csv:2:1: error: the row has only 4 of the 5 cells of the header [ragged-row]
example:d/supplies.csv:2:5: error: share "NaN" is not a number [number]
example:d/supplies.csv:3:1: error: the row has only 4 of the 5 cells of the header [ragged-row]
example:d/supplies.csv:3:5: error: share "0x1p-2" is not a number [number]
example:d/supplies.csv:3:12: error: switch_days "Inf" is not a number [number]
example:d/supplies.csv:4:1: error: the row has only 4 of the 5 cells of the header [ragged-row]
example:d/supplies.csv:4:5: error: share "1e400" is too large [number]
example:d/supplies.csv:4:11: error: switch_days "1,234" is 1234 or 1.234: write it without a comma [number]
example:d/supplies.csv:5:1: error: the row has only 4 of the 5 cells of the header [ragged-row]
example:d/supplies.csv:5:10: error: switch_days "40%" is a percentage: write a plain number [number]
example:d/supplies.csv:6:1: error: the row has only 4 of the 5 cells of the header [ragged-row]
example:d/supplies.csv:6:5: error: share "1 000" is not a number [number]
example:d/supplies.csv:6:11: error: switch_days "1.2.3" is not a number [number]
example:d/supplies.csv:7:1: error: the row has only 4 of the 5 cells of the header [ragged-row]
example:d/supplies.csv:7:5: error: share "--1" is not a number [number]
example:d/supplies.csv:7:9: error: switch_days "," is not a number [number]`},
	{name: "level and confidence", files: files{"supplies.csv": "supplier,customer,level,confidence\na,b,vital,sure\nc,d,CRITICAL,Reported\ne,f,,2\n"}, want: `example:d/supplies.csv:2:5: error: level "vital" is none of critical, degrading, optional, capital [level]
example:d/supplies.csv:2:11: error: confidence "sure" is none of reported, inferred, assumed, nor a number from 0 to 1 [confidence]
example:d/supplies.csv:4:6: error: confidence "2" is none of reported, inferred, assumed, nor a number from 0 to 1 [confidence]`},
	{name: "dates", files: files{"nodes.csv": "id,as_of\na,28.10.2025\nb,2025-10\n", "supplies.csv": "supplier,customer,note,as_of\na,b,,2025-10-28\nb,a,x,2025-W44\n"}, want: `example:d/nodes.csv:2:3: error: as_of "28.10.2025" is no date such as 2025-10-28, 2025-10 or 2025 [as_of]
example:d/supplies.csv:3:7: error: as_of "2025-W44" is no date such as 2025-10-28, 2025-10 or 2025 [as_of]`},
	{name: "parts above the whole", files: files{"x.csv": "supplier,customer,share\na,b,150%\nc,d,40\n"}, want: `x.csv:2:5: error: share 1.5 is not from 0 to 1, or 0% to 100% [out-of-range]
x.csv:3:5: error: share 40 is not from 0 to 1, or 0% to 100% [out-of-range]`},
	{name: "mark", files: files{"nodes.csv": "id,product\na,perhaps\nb,X\n", "supplies.csv": "supplier,customer\na,b\n"}, want: `example:d/nodes.csv:2:3: error: product "perhaps" is neither true nor false [true-or-false]`},
	{name: "NUL", files: files{"x.csv": "supplier,customer,note,z\na\x00,b,,\na,b\x00,,\nc,d,\x00,y\x00\n"}, want: `x.csv:2:1: error: supplier holds a NUL byte [nul]
x.csv:3:3: error: customer holds a NUL byte [nul]
x.csv:4:5: error: note holds a NUL byte [nul]
x.csv:4:7: error: "z" holds a NUL byte [nul]`},
	{
		name: "long cells", files: files{"x.csv": "supplier,customer,z\n" + strings.Repeat("a", 10_000_000) + ",b,c\na,b," + strings.Repeat("é", 40_000) + "\n"}, want: `x.csv:2:1: error: supplier is 10000000 bytes long, more than 65536 [long-cell]
x.csv:3:5: error: "z" is 80000 bytes long, more than 65536 [long-cell]`,
	},
	{name: "a terminal escape in an id", files: files{"x.csv": "supplier,customer\na\x1b[31m,b\n\"c\nd\",b\n"}, want: `x.csv:2:1: error: id "a\x1b[31m" holds a control character [control-character]
x.csv:3:1: error: id "c\nd" holds a control character [control-character]`},
}
