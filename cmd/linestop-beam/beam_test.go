package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"linestop/internal/shard"
)

func TestMain(m *testing.M) { ptest.MainWithDefault(m, "prism") }

// linestop is the program, built from this tree.
func linestop(t *testing.T) func(args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "linestop")
	build := exec.Command("go", "build", "-o", path, "./cmd/linestop")
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return func(args ...string) string {
		t.Helper()
		var errs bytes.Buffer
		cmd := exec.Command(path, args...)
		cmd.Stderr = &errs
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("linestop %s: %v: %s", strings.Join(args, " "), err, &errs)
		}
		return string(out)
	}
}

// TestEqualsOneMachine asks on Prism what linestop answers alone: merged, the part says the same to the last bit.
func TestEqualsOneMachine(t *testing.T) {
	linestop := linestop(t)
	open := filepath.Join(t.TempDir(), "open.csv")
	if err := os.WriteFile(open, []byte("supplier,customer,buffer_days\nmill,car,10..40\nfab,car,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for n, q := range []question{
		{"example:nexperia", []string{"rank"}},
		{"example:nexperia", []string{"rank", "--each=country", "--by=output", `--where=country != "DE"`}},
		{open, []string{"simulate", "--runs=300", "--seed=7", "mill"}},
	} {
		part := filepath.Join(t.TempDir(), fmt.Sprint("part-", n))
		if err := run(t.Context(), q, part); err != nil {
			t.Fatal(err)
		}
		got := linestop("merge", part, "-f", "json", "-q")
		want := linestop(append(q.Args, "-d", q.Data, "-f", "json", "-q")...)
		if got != want {
			t.Errorf("%v: got %s, want %s", q, got, want)
		}
		p, err := shard.Read(part)
		if err != nil || p.Left() != 0 {
			t.Error(p, err)
		}
	}
}

func TestRefuses(t *testing.T) {
	for want, q := range map[string]question{
		"--data and --output are needed":               {"", []string{"rank"}},
		"ask rank or simulate":                         {"example:hello", nil},
		`"cut" is neither rank nor simulate`:           {"example:hello", []string{"cut"}},
		"flag provided but not defined: -pairs":        {"example:hello", []string{"rank", "--pairs"}},
		`"outpt" is no order (did you mean "output"?)`: {"example:hello", []string{"rank", "--by=outpt"}},
	} {
		if err := run(t.Context(), q, "never"); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
