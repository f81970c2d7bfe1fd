package main

import (
	"context"
	"errors"
	"iter"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"linestop/internal/shard"
)

func init() {
	register.DoFn3x1[context.Context, int, func(int, given), error](&doPiece{})
	register.Emitter2[int, given]()
	register.DoFn3x1[context.Context, int, func(*given) bool, error](&writePart{})
	register.Iter1[given]()
}

// given is what a piece gave.
type given struct {
	Piece int
	Bytes []byte
}

// pipeline does each piece of a job by itself, wherever there is room, and writes all into a part.
//
//	numbers of the pieces ─▶ doPiece ─▶ by key, of which there is one ─▶ writePart
func pipeline(q question, a *asked, output string) *beam.Pipeline {
	numbers := make([]int, a.header.Pieces)
	for n := range numbers {
		numbers[n] = n
	}
	p, s := beam.NewPipelineWithRoot()
	todo := beam.Reshuffle(s, beam.CreateList(s, numbers))
	done := beam.ParDo(s, &doPiece{Question: q, Pieces: a.header.Pieces}, todo)
	beam.ParDo0(s, &writePart{Header: a.header, Output: output}, beam.GroupByKey(s, done))
	return p
}

// doPiece is the step of the pipeline: it does what a worker of linestop sweep does. The data are read once in
// each process.
type doPiece struct {
	Question question
	Pieces   int

	do func(context.Context, int) ([]byte, error)
}

// Setup makes the scratch of one worker.
func (d *doPiece) Setup(ctx context.Context) error {
	a, err := d.Question.ask(ctx)
	if err != nil {
		return err
	}
	d.do = a.Worker(d.Pieces)
	return nil
}

// ProcessElement does a piece.
func (d *doPiece) ProcessElement(ctx context.Context, piece int, emit func(int, given)) error {
	bytes, err := d.do(ctx, piece)
	if err != nil {
		return err
	}
	emit(0, given{piece, bytes})
	return nil
}

// writePart writes the part.
type writePart struct {
	Header shard.Header
	Output string
}

// ProcessElement gets all pieces, in any order.
func (w *writePart) ProcessElement(ctx context.Context, _ int, next func(*given) bool) error {
	fs, err := filesystem.New(ctx, w.Output)
	if err != nil {
		return err
	}
	defer func() { _ = fs.Close() }()
	out, err := fs.OpenWrite(ctx, w.Output)
	if err != nil {
		return err
	}
	return errors.Join(shard.Write(out, w.Header, all(next)), out.Close())
}

func all(next func(*given) bool) iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		for g := (given{}); next(&g); g = (given{}) {
			if !yield(g.Piece, g.Bytes) {
				return
			}
		}
	}
}
