package loaders_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"linestop/graph"
	"linestop/loaders"
)

// supplies is the list of supplies of asJSON, by rows.
func supplies(rows ...string) string {
	return "{\"linestop\":1,\n\"data\":{},\n\"nodes\":[\n],\n\"supplies\":[\n" + strings.Join(rows, ",\n") + "\n]}\n"
}

const ab = `{"supplier":"a","customer":"b"}`

func TestReadsTables(t *testing.T) {
	for _, test := range []struct {
		name string
		text string
		opts loaders.Options
		want string
	}{
		{"two columns", "supplier,customer\na,b\n", loaders.Options{}, supplies(ab)},
		{"in any order, in any spelling", "\"Customer ID\", SUPPLIER ,Max-Share\nb,a,\n", loaders.Options{}, supplies(ab)},
		{"source and target", "source,target\na,b\n", loaders.Options{}, supplies(ab)},
		{"vendor and buyer", "buyer,vendor\nb,a\n", loaders.Options{}, supplies(ab)},
		{"from and to", "from;to\na;b\n", loaders.Options{}, supplies(ab)},
		{"bill of materials", "assembly\tcomponent\nb\ta\n", loaders.Options{}, supplies(ab)},
		{"the goods between named ends", "vendor,part,buyer\na,bolt,b\n", loaders.Options{}, supplies(`{"supplier":"a","customer":"b","need":"bolt"}`)},
		{"a known name wins over another for the same", "supplier,customer,vendor\na,b,x\n", loaders.Options{}, supplies(`{"supplier":"a","customer":"b","vendor":"x"}`)},
		{
			"names by the caller", "Lieferant,Kunde,supplier\na,b,x\n",
			loaders.Options{Columns: map[string]string{"supplier": "Lieferant", "customer": "kunde"}},
			supplies(ab),
		},
		{
			"no need by the caller", "from,to,part\na,b,bolt\n",
			loaders.Options{Columns: map[string]string{"need": ""}},
			supplies(`{"supplier":"a","customer":"b","part":"bolt"}`),
		},
		{"semicolons and decimal commas", "supplier;customer;share;volume\na;b;0,4;1.5\n", loaders.Options{}, supplies(`{"supplier":"a","customer":"b","share":0.4,"volume":"1.5"}`)},
		{"bars", "supplier|customer\na|b\n", loaders.Options{}, supplies(ab)},
		{"a delimiter by the caller", "supplier customer\na b\n", loaders.Options{Delimiter: ' '}, supplies(ab)},
		{"a delimiter in a quoted name", "\"supplier\",customer,\"x;y;z;\"\na,b,1\n", loaders.Options{}, supplies(`{"supplier":"a","customer":"b","x;y;z;":"1"}`)},
		{"more of another delimiter in a name", "supplier\tcustomer\t;;;,,,\na\tb\t1\n", loaders.Options{}, supplies(`{"supplier":"a","customer":"b",";;;,,,":"1"}`)},
		{"an announced delimiter", "sep=;\nsupplier;customer\na;b\n", loaders.Options{}, supplies(ab)},
		{"a quoted decimal comma", "supplier,customer,share,refill,weight\na,b,\"0,4\",40%,\"12,5 %\"\n", loaders.Options{}, supplies(`{"supplier":"a","customer":"b","share":0.4,"refill":0.4,"weight":0.125}`)},
		{"numbers", "supplier,customer,switch_days,transit_days,buffer_days,quorum\na,b,1e2,.5,-3,+2\n", loaders.Options{}, supplies(`{"supplier":"a","customer":"b","switch_days":100,"transit_days":0.5,"buffer_days":-3,"quorum":2}`)},
		{"line ends of Windows and quoted line breaks", "supplier,customer,note\r\na,b,\"x\r\ny\"\r\n", loaders.Options{}, supplies(`{"supplier":"a","customer":"b","note":"x\ny"}`)},
		{"blanks, blank lines and rows, no last line end", "\n supplier , customer \n\n\u00a0a , b\t\n,\n \nb,c", loaders.Options{}, supplies(ab, `{"supplier":"b","customer":"c"}`)},
		{"byte order mark", "\ufeffsupplier,customer\na,b\n", loaders.Options{}, supplies(ab)},
		{"byte order mark before a quote", "\ufeff\"supplier\",customer\na,b\n", loaders.Options{}, supplies(ab)},
		{"UTF-16", inUTF16("\ufeffsupplier,customer\na,b漢\U0001f600\n", 0), loaders.Options{}, supplies(`{"supplier":"a","customer":"b漢😀"}`)},
		{"UTF-16, the other end first", inUTF16("\ufeffsupplier,customer\na,b\n", 1), loaders.Options{}, supplies(ab)},
		{"UTF-16 without a mark", inUTF16("supplier,customer\na,b\n", 0), loaders.Options{}, supplies(ab)},
		{"UTF-16 without a mark, the other end first", inUTF16("supplier,customer\na,b\n", 1), loaders.Options{}, supplies(ab)},
		{"Windows-1252", "supplier,customer\nM\xfcller,\x80uro\n", loaders.Options{}, supplies(`{"supplier":"Müller","customer":"€uro"}`)},
		{"UTF-8 and Windows-1252", "supplier,customer\nMüller,M\xfcller\n", loaders.Options{}, supplies(`{"supplier":"Müller","customer":"Müller"}`)},
		{"attributes, with the empty ones", "supplier,customer,z,y\na,b,,1\nb,c,2,\n", loaders.Options{}, supplies(`{"supplier":"a","customer":"b","z":null,"y":"1"}`, `{"supplier":"b","customer":"c","z":"2"}`)},
		{
			"all columns", strings.Join([]string{
				"supplier,customer,need,share,max_share,switch_days,transit_days,buffer_days,refill,quorum,level,weight,note,evidence,confidence,as_of",
				"a,b,n,0.1,0.2,3,4,5,0.6,7,Degrading,0.8,nine,ten,Inferred,2025-10",
			}, "\n"),
			loaders.Options{},
			supplies(`{"supplier":"a","customer":"b","need":"n","share":0.1,"max_share":0.2,"switch_days":3,"transit_days":4,"buffer_days":5,"refill":0.6,` +
				`"quorum":7,"level":"degrading","weight":0.8,"note":"nine","evidence":"ten","confidence":"inferred","as_of":"2025-10"}`),
		},
		{
			"hostile ids are ids", "supplier,customer\n\"a\"\"];x[URL=\"\"javascript:1\",</script><b>\n=1+1,'@x\n",
			loaders.Options{},
			supplies(`{"supplier":"a\"];x[URL=\"javascript:1","customer":"</script><b>"}`, `{"supplier":"=1+1","customer":"'@x"}`),
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			net, err := loaders.Read(t.Context(), "x.csv", strings.NewReader(test.text), test.opts)
			if err != nil {
				t.Fatal(failure(err))
			}
			for _, p := range judged(net) {
				if p.Severity == graph.Error && p.Code != "out-of-range" && p.Code != "quorum" {
					t.Error(p)
				}
			}
			if got := asJSON(t, net); got != test.want {
				t.Error(diff(got, test.want))
			}
		})
	}
}

func inUTF16(text string, high int) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		pair := [2]byte{}
		pair[1-high], pair[high] = byte(u>>8), byte(u)
		b = append(b, pair[:]...)
	}
	return string(b)
}

// Long files must read the same wherever a chunk ends.
func TestReadsAcrossChunks(t *testing.T) {
	row := "Zürich-漢字-😀," + strings.Repeat("é", 10) + "\n"
	text := "supplier,customer\n" + strings.Repeat(row, 10_000)
	for shift := range 40 {
		net, err := loaders.Read(t.Context(), "x.csv", strings.NewReader(strings.Repeat("\n", shift)+text), loaders.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if net.NumSources() != 10_000 || net.NumNodes() != 2 {
			t.Fatalf("shifted by %d: %d rows, %d nodes", shift, net.NumSources(), net.NumNodes())
		}
	}
}

func TestPlaces(t *testing.T) {
	const text = "note,supplier,customer,share\n" +
		"\"two\nlines\",a,\"b\",0.5\n" +
		"é,c,d,0.5\n"
	net, err := loaders.Read(t.Context(), "x.csv", strings.NewReader(text), loaders.Options{})
	if err != nil {
		t.Fatal(err)
	}
	type places struct {
		supplier        graph.Place
		customer, share int
	}
	want := []places{
		{graph.Place{File: "x.csv", Line: 3, Column: 8}, 10, 14},
		{graph.Place{File: "x.csv", Line: 4, Column: 4}, 6, 8},
	}
	for i, want := range want {
		s := net.Source(graph.SourceID(i))
		if got := (places{s.Place, s.CustomerColumn, int(s.Share.Column)}); got != want {
			t.Errorf("row %d: %v, not %v", i, got, want)
		}
	}
}
