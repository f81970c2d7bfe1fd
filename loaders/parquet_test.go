package loaders_test

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/deprecated"
	"github.com/parquet-go/parquet-go/encoding/thrift"
	"github.com/parquet-go/parquet-go/format"

	"linestop/graph"
	"linestop/loaders"
)

// inParquet writes rows of any type, as other programs would.
func inParquet[T any](t testing.TB, rows ...T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := parquet.Write(&b, rows); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

type edge struct {
	Supplier string `parquet:"supplier"`
	Customer string `parquet:"customer"`
}

func readParquet(t testing.TB, text []byte) (*graph.Network, error) {
	return loaders.Read(t.Context(), "x.parquet", bytes.NewReader(text), loaders.Options{})
}

// Types that our own tables have not, but those of others.
func TestParquetTypes(t *testing.T) {
	midnight := time.Date(2025, 10, 26, 0, 0, 0, 0, time.UTC)
	days := midnight.Unix() / (24 * 60 * 60)
	net, err := readParquet(t, inParquet(t, struct {
		From    int64            `parquet:"from"`
		To      [16]byte         `parquet:"to"`
		Share   float32          `parquet:"share"`
		Max     float64          `parquet:"max_share"`
		Switch  int64            `parquet:"switch_days,decimal(2:18)"`
		Transit int32            `parquet:"transit_days,decimal(3:5)"`
		Quorum  uint32           `parquet:"quorum"`
		AsOf    int32            `parquet:"as_of,date"`
		Seen    time.Time        `parquet:"seen,timestamp(microsecond)"`
		Noon    int64            `parquet:"noon,timestamp(millisecond)"`
		Old     deprecated.Int96 `parquet:"old"`
		Ok      bool             `parquet:"ok"`
		Signed  int32            `parquet:"signed"`
		Big     uint64           `parquet:"big"`
	}{
		7, [16]byte([]byte("a plant, 16 wide")), 0.1, math.NaN(), 1250, -5, 3_000_000_000, int32(days), midnight,
		midnight.Add(12 * time.Hour).UnixMilli(),
		deprecated.Int96{0, 0, uint32(days + 2_440_588)},
		true, -1, math.MaxUint64,
	}))
	if err != nil {
		t.Fatal(failure(err))
	}
	want := `{"supplier":"7","customer":"a plant, 16 wide","share":0.1,"switch_days":12.5,"transit_days":-0.005,"quorum":3000000000,"as_of":"2025-10-26",` +
		`"seen":"2025-10-26","noon":"2025-10-26T12:00:00Z","old":"2025-10-26","ok":"true","signed":"-1","big":"18446744073709551615"}`
	if got := asJSON(t, net); !bytes.Contains([]byte(got), []byte(want)) {
		t.Error(diff(got, want))
	}
	if at := net.Source(0).Place.String(); at != "x.parquet:1" {
		t.Error(at)
	}
}

var badParquet = []struct {
	name string
	text func(t testing.TB) []byte
	want string
}{
	{"cut off", func(t testing.TB) []byte { return inParquet(t, edge{"a", "b"})[:50] }, `failed: x.parquet: is a broken Parquet file: it is cut off`},
	{"no rows", func(t testing.TB) []byte { return inParquet[edge](t) }, `failed: x.parquet: has no rows`},
	{"lists", func(t testing.TB) []byte {
		return inParquet(t, struct {
			Tags []string `parquet:"tags"`
			edge
		}{[]string{"x", "y"}, edge{"a", "b"}})
	}, `x.parquet: warning: column "tags" holds lists or tables and is not read [nested-value]`},
	{"a bad cell", func(t testing.TB) []byte {
		type row struct {
			edge
			Share string `parquet:"share"`
		}
		return inParquet(t, row{edge{"a", "b"}, "1"}, row{edge{"a", "c"}, "half"}, row{edge{"", "c"}, ""})
	}, `x.parquet:2: error: share "half" is not a number [number]
x.parquet:3: error: supplier is empty [empty-id]`},
	{"other columns", func(t testing.TB) []byte { return inParquet(t, struct{ X, Y int64 }{}) }, `failed: x.parquet: no column for supplier and customer; the columns are "X", "Y"
hint: the first line must name the columns; if it does, say which is which: --columns supplier=NAME --columns customer=NAME`},
	{"more rows than it says", func(t testing.TB) []byte {
		return resay(t, inParquet(t, edge{"a", "b"}, edge{"a", "c"}), func(f *format.FileMetaData) { f.NumRows = 1 })
	}, `failed: x.parquet: is a broken Parquet file: it holds more rows than it says`},
	{"out of proportion", func(t testing.TB) []byte {
		return resay(t, inParquet(t, edge{"a", "b"}), func(f *format.FileMetaData) { f.NumRows = 1 << 31 })
	}, `failed: x.parquet: unpacks to 5125259 times its size, more than 200`},
}

// resay changes what a file says of itself, which stands before its last 8 bytes.
func resay(t testing.TB, text []byte, change func(*format.FileMetaData)) []byte {
	end := len(text) - 8
	start := end - int(binary.LittleEndian.Uint32(text[end:]))
	var said format.FileMetaData
	protocol := new(thrift.CompactProtocol)
	if err := thrift.Unmarshal(protocol, text[start:end], &said); err != nil {
		t.Fatal(err)
	}
	change(&said)
	footer, err := thrift.Marshal(protocol, &said)
	if err != nil {
		t.Fatal(err)
	}
	text = append(text[:start:start], footer...)
	return append(binary.LittleEndian.AppendUint32(text, uint32(len(footer))), "PAR1"...)
}

func TestBadParquet(t *testing.T) {
	for _, test := range badParquet {
		t.Run(test.name, func(t *testing.T) {
			if got := verdict(readParquet(t, test.text(t))); got != test.want {
				t.Error(diff(got, test.want))
			}
		})
	}
}

// A file on disk and one packed in a zip are read in other ways than a stream.
func TestParquetOnDisk(t *testing.T) {
	dir := t.TempDir()
	supplies := inParquet(t, edge{"a", "b"})
	for name, text := range map[string][]byte{
		"edges":    supplies,
		"data.zip": zipBytes(t, "", files{"supplies.parquet": string(supplies), "nodes.csv": "id,kind\na,mine\n"}),
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		net, err := loaders.Open(t.Context(), path, loaders.Options{})
		if err != nil || net.NumNodes() != 2 || net.NumSources() != 1 {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzParquet(f *testing.F) {
	for _, test := range badParquet {
		f.Add(test.text(f))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if !bytes.HasPrefix(text, []byte("PAR1")) {
			return
		}
		net, err := loaders.Read(t.Context(), "x.parquet", bytes.NewReader(text), loaders.Options{Limits: strict})
		check(t, net, err)
	})
}
