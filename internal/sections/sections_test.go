package sections

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"linestop/internal/parallel"
)

type pair struct{ a, b int32 }

type mixed struct {
	a    int32
	b, c uint16
}

const sample uint32 = 7 // version

// write gives the bytes of a file.
func write(t testing.TB, fill func(*Writer)) []byte {
	t.Helper()
	var out bytes.Buffer
	w := NewWriter(&out, sample)
	fill(w)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func fill(w *Writer) {
	Put(w, "pairs", []pair{{1, -2}, {3, math.MaxInt32}})
	Put(w, "bytes", []uint8{1, 2, 3})
	Put(w, "numbers", []float64{0.5, math.Inf(1)})
	Put(w, "empty", []int64{})
	Put(w, "a name of 24 characters.", []byte("say ü"))
	Put(w, "halves", [][2]uint16{{1, 2}, {3, 4}, {5, 6}})
	Put(w, "mixed", []mixed{{1, 2, 3}, {-4, 5, 6}})
}

// save puts bytes into a file.
func save(t testing.TB, data []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.lsn")
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

func get[T any](t *testing.T, f *File, name string, want []T) {
	t.Helper()
	if got, err := Get[T](f, name); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %v, %v; want %v", name, got, err, want)
	}
}

func TestRoundTrip(t *testing.T) {
	f, err := Open(save(t, write(t, fill)), sample)
	if err != nil {
		t.Fatal(err)
	}
	get(t, f, "pairs", []pair{{1, -2}, {3, math.MaxInt32}})
	get(t, f, "bytes", []uint8{1, 2, 3})
	get(t, f, "numbers", []float64{0.5, math.Inf(1)})
	get(t, f, "empty", []int64(nil))
	get(t, f, "halves", [][2]uint16{{1, 2}, {3, 4}, {5, 6}})
	get(t, f, "mixed", []mixed{{1, 2, 3}, {-4, 5, 6}})
	get(t, f, "a name of 24 characters.", []byte("say ü"))
	if !f.Has("empty") || f.Has("none") {
		t.Error("Has is wrong")
	}
	if err := f.Verify(t.Context()); err != nil {
		t.Error(err)
	}
}

// A machine that keeps numbers the other way round writes and reads the same files.
func TestBigEndian(t *testing.T) {
	want := write(t, fill)
	defer func(was bool) { little = was }(little)
	little = false
	swapped := write(t, func(w *Writer) {
		Put(w, "pairs", []pair{{1 << 24, -1 - 1<<24}, {3 << 24, -129}})
		Put(w, "bytes", []uint8{1, 2, 3})
		Put(w, "numbers", []float64{math.Float64frombits(0xe03f), math.Float64frombits(0xf07f)})
		Put(w, "empty", []int64{})
		Put(w, "a name of 24 characters.", []byte("say ü"))
		Put(w, "halves", [][2]uint16{{1 << 8, 2 << 8}, {3 << 8, 4 << 8}, {5 << 8, 6 << 8}})
		Put(w, "mixed", []mixed{{1 << 24, 2 << 8, 3 << 8}, {-1 - 3<<24, 5 << 8, 6 << 8}})
	})
	if !bytes.Equal(swapped, want) {
		t.Error("written otherwise")
	}
	f, err := New(aligned(want), sample)
	if err != nil {
		t.Fatal(err)
	}
	get(t, f, "halves", [][2]uint16{{1 << 8, 2 << 8}, {3 << 8, 4 << 8}, {5 << 8, 6 << 8}})
	get(t, f, "pairs", []pair{{1 << 24, -1 - 1<<24}, {3 << 24, -129}})
}

func TestRefuses(t *testing.T) {
	good := write(t, fill)
	damaged := func(at int) []byte {
		bad := bytes.Clone(good)
		bad[at] ^= 1
		return bad
	}
	for _, test := range []struct {
		name string
		data []byte
		want error
		text string
	}{
		{"empty", nil, ErrForeign, "is none of this program's binary files"},
		{"text", []byte("supplier,customer\n"), ErrForeign, "is none of this program's binary files"},
		{"magic only", good[:8], ErrForeign, "is none of this program's binary files"},
		{"header only", good[:16], ErrDamaged, "is damaged or cut short: header"},
		{"version", damaged(8), ErrVersion, "is of a version that this program does not know: 6, not 7"},
		{"header", damaged(12), ErrDamaged, "is damaged or cut short: header"},
		{"cut short", good[:len(good)-1], ErrDamaged, "is damaged or cut short: trailer"},
		{"longer", append(bytes.Clone(good), 0), ErrDamaged, "is damaged or cut short: trailer"},
		{"table", damaged(len(good) - trailerSize - 1), ErrDamaged, "is damaged or cut short: table"},
		{"body", damaged(len(good) - trailerSize), ErrDamaged, "is damaged or cut short: trailer"},
		{"sum", damaged(len(good) - 16), ErrDamaged, "is damaged or cut short: table"},
	} {
		if _, err := Open(save(t, test.data), sample); !errors.Is(err, test.want) || err.Error() != test.text {
			t.Errorf("%s: %v", test.name, err)
		}
	}
	if _, err := Open(filepath.Join(t.TempDir(), "none"), sample); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}

// Wherever one bit is wrong, Open or Verify finds it.
func TestEveryBitCounts(t *testing.T) {
	good := write(t, fill)
	for at := range good {
		bad := aligned(good)
		bad[at] ^= 1 << (at % 8)
		f, err := New(bad, sample)
		if err == nil {
			err = f.Verify(t.Context())
		}
		if !errors.Is(err, ErrDamaged) && !(at < 12 && (errors.Is(err, ErrForeign) || errors.Is(err, ErrVersion))) {
			t.Fatalf("byte %d of %d: %v", at, len(good), err)
		}
	}
}

func TestVerifySaysWhere(t *testing.T) {
	data := aligned(write(t, func(w *Writer) {
		Put(w, "first", make([]uint8, block))
		Put(w, "second", make([]int32, block))
	}))
	data[3*block] ^= 1
	f, err := New(data, sample)
	if err != nil {
		t.Fatal(err)
	}
	want := `is damaged or cut short: between bytes 3145729 and 4194304, from section "second" on`
	if err := f.Verify(t.Context()); err == nil || err.Error() != want {
		t.Error(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := f.Verify(ctx); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// What is asked for as another type than it was put as is not there.
func TestGetOtherType(t *testing.T) {
	f, err := New(aligned(write(t, fill)), sample)
	if err != nil {
		t.Fatal(err)
	}
	_, small := Get[int32](f, "pairs")
	_, odd := Get[[3]int32](f, "pairs")
	_, none := Get[int32](f, "none")
	for _, err := range []error{small, odd, none} {
		if !errors.Is(err, ErrDamaged) {
			t.Error(err)
		}
	}
}

func TestPutPanics(t *testing.T) {
	for want, put := range map[string]func(*Writer){
		`sections: name ""`: func(w *Writer) { Put(w, "", []int32{}) },
		`sections: name "` + strings.Repeat("x", 25) + `"`:          func(w *Writer) { Put(w, strings.Repeat("x", 25), []int32{}) },
		"sections: string does not consist of numbers without gaps": func(w *Writer) { Put(w, "x", []string{}) },
		"sections: struct { int32; uint8 } does not consist of numbers without gaps": func(w *Writer) {
			Put(w, "x", []struct {
				int32
				uint8
			}{})
		},
		"sections: struct {} does not consist of numbers without gaps": func(w *Writer) { Put(w, "x", []struct{}{}) },
	} {
		t.Run(want, func(t *testing.T) {
			defer func() {
				if got := recover(); got != want {
					t.Errorf("panics with %v", got)
				}
			}()
			put(NewWriter(io.Discard, sample))
		})
	}
}

func TestSpace(t *testing.T) {
	folder := t.TempDir()
	s := NewSpace(folder, 64)
	if list := Make[int32](s, 3); len(list) != 3 || len(s.rooms) != 0 {
		t.Error("a small list is put away")
	}
	list := Make[int64](s, 100)
	if len(list) != 100 || len(s.rooms) != 1 {
		t.Skip("this system has no such files")
	}
	if left, err := os.ReadDir(folder); len(left) > 0 || err != nil {
		t.Error("a file has a name:", left, err)
	}
	for n := range 3 {
		list = Roomy(s, list)
		before := &list[0]
		for range 1 << 17 {
			list = append(list, int64(len(list)))
		}
		if &list[0] != before || cap(list) <= len(list) {
			t.Fatalf("time %d: it moved", n)
		}
	}
	for i, v := range list {
		if want := int64(i); i >= 100 && v != want || i < 100 && v != 0 {
			t.Fatalf("%d at %d", v, i)
		}
	}
	heap := Roomy(s, append(make([]int64, 0, 10), 1, 2, 3, 4, 5, 6, 7, 8))
	if len(s.rooms) != 2 || heap[7] != 8 {
		t.Error("a list of Go is not put away", heap)
	}
	Drop(s, list)
	Drop(s, heap)
	Drop(s, []int64{1})
	if len(s.rooms) != 0 {
		t.Error("lists are still there")
	}
	if list := Make[int64](NewSpace(folder+"/none", 1), 9); len(list) != 9 {
		t.Error("no list without a folder")
	}
	if list := Roomy(nil, Make[int64](nil, 9)); len(list) != 9 {
		t.Error("no list without a space")
	}
}

type about struct {
	Name string
	List []int
}

// code is a list of arrays for both directions.
func code(c *Codec, list *[]int32, none *[]uint8, a *about) {
	Array(c, "list", list)
	Array(c, "none", none)
	JSON(c, "about", a)
}

func TestCodec(t *testing.T) {
	list, none, a := []int32{1, 2}, []uint8(nil), about{"x", []int{3}}
	f, err := New(aligned(write(t, func(w *Writer) { code(Writing(w), &list, &none, &a) })), sample)
	if err != nil {
		t.Fatal(err)
	}
	if f.Has("none") {
		t.Error("an empty array is written")
	}
	var list2 []int32
	var none2 []uint8
	var a2 about
	c := Reading(f)
	if code(c, &list2, &none2, &a2); c.Err() != nil || !reflect.DeepEqual(list2, list) || none2 != nil || !reflect.DeepEqual(a2, a) {
		t.Error(list2, none2, a2, c.Err())
	}
	JSON(c, "list", &a)
	if err := c.Err(); !errors.Is(err, ErrDamaged) {
		t.Error(err)
	}
	Array(c, "about", &list)
	if c.Err().Error() != `is damaged or cut short: section "list"` {
		t.Errorf("not the first error: %v", c.Err())
	}
}

func TestGuard(t *testing.T) {
	opened.Store(true)
	list := []int{1}
	err := Guard(func() error { list[len(list)]++; return nil })
	if want := "is damaged or cut short: its numbers lead nowhere (runtime error: index out of range [1] with length 1)"; !errors.Is(err, ErrDamaged) || err.Error() != want {
		t.Error(err)
	}
	err = Guard(func() error {
		_, err := parallel.Map(t.Context(), 9, parallel.Options{}, func() int { return 0 }, func(_ context.Context, _, i int) (int, error) { return list[i], nil })
		return err
	})
	if !errors.Is(err, ErrDamaged) || strings.Contains(err.Error(), "goroutine") {
		t.Error(err)
	}
	wrong := errors.New("wrong")
	if err := Guard(func() error { return wrong }); err != wrong {
		t.Error(err)
	}
}

// Other panics, and those where no file was opened, are nobody's fault but ours.
func TestGuardLetsPass(t *testing.T) {
	lost := func() error { return []error{nil}[len(t.Name())] }
	for _, test := range []struct {
		opened bool
		work   func() error
	}{{true, func() error { panic("other") }}, {false, lost}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("opened %v: no panic", test.opened)
				}
			}()
			opened.Store(test.opened)
			_ = Guard(test.work)
		}()
	}
}

// A file that is cut short while it is read gives an error.
func TestShrinks(t *testing.T) {
	path := save(t, write(t, func(w *Writer) { Put(w, "list", make([]int32, block)) }))
	f, err := Open(path, sample)
	if err != nil {
		t.Fatal(err)
	}
	list, err := Get[int32](f, "list")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 100); err != nil {
		t.Skip(err)
	}
	sum := int32(0)
	err = Guard(func() error {
		for _, v := range list {
			sum += v
		}
		return nil
	})
	if !errors.Is(err, ErrDamaged) {
		t.Errorf("%v, %d", err, sum)
	}
}

// sealed gives bytes a trailer that agrees with them, so that fuzzing comes past it.
func sealed(body, table []byte, entries, version uint32) []byte {
	data := append([]byte(Magic), 0, 0, 0, 0, 0, 0, 0, 0)
	binary.LittleEndian.PutUint32(data[8:], version)
	data = append(data, body...)
	size := len(data)
	data = append(data, make([]byte, 4*blocks(int64(size)))...)
	data = append(data, table...)
	data = trailer{body: int64(size), entries: entries, version: version}.append(data)
	data = binary.LittleEndian.AppendUint32(data, crc32.Checksum(data[size:], castagnoli))
	return append(binary.LittleEndian.AppendUint32(data, 0), Magic...)
}

func FuzzOpen(f *testing.F) {
	good := write(f, fill)
	body := int(binary.LittleEndian.Uint64(good[len(good)-trailerSize:]))
	f.Add(good, []byte{}, uint32(0), false)
	f.Add(good[headerSize:body], good[body+4:len(good)-trailerSize], uint32(6), true)
	f.Fuzz(func(t *testing.T, data, table []byte, entries uint32, seal bool) {
		if seal {
			data = sealed(data, table, entries, sample)
		}
		file, err := New(aligned(data), sample)
		if err != nil {
			if !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrVersion) && !errors.Is(err, ErrForeign) {
				t.Fatal(err)
			}
			return
		}
		for _, e := range file.table {
			_, errs := Get[uint8](file, e.name)
			_, errs2 := Get[pair](file, e.name)
			list, err := Get[float64](file, e.name)
			if (errs == nil) != (e.size == 1) || errs2 == nil && e.size != 8 || err == nil && int64(8*len(list)) != e.length {
				t.Fatal(e, errs, errs2, err)
			}
		}
		_ = file.Verify(t.Context())
	})
}

func BenchmarkOpen(b *testing.B) {
	path := save(b, write(b, func(w *Writer) {
		for i := range 60 {
			Put(w, fmt.Sprint("list ", i), make([]int32, 100_000))
		}
	}))
	for b.Loop() {
		f, err := Open(path, sample)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := Get[int32](f, "list 30"); err != nil {
			b.Fatal(err)
		}
	}
}
