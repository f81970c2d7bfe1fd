package graph

import "testing"

// TestEdgeCount: v0.23.0 of the library counts edges by listing them, the next
// one will ask the store.
func TestEdgeCount(t *testing.T) {
	b := NewBuilder(Info{})
	for _, pair := range [][2]string{{"a", "b"}, {"a", "b"}, {"b", "a"}, {"b", "b"}} {
		b.AddSource(Source{Supplier: pair[0], Customer: pair[1]})
	}
	if got, err := (store{b.Build()}).EdgeCount(); got != 3 || err != nil {
		t.Errorf("%d edges, %v, want 3", got, err)
	}
}
