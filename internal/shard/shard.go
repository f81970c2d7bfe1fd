// Package shard does large jobs in pieces: all of them on the cores of one machine, or each shard
// on a machine of its own, whose part is a file; joined, the parts give what one machine would have made.
//
// What a piece is and what is made of the pieces is the job's business.
package shard

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"linestop/internal/parallel"
)

// Job is work that can be cut into any number of pieces.
type Job interface {
	// Size is how many units of work there are, of which no piece has less than one.
	Size() int
	// Worker serves one goroutine. It does one of the pieces into which the job is cut; what that gives
	// depends on the numbers of the piece and of pieces, and on nothing done before. It is
	// cheapest to do pieces in their order.
	Worker(pieces int) func(ctx context.Context, piece int) ([]byte, error)
}

// Shard is one of so many parts of a job.
type Shard struct {
	Number int `json:"number"` // from 1
	Of     int `json:"of"`
}

// Parse reads a shard such as 3/8.
func Parse(text string) (Shard, error) {
	number, of, _ := strings.Cut(text, "/")
	n, err := strconv.Atoi(number)
	m, err2 := strconv.Atoi(of)
	if err != nil || err2 != nil || n < 1 || n > m || m > mostShards {
		return Shard{}, fmt.Errorf("%q is no shard such as 3/8, from 1/8 to 8/8", text)
	}
	return Shard{n, m}, nil
}

const (
	mostShards = 100_000
	leastCut   = 256 // enough pieces to share them out evenly, few enough that the ways to where they begin cost little
	perShard   = 64
)

func (s Shard) String() string { return fmt.Sprintf("%d/%d", s.Number, s.Of) }

// Pieces is into how many pieces a job is cut for so many shards.
func Pieces(job Job, shards int) int { return min(job.Size(), max(leastCut, perShard*shards)) }

// has says whether a piece is one of the shard: every so many one is, since pieces near each other may be
// dear together.
func (s Shard) has(piece, pieces int) bool { return piece < pieces && piece%s.Of == s.Number-1 }

// size is how many pieces the shard has.
func (s Shard) size(pieces int) int { return (pieces - s.Number + s.Of) / s.Of }

// Run does all of a job.
func Run(ctx context.Context, job Job, o parallel.Options) ([][]byte, error) {
	pieces := Pieces(job, 1)
	return parallel.Map(ctx, pieces, o, func() worker { return job.Worker(pieces) },
		func(ctx context.Context, do worker, piece int) ([]byte, error) { return do(ctx, piece) })
}

type worker = func(ctx context.Context, piece int) ([]byte, error)
