package shard_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"

	"linestop/internal/parallel"
	"linestop/internal/shard"
)

// squares has as many units as it says; a piece is the squares of its units.
type squares struct {
	size int
	done *atomic.Int64 // pieces
	most int64         // pieces until it fails
}

var errPower = errors.New("power cut")

func (j squares) Size() int { return j.size }

func (j squares) Worker(pieces int) func(context.Context, int) ([]byte, error) {
	return func(_ context.Context, piece int) ([]byte, error) {
		if j.done.Add(1) > j.most {
			return nil, errPower
		}
		var text strings.Builder
		for i := j.size * piece / pieces; i < j.size*(piece+1)/pieces; i++ {
			text.WriteString(fmt.Sprint(i*i, " "))
		}
		return []byte(text.String()), nil
	}
}

func newSquares(size int) squares { return squares{size, new(atomic.Int64), 1 << 60} }

func header(job shard.Job, s shard.Shard) shard.Header {
	return shard.Header{
		Version: "1", Question: []string{"squares"}, Data: shard.Data{Ref: "x", Nodes: 1, Sum: "ab"},
		Pieces: shard.Pieces(job, s.Of), Shard: s,
	}
}

func do(t *testing.T, path string, s shard.Shard, job shard.Job, resume bool) error {
	t.Helper()
	return shard.Do(t.Context(), path, header(job, s), job, resume, parallel.Options{})
}

func joined(t *testing.T, paths ...string) (string, error) {
	t.Helper()
	var parts []*shard.Part
	for _, path := range paths {
		part, err := shard.Read(path)
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part)
	}
	pieces, err := shard.Join(parts)
	return join(pieces), err
}

func join(pieces [][]byte) string {
	var text strings.Builder
	for _, piece := range pieces {
		text.WriteString(string(piece))
	}
	return text.String()
}

// TestShards: whatever the size of the job and the number of shards, joined they are the whole job.
func TestShards(t *testing.T) {
	for _, size := range []int{0, 1, 3, 300, 5000} {
		for _, of := range []int{1, 2, 7, 20} {
			t.Chdir(t.TempDir())
			job := newSquares(size)
			pieces, err := shard.Run(t.Context(), job, parallel.Options{})
			if err != nil {
				t.Fatal(err)
			}
			var paths []string
			for n := of; n > 0; n-- {
				paths = append(paths, fmt.Sprint("part-", n))
				if err := do(t, paths[len(paths)-1], shard.Shard{Number: n, Of: of}, job, n%2 == 0); err != nil {
					t.Fatal(err)
				}
			}
			if got, err := joined(t, paths...); err != nil || got != join(pieces) {
				t.Errorf("%d in %d shards: %v, %q, want %q", size, of, err, got, join(pieces))
			}
		}
	}
}

// TestResume cuts a part off behind every byte, and damages every byte: that is never taken for whole, unless
// it is, and what is made of it by going on is what it was.
func TestResume(t *testing.T) {
	t.Chdir(t.TempDir())
	job, s := newSquares(3), shard.Shard{Number: 1, Of: 1}
	if err := do(t, "part", s, job, false); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile("part")
	if err != nil {
		t.Fatal(err)
	}
	want, err := joined(t, "part")
	if err != nil {
		t.Fatal(err)
	}
	write := func(file []byte) {
		if err := os.WriteFile("part", file, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	damaged := func(at int) []byte {
		file := append([]byte(nil), whole...)
		file[at] ^= 1 << (at % 8)
		return file
	}
	for at := range whole {
		for _, file := range [][]byte{whole[:at], damaged(at)} {
			write(file)
			part, err := shard.Read("part")
			if err != nil {
				if !errors.Is(err, shard.ErrNoPart) {
					t.Fatal(err)
				}
				continue // not even the header is there
			}
			if part.Left() == 0 {
				t.Fatalf("%d of %d bytes are taken for whole", at, len(whole))
			}
			if err := do(t, "part", s, job, true); err != nil {
				t.Fatal(at, err)
			}
			if got, err := joined(t, "part"); err != nil || got != want {
				t.Fatalf("byte %d: %v, %q", at, err, got)
			}
		}
	}
}

// TestDoesNothingTwice: what was done before the power was cut is not done again.
func TestDoesNothingTwice(t *testing.T) {
	t.Chdir(t.TempDir())
	job := newSquares(100)
	job.most = 30
	s := shard.Shard{Number: 1, Of: 1}
	if err := do(t, "part", s, job, true); !errors.Is(err, errPower) {
		t.Fatal(err)
	}
	if _, err := joined(t, "part"); err == nil || !strings.Contains(err.Error(), `"part", shard 1/1, is not finished: 70 of its 100 pieces are missing`) {
		t.Error(err)
	}
	job.done.Store(0)
	job.most = 70
	if err := do(t, "part", s, job, true); err != nil || job.done.Load() != 70 {
		t.Errorf("%v, %d pieces were done", err, job.done.Load())
	}
}

func TestDoRefuses(t *testing.T) {
	t.Chdir(t.TempDir())
	job, s := newSquares(5), shard.Shard{Number: 1, Of: 2}
	if err := do(t, "part", s, job, false); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("text", []byte("linestop part 7\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	other := func(change func(*shard.Header)) error {
		h := header(job, s)
		change(&h)
		return shard.Do(t.Context(), "part", h, job, true, parallel.Options{})
	}
	for want, err := range map[string]error{
		"write part: file already exists":                                   do(t, "part", s, job, false),
		"write .: a part is a file":                                         do(t, ".", s, job, true),
		`"text" is no part of a sweep`:                                      do(t, "text", s, job, true),
		`"part" is shard 1/2, not 2/2`:                                      do(t, "part", shard.Shard{Number: 2, Of: 2}, job, true),
		`"part" is of another sweep: it differs in the number of shards`:    do(t, "part", shard.Shard{Number: 1, Of: 3}, job, true),
		`"part" is of another sweep: it differs in the question`:            other(func(h *shard.Header) { h.Question = nil }),
		`"part" is of another sweep: it differs in the data`:                other(func(h *shard.Header) { h.Data.Sum = "cd" }),
		`"part" is of another sweep: it differs in the version of linestop`: other(func(h *shard.Header) { h.Version = "2" }),
	} {
		if err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	if err := other(func(h *shard.Header) { h.Data.Ref = "elsewhere" }); err != nil {
		t.Error(err)
	}
}

func TestJoinRefuses(t *testing.T) {
	t.Chdir(t.TempDir())
	job := newSquares(40)
	for n, path := range []string{"a", "b", "c", "d"} {
		if err := do(t, path, shard.Shard{Number: n + 1, Of: 20}, job, false); err != nil {
			t.Fatal(err)
		}
	}
	if err := do(t, "whole", shard.Shard{Number: 1, Of: 1}, newSquares(40), false); err != nil {
		t.Fatal(err)
	}
	if err := do(t, "alone", shard.Shard{Number: 2, Of: 2}, newSquares(40), false); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ parts, want string }{
		{"", "no parts to join"},
		{"a c a", "\"a\" and \"a\" are both shard 1/20\nshards 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, and 8 more of 20 are missing"},
		{"a whole", "\"a\" and \"whole\" are of different sweeps: they differ in the number of shards"},
		{"alone", "shard 1 of 2 is missing"},
	} {
		if _, err := joined(t, strings.Fields(test.parts)...); err == nil || err.Error() != test.want {
			t.Errorf("%s: got %v, want %s", test.parts, err, test.want)
		}
	}
}

func TestParse(t *testing.T) {
	if got, err := shard.Parse("3/8"); err != nil || !reflect.DeepEqual(got, shard.Shard{Number: 3, Of: 8}) {
		t.Error(got, err)
	}
	for _, text := range []string{"", "3", "3/", "0/8", "9/8", "-1/8", "a/8", "1/100001", "1/8/9"} {
		if got, err := shard.Parse(text); err == nil || !strings.Contains(err.Error(), "is no shard such as 3/8") {
			t.Error(text, got, err)
		}
	}
}

// FuzzRead: a file may hold anything.
func FuzzRead(f *testing.F) {
	path := f.TempDir() + "/part"
	job := newSquares(3)
	if err := shard.Do(f.Context(), path, header(job, shard.Shard{Number: 1, Of: 1}), job, false, parallel.Options{}); err != nil {
		f.Fatal(err)
	}
	file, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(file)
	f.Add(file[:len(file)-1])
	f.Fuzz(func(t *testing.T, file []byte) {
		path := t.TempDir() + "/part"
		if err := os.WriteFile(path, file, 0o600); err != nil {
			t.Fatal(err)
		}
		part, err := shard.Read(path)
		if (part == nil) != (err != nil) {
			t.Fatal(part, err)
		}
		if part != nil {
			_, _ = shard.Join([]*shard.Part{part})
		}
	})
}
