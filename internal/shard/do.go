package shard

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"sync"

	"linestop/internal/parallel"
	"linestop/internal/whole"
)

// Do does a shard of a job into a part, piece by piece: each is on the disk before it counts as done, so
// that whatever happens no more is lost than the pieces in hand. If resume is set, a part that is there
// already keeps its pieces and gets the others; else that is an error, fs.ErrExist.
func Do(ctx context.Context, path string, h Header, job Job, resume bool, o parallel.Options) error {
	p, err := begin(ctx, path, h, resume)
	if err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // what was written was synced
	if err := file.Truncate(int64(p.whole)); err != nil {
		return err
	}
	var todo []int
	for piece := h.Shard.Number - 1; piece < h.Pieces; piece += h.Shard.Of {
		if _, given := p.Given[piece]; !given {
			todo = append(todo, piece)
		}
	}
	var writing sync.Mutex
	_, err = parallel.Map(ctx, len(todo), o, func() worker { return job.Worker(h.Pieces) },
		func(ctx context.Context, do worker, n int) (struct{}, error) {
			gave, err := do(ctx, todo[n])
			if err != nil {
				return struct{}{}, err
			}
			record := appendPiece(nil, todo[n], gave)
			writing.Lock()
			defer writing.Unlock()
			_, err = file.Write(record)
			return struct{}{}, errors.Join(err, file.Sync())
		})
	return err
}

// begin makes a part without pieces, or reads one to go on with.
func begin(ctx context.Context, path string, h Header, resume bool) (*Part, error) {
	switch info, err := os.Stat(path); {
	case err == nil && !info.Mode().IsRegular():
		return nil, &fs.PathError{Op: "write", Path: path, Err: errors.New("a part is a file")}
	case err == nil && !resume:
		return nil, &fs.PathError{Op: "write", Path: path, Err: fs.ErrExist}
	case errors.Is(err, fs.ErrNotExist):
		none := maps.All(map[int][]byte(nil))
		if err := whole.File(ctx, path, func(w io.Writer) error { return Write(w, h, none) }); err != nil {
			return nil, err
		}
	}
	p, err := Read(path)
	if err != nil {
		return nil, err
	}
	if what := p.Apart(h); what != "" {
		return nil, fmt.Errorf("%q is of another sweep: it differs in %s", path, what)
	}
	if p.Shard != h.Shard {
		return nil, fmt.Errorf("%q is shard %s, not %s", path, p.Shard, h.Shard)
	}
	return p, nil
}
