package render

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"linestop/internal/draw/render/skipinit"
)

// start runs the job in a child and returns its output. If the child could not
// even load Graphviz, the cache of compiled code is thrown away and it gets a
// second try without one.
func (j job) start(ctx context.Context, dot []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, j.Timeout)
	defer cancel()
	began := time.Now()
	dir := cacheDir()
	out, err := j.run(ctx, dot, dir)
	if errors.Is(err, errNotReady) && dir != "" {
		dropCache(dir)
		out, err = j.run(ctx, dot, "")
	}
	if errors.Is(err, context.DeadlineExceeded) {
		err = fmt.Errorf("no layout within %v: draw fewer nodes or allow more time: %w",
			time.Since(began).Round(time.Second/10), err)
	}
	return out, err
}

var errNotReady = errors.New("the layout engine did not start")

func (j job) run(ctx context.Context, dot []byte, cache string) ([]byte, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	marker, err := j.encode()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, self)
	cmd.Env = append(os.Environ(), tempEnv(cache)...)
	cmd.Env = append(cmd.Env, skipinit.Env+"="+marker)
	cmd.WaitDelay = time.Second
	cmd.Stdin = bytes.NewReader(dot)
	stdout := &capped{left: j.Output + int64(len(ready))}
	stderr := &capped{left: 64 << 10, drop: true}
	cmd.Stdout, cmd.Stderr = stdout, stderr
	err = cmd.Run()
	out, started := bytes.CutPrefix(stdout.buf.Bytes(), []byte(ready))
	switch {
	case err == nil && started:
		return out, nil
	case ctx.Err() != nil:
		return nil, context.Cause(ctx)
	case stdout.full:
		return nil, fmt.Errorf("%w: over %d bytes: draw fewer nodes", ErrOutput, j.Output)
	}
	return nil, explain(cmd, err, started, stderr.buf.String(), j)
}

// explain says why a child ended without a picture.
func explain(cmd *exec.Cmd, err error, started bool, said string, j job) error {
	first, _, _ := strings.Cut(strings.TrimSpace(said), "\n")
	code := -1
	if cmd.ProcessState != nil {
		code = cmd.ProcessState.ExitCode()
	}
	switch {
	case code == exitDOT:
		return fmt.Errorf("%w: %s", ErrDOT, first)
	case !started:
		return fmt.Errorf("%w: %v: %s", errNotReady, err, first)
	case strings.Contains(said, "out of memory"), strings.Contains(said, "cannot allocate memory"):
		return fmt.Errorf("%w: over %d MiB: draw fewer nodes", ErrMemory, j.Memory>>20)
	}
	return fmt.Errorf("%w: %v: %s", ErrEngine, err, first)
}

// capped keeps what is written to it up to a limit. Past that it either drops
// the rest or refuses it, which ends the writer.
type capped struct {
	buf  bytes.Buffer // not embedded: its ReadFrom would go round the cap
	left int64
	drop bool
	full bool
}

func (c *capped) Write(p []byte) (int, error) {
	keep := p[:min(int64(len(p)), c.left)]
	c.left -= int64(len(keep))
	c.buf.Write(keep)
	if len(keep) == len(p) || c.drop {
		return len(p), nil
	}
	c.full = true
	return len(keep), ErrOutput
}
