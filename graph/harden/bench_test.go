package harden_test

import (
	"testing"

	"linestop/graph/harden"
	"linestop/internal/indextest"
	"linestop/internal/netgen"
)

func BenchmarkChoose(b *testing.B) {
	for _, size := range []struct {
		name  string
		nodes int
	}{{"1k", 1000}, {"10k", 10_000}} {
		b.Run(size.name, func(b *testing.B) {
			ix := indextest.Compile(b, netgen.Economy(1, netgen.EconomyConfig{Nodes: size.nodes}))
			for b.Loop() {
				task, err := harden.New(b.Context(), ix, harden.Options{})
				if err != nil {
					b.Fatal(err)
				}
				if _, err := task.Choose(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
