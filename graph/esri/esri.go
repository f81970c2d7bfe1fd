// Package esri ranks by the Economic Systemic Risk Index: the part of all output that is lost
// when a node, or several, lose theirs, in a network of money flows between the nodes of sectors.
//
//	Diem, Borsos, Reisch, Kertész, Thurner: Quantifying firm-level economic systemic risk from
//	nation-wide supply networks. Scientific Reports 12:7719 (2022), doi 10.1038/s41598-022-11522-z
//
// Losses spread in two waves that do not mix: downstream a customer falls for want of inputs,
// upstream a supplier for want of customers. docs/esri.md has the mathematics, and what the paper
// leaves open. Each shock is answered twice: where the paper stops, which is when a step of the
// waves changes no node by more than a hundredth, and when nothing changes any more.
package esri

import (
	"cmp"
	"context"
	"slices"

	"linestop/graph"
	"linestop/internal/parallel"
)

// Options say how. The zero value means the defaults.
type Options struct {
	Inputs   Inputs                  // for New: whose word on the effect of an input counts; default the data's
	Workers  int                     // goroutines; default one for each processor
	Progress func(done, total int64) // called now and then, by any goroutine but one at a time
}

// Shock is what is lost at once.
type Shock []Hit

// Hit is a node that loses a part of its output, 0..1. Of two hits on a node the greater counts.
type Hit struct {
	Node graph.NodeID
	Lost float64
}

// Result is what a shock costs.
type Result struct {
	Settled Loss // when nothing changes any more
	Stopped Loss // where the paper stops
	Steps   int  // to there
	Open    bool // Settled is not: too many rounds; it is too low then
}

// Loss is the part of all output that is lost, 0..1, that of the shock among it.
type Loss struct {
	Total      float64 // each node loses the greater of what it loses downstream and upstream
	Downstream float64 // for want of inputs alone
	Upstream   float64 // for want of customers alone
}

// Run answers shocks, in their order, whatever the number of goroutines. Each takes the time of some
// dozens of passes over the rows that it may reach, of which width shocks share one. The only
// error is that of ctx.
func (e *Economy) Run(ctx context.Context, shocks []Shock, o Options) ([]Result, error) {
	order := e.together(shocks)
	batches := slices.Collect(slices.Chunk(order, width))
	tell := parallel.Options{Workers: o.Workers}
	if o.Progress != nil {
		tell.Progress = func(done, _ int64) { o.Progress(min(done*width, int64(len(shocks))), int64(len(shocks))) }
	}
	answers, err := parallel.Map(ctx, len(batches), tell, func() *wave { return newWave(e) },
		func(ctx context.Context, w *wave, n int) ([]Result, error) {
			batch := make([]Shock, 0, width)
			for _, s := range batches[n] {
				batch = append(batch, shocks[s])
			}
			return w.run(ctx, batch), ctx.Err()
		})
	if err != nil {
		return nil, err
	}
	results := make([]Result, len(shocks))
	for n, batch := range batches {
		for k, s := range batch {
			results[s] = answers[n][k]
		}
	}
	return results, nil
}

// together is an order in which shocks that reach much the same stand together.
func (e *Economy) together(shocks []Shock) []int {
	order, first := make([]int, len(shocks)), make([]int32, len(shocks))
	for s, shock := range shocks {
		order[s] = s
		for n, hit := range shock {
			if at := e.place[hit.Node]; n == 0 || at < first[s] {
				first[s] = at
			}
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(first[a], first[b]) })
	return order
}

// run answers at most width shocks.
func (w *wave) run(ctx context.Context, shocks []Shock) []Result {
	results := make([]Result, len(shocks))
	w.aim(shocks)
	w.strike(shocks)
	for steps, running := 1, len(shocks); running > 0 && ctx.Err() == nil; steps++ {
		change := w.step()
		for k := range results {
			if r := &results[k]; r.Steps == 0 && change[k] <= stop {
				r.Steps, r.Stopped = steps, w.loss(k)
				running--
			}
		}
	}
	w.strike(shocks)
	off := w.settle(ctx)
	for k := range results {
		results[k].Settled, results[k].Open = w.loss(k), off[k] > still
	}
	return results
}
