package loaders

import (
	"bufio"
	"bytes"
	"io"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"linestop/graph"
)

// readRecords is readBlocks the plain way: one record after the other, each by
// encoding/csv.
func readRecords[T any](l *load, t *table[T], name string, text io.Reader) error {
	c := &csvTable[T]{load: l, table: t, file: name, said: map[int]bool{}}
	r := bufio.NewReaderSize(text, chunk)
	lines, err := c.readHeader(r, &leash{})
	if err != nil {
		return err
	}
	b := newBlock(c)
	b.record = record{file: name, line: lines, csv: c.reader(r)}
	for b.err = b.next(false); b.err == nil; b.err = b.next(false) {
		if !isBlank(b.cells) {
			b.take()
		}
	}
	if b.err == io.EOF {
		b.err = nil
	}
	if err := c.join(b); err != nil {
		return err
	}
	if t.needed && c.count+c.bad == 0 {
		return fail(file(name), "", "has a header and no rows; the columns are %s", list(c.names))
	}
	return nil
}

// reading is all that comes of reading a table: an error, or the network with its
// places and problems.
func reading(t testing.TB, text []byte, read func(l *load, text io.Reader) error) []any {
	l, err := newLoad(t.Context(), "x", Options{})
	if err != nil {
		t.Fatal(err)
	}
	utf8, err := l.open("x.csv", bytes.NewReader(text))
	if err != nil {
		return []any{err}
	}
	l.begin()
	if err := read(l, utf8); err != nil {
		return []any{err}
	}
	net := l.build.Build()
	problems, err := graph.Validate(t.Context(), net)
	nodes, sources := net.Attributes()
	all := []any{err, problems, nodes, sources}
	for i := range graph.NodeID(net.NumNodes()) {
		all = append(all, net.Node(i), net.Parent(i))
	}
	for s := range graph.SourceID(net.NumSources()) {
		all = append(all, net.Source(s))
	}
	return all
}

// checkBlocks holds reading in blocks of a size against reading record by record.
func checkBlocks[T any](t testing.TB, table *table[T], text []byte, size int) {
	t.Helper()
	want := reading(t, text, func(l *load, text io.Reader) error { return readRecords(l, table, "x.csv", text) })
	got := reading(t, text, func(l *load, text io.Reader) error { return readBlocks(l, table, "x.csv", text, size) })
	if reflect.DeepEqual(got, want) {
		return
	}
	for i := range want {
		if i >= len(got) || !reflect.DeepEqual(got[i], want[i]) {
			t.Fatalf("%q in blocks of %d: %d. of %d is\n%+v, want of %d\n%+v", text, size, i, len(got), got[min(i, len(got)-1)], len(want), want[i])
		}
	}
	t.Fatalf("%q in blocks of %d gives %+v besides", text, size, got[len(want):])
}

// pieces of which hostile tables are made, more plain ones than others.
var pieces = strings.Split(`a b c é , , , ; "a" "b" "a,b" "a""b" " "" a"b "a"b 0.5 x `+"\n \n \n \r\n \r \x00 \xff \"\n \"\r\n \u00a0 \t \n\n", " ")

func TestBlocksReadAsRecords(t *testing.T) {
	headers := []string{"supplier,customer", "supplier,customer,share,note", "sep=;\nsupplier;customer;x;;y", "supplier,customer,,x", "\"supplier\n\",customer\r"}
	for seed := range uint64(4000) {
		r := rand.New(rand.NewPCG(seed, 1))
		var text bytes.Buffer
		text.WriteString(headers[r.IntN(len(headers))] + "\n")
		for range r.IntN(120) {
			if r.IntN(4) == 0 {
				text.WriteString("a,b,0.5,c\nb,c\n")
			}
			text.WriteString(pieces[r.IntN(len(pieces))])
		}
		checkBlocks(t, supplyTable, text.Bytes(), 1+r.IntN(60))
	}
}

func FuzzFastCSV(f *testing.F) {
	for _, text := range []string{
		"supplier,customer\na,b\n\n\"b\",\"c\"\r\n\"c\nd\",\"d\"\"e\"\nf,g", "supplier;customer;;x\na;b;1;2\nb;c\"d;1;2\nc;\"d",
		"supplier,customer,share\na,b,\"0,5\"\n\"a\"b,c\n\"a,b\n\xff,b,1\n", "supplier,customer\na;b\n",
	} {
		f.Add([]byte(text), uint8(3), false)
	}
	f.Add([]byte("id,x,y\n\"\"\"\"\nb, ,\"\"\nc,\x00"), uint8(8), true)
	f.Add([]byte("id,parent,country,x\na,,DE,\"1\"\nb,a,CHN,\"\"\"\"\nb,c,,\r"), uint8(9), true)
	f.Fuzz(func(t *testing.T, text []byte, size uint8, nodes bool) {
		if nodes {
			checkBlocks(t, nodeTable, text, 1+int(size))
		} else {
			checkBlocks(t, supplyTable, text, 1+int(size))
		}
	})
}
