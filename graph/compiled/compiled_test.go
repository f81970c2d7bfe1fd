package compiled_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"linestop/graph"
	"linestop/graph/compiled"
	"linestop/graph/cut"
	"linestop/graph/impact"
	"linestop/graph/index"
	"linestop/graph/rank"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// file is a network in a file.
func file(t testing.TB, net *graph.Network) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := compiled.Write(t.Context(), &b, net, []byte("scenarios")); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// read is what a file holds.
func read(t testing.TB, data []byte) *graph.Network {
	t.Helper()
	net, scenarios, err := compiled.Read(t.Context(), data)
	if err != nil || string(scenarios) != "scenarios" {
		t.Fatalf("%q, %v", scenarios, err)
	}
	return net
}

func random(seed uint64) *graph.Network {
	return netgen.Random(rand.New(rand.NewPCG(seed, 0)), netgen.Config{Numbers: float64(seed%3) / 2, SelfSupply: true})
}

// told is all that a network tells, in the order of its numbers.
func told(t testing.TB, n *graph.Network) (all []any) {
	problems, err := graph.Validate(t.Context(), n)
	nodes, rows := n.Attributes()
	all = append(all, n.Info, problems, err, nodes, rows, n.Products(), n.Quantified(), n.Ranges(), n.Inputs())
	for i := range graph.NodeID(n.NumNodes()) {
		found, ok := n.Lookup(n.ID(i))
		all = append(all, n.Node(i), n.Declared(i), n.IsProduct(i), n.Tier(i), slices.Collect(n.Family(i)), found, ok)
	}
	for k := range graph.NeedID(n.NumNeeds()) {
		all = append(all, n.Need(k))
	}
	for s := range graph.SourceID(n.NumSources()) {
		all = append(all, n.Source(s), n.NeedOf(s))
	}
	_, ok := n.Lookup("nobody")
	return append(all, ok)
}

// answered is what questions of a network come to, in all readings.
func answered(t testing.TB, n *graph.Network, seed uint64) (all []any) {
	ix := indextest.Compile(t, n)
	nodes, rows := netgen.RandomCut(rand.New(rand.NewPCG(seed, 1)), n)
	a, err := cut.Run(t.Context(), ix, cut.Set{Nodes: nodes, Rows: rows})
	if err != nil {
		t.Fatal(err)
	}
	all = append(all, a.Failures, a.Exposed, a.Stranded)
	s := graph.Scenario{Cuts: netgen.RandomCuts(rand.New(rand.NewPCG(seed, 2)), n)}
	full, err := impact.Ask(t.Context(), ix, s, impact.Readings())
	if err != nil {
		t.Fatal(err)
	}
	for i := range graph.NodeID(n.NumNodes()) {
		all = append(all, full.State(i))
	}
	ranking, err := rank.Run(t.Context(), ix, rank.Options{Output: true})
	return append(all, ranking.Rows, err)
}

func TestFileTellsTheSame(t *testing.T) {
	for seed := range uint64(100) {
		net := random(seed)
		data := file(t, net)
		again := read(t, data)
		if got, want := told(t, again), told(t, net); !reflect.DeepEqual(got, want) {
			for i := range want {
				if !reflect.DeepEqual(got[i], want[i]) {
					t.Fatalf("seed %d: got\n%+v\nwant\n%+v", seed, got[i], want[i])
				}
			}
		}
		if got, want := answered(t, again, seed), answered(t, net, seed); !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: answers differ", seed)
		}
		if !bytes.Equal(file(t, again), data) {
			t.Fatalf("seed %d: written again it differs", seed)
		}
	}
}

// Lists that are put away while a network is built are the same.
func TestPutAway(t *testing.T) {
	for seed := range uint64(20) {
		net := random(seed)
		build := func(b *graph.Builder) []byte {
			for i := range graph.NodeID(net.NumNodes()) {
				if net.Declared(i) {
					b.AddNode(net.Node(i))
				}
			}
			for row := range graph.SourceID(net.NumSources()) {
				b.AddSource(net.Source(row))
			}
			return file(t, b.Build())
		}
		away := graph.NewBuilder(net.Info)
		away.PutAway(t.TempDir(), 1)
		if got, want := build(away), build(graph.NewBuilder(net.Info)); !bytes.Equal(got, want) {
			t.Fatalf("seed %d: %d bytes, not the %d of a network in memory", seed, len(got), len(want))
		}
	}
}

// What is changed is a network of its own, and judged as such.
func TestFileChanges(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: "a", Customer: "b", Share: graph.Num(0.5)})
	net := read(t, file(t, b.Build()))
	changed, err := net.With(t.Context(), []graph.Change{{Action: graph.Set, Source: graph.Source{Customer: "b", Share: graph.Num(7)}}})
	if err != nil {
		t.Fatal(err)
	}
	if problems, err := graph.Validate(t.Context(), changed); err != nil || problems.Errors() != 1 {
		t.Error(problems, err)
	}
	assumed, filled, err := net.Assuming("buffer", 9)
	if err != nil || filled != 1 || assumed.BufferDays(0) != graph.Num(9) || net.BufferDays(0).Given {
		t.Error(assumed.BufferDays(0), filled, err)
	}
}

func TestEmptyFile(t *testing.T) {
	net := read(t, file(t, graph.NewBuilder(graph.Info{Title: "none"}).Build()))
	if net.Title != "none" || net.NumNodes() != 0 || net.NumSources() != 0 {
		t.Error(net.Info)
	}
	if _, err := index.Compile(t.Context(), net); err != nil {
		t.Error(err)
	}
}

// resealed gives changed bytes the checksums of sound ones.
func resealed(data []byte) {
	castagnoli := crc32.MakeTable(crc32.Castagnoli)
	end := len(data) - 32
	body := int(binary.LittleEndian.Uint64(data[end:]))
	for block := 0; block<<20 < body; block++ {
		binary.LittleEndian.PutUint32(data[body+4*block:], crc32.Checksum(data[block<<20:min(body, (block+1)<<20)], castagnoli))
	}
	binary.LittleEndian.PutUint32(data[end+16:], crc32.Checksum(data[body:end+16], castagnoli))
}

// FuzzHostile has a file lie, with all its checksums in order: nothing it says may end the
// program or keep it busy without end.
func FuzzHostile(f *testing.F) {
	var files [][]byte
	for seed := range uint64(6) {
		files = append(files, file(f, random(seed)))
	}
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, which, seed uint64) {
		data := slices.Clone(files[which%uint64(len(files))])
		r := rand.New(rand.NewPCG(which, seed))
		body := int(binary.LittleEndian.Uint64(data[len(data)-32:]))
		for range 1 + r.IntN(4) {
			at := 16 + r.IntN(body-16)
			switch r.IntN(3) {
			case 0:
				data[at] = byte(r.Uint32())
			case 1:
				binary.LittleEndian.PutUint32(data[at&^3:], []uint32{0, 1, 1 << 31, 1<<31 - 1, 1<<32 - 1, r.Uint32N(100)}[r.IntN(6)])
			case 2:
				copy(data[at:body], data[16+r.IntN(body-16):][:r.IntN(8)])
			}
		}
		resealed(data)
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
		defer cancel()
		err := compiled.Guard(func() error { return askAll(ctx, data, r) })
		if errors.Is(err, context.DeadlineExceeded) {
			t.Fatal("it goes on and on")
		}
	})
}

// askAll asks a file what leads through all its lists.
func askAll(ctx context.Context, data []byte, r *rand.Rand) error {
	net, _, err := compiled.Read(ctx, data)
	if err != nil {
		return err
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return err
	}
	s := graph.Scenario{Cuts: []graph.Cut{{Target: net.ID(graph.NodeID(r.IntN(max(1, net.NumNodes()))))}}}
	if _, err := impact.Ask(ctx, ix, s, impact.Readings()); err != nil {
		return err
	}
	if _, err := rank.Run(ctx, ix, rank.Options{}); err != nil {
		return err
	}
	for row := range graph.SourceID(net.NumSources()) {
		net.Source(row)
	}
	for i := range graph.NodeID(net.NumNodes()) {
		net.Node(i)
	}
	return nil
}
