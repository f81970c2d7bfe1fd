package cutset_test

import (
	"context"
	"math/big"
	"runtime"
	"slices"
	"testing"
	"time"

	"linestop/graph/cutset"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

// TestSearch: as each order comes up it has all its sets, and what is told meanwhile is true.
func TestSearch(t *testing.T) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 1_000})
	ix, product := indextest.Compile(t, net), net.Products()[0]
	all, err := cutset.Find(t.Context(), ix, product, cutset.Options{Order: 3})
	if err != nil {
		t.Fatal(err)
	}
	counts, told, calls := all.Counts(), new(big.Int), map[int]int{}
	s, err := cutset.New(t.Context(), ix, product, cutset.Options{Order: 3, Beyond: func(order int, found *big.Int) {
		least, most := new(big.Int), new(big.Int)
		for n := range order {
			least.Add(least, counts[n])
		}
		most.Add(least, counts[order])
		if found.Cmp(least) < 0 || found.Cmp(most) > 0 || found.Cmp(told) < 0 {
			t.Errorf("beyond order %d: %d found after %d, of %d", order, found, told, counts)
		}
		told = found
		calls[order]++
	}})
	if err != nil {
		t.Fatal(err)
	}
	var orders []int
	for order := range s.Search(t.Context()) {
		orders = append(orders, order)
		if s.Order != order || s.Complete {
			t.Errorf("at order %d: %+v", order, s)
		}
		var got, want []string
		for set := range s.Of(order) {
			got = append(got, names(s.Groups, set))
		}
		for set := range all.Of(order) {
			want = append(want, names(s.Groups, set))
		}
		if !slices.Equal(got, want) {
			t.Errorf("order %d: %d sets, want %d", order, len(got), len(want))
		}
	}
	if !slices.Equal(orders, []int{1, 2, 3}) || !s.Complete || calls[2] == 0 {
		t.Errorf("orders %v, told %v", orders, calls)
	}
}

// TestSearchEndsEarly: what there is of the next order comes last; and whoever does not read on ends it.
func TestSearchEndsEarly(t *testing.T) {
	net := netgen.Economy(1, netgen.EconomyConfig{Nodes: 1_000})
	ix, product := indextest.Compile(t, net), net.Products()[0]
	single, err := cutset.Find(t.Context(), ix, product, cutset.Options{Order: 1})
	if err != nil {
		t.Fatal(err)
	}
	most := int(single.Counts()[0].Int64()) + 10
	s, err := cutset.New(t.Context(), ix, product, cutset.Options{Order: 3, Most: most})
	if err != nil {
		t.Fatal(err)
	}
	var orders []int
	for order := range s.Search(t.Context()) {
		orders = append(orders, order)
	}
	if got := len(slices.Collect(s.Of(2))); !slices.Equal(orders, []int{1, 2}) || s.Order != 1 || got < 10 {
		t.Errorf("orders %v, %d sets of order 2: %+v", orders, got, s)
	}
	if s, err = cutset.New(t.Context(), ix, product, cutset.Options{Order: 3}); err != nil {
		t.Fatal(err)
	}
	for range s.Search(t.Context()) {
		break
	}
	if s.Order != 1 || s.Complete || s.Err != nil {
		t.Errorf("%+v", s)
	}
}

// TestMemoryOfSearch: whichever way a search goes, it takes no more than it may.
func TestMemoryOfSearch(t *testing.T) {
	const memory = 20_000_000
	heap := func() int {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return int(m.HeapAlloc)
	}
	net := layers(6, 30)
	ix := indextest.Compile(t, net)
	runtime.GC()
	before, most, calls := heap(), 0, 0
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
	defer cancel()
	s, err := cutset.Find(ctx, ix, net.Products()[0], cutset.Options{Memory: memory, Beyond: func(int, *big.Int) {
		if calls++; calls%16 == 0 {
			most = max(most, heap()-before)
		}
	}})
	if err != nil || s.Complete || most > memory*5/4 || most < memory/4 {
		t.Errorf("%d bytes of %d are taken: %v, %v", most, memory, err, s.Err)
	}
}
