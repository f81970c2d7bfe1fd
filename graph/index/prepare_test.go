package index_test

import (
	"context"
	"errors"
	"testing"

	"linestop/graph"
	"linestop/internal/indextest"
)

// TestPrepareHeedsItsContext ends it before each of its steps.
func TestPrepareHeedsItsContext(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	b.AddSource(graph.Source{Supplier: "a", Customer: "b"})
	ix := indextest.Compile(t, b.Build())
	for looks := range 4 {
		if err := ix.Prepare(&ending{t.Context(), looks}); !errors.Is(err, context.Canceled) {
			t.Errorf("ends at look %d: %v", looks, err)
		}
	}
	if err := ix.Prepare(t.Context()); err != nil {
		t.Error(err)
	}
}

// ending is a context that ends after so many looks at it.
type ending struct {
	context.Context
	looks int
}

func (e *ending) Err() error {
	if e.looks--; e.looks < 0 {
		return context.Canceled
	}
	return nil
}
