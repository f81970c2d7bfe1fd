//go:build unix

package main

import (
	"errors"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

// onWrite does something when it is first written to.
type onWrite struct {
	strings.Builder
	do func() error
}

func (w *onWrite) Write(p []byte) (int, error) {
	if w.Len() == 0 {
		if err := w.do(); err != nil {
			return 0, err
		}
	}
	return w.Builder.Write(p)
}

// TestCutsetsEndEarly where nobody reads on, or with a signal: by the right code, and no more is written.
func TestCutsetsEndEarly(t *testing.T) {
	for _, format := range []string{"text", "json", "csv"} {
		args := []string{"cutsets", "honda-celaya", "--order", "4", "--format", format, "--quiet"}
		out, err := &onWrite{do: func() error { return errors.New("nobody reads") }}, &strings.Builder{}
		if code := run(args, strings.NewReader(""), out, err); code != 2 || err.String() != "linestop: error: nobody reads\n" {
			t.Errorf("%s: code %d, %s", format, code, err)
		}
		out, err = &onWrite{do: func() error {
			defer time.Sleep(100 * time.Millisecond) // until it is heard of
			return syscall.Kill(os.Getpid(), syscall.SIGINT)
		}}, &strings.Builder{}
		if code := run(args, strings.NewReader(""), out, err); code != 130 || err.String() != "linestop: interrupted\n" {
			t.Errorf("%s: code %d, %s", format, code, err)
		}
		if strings.Contains(out.String(), "complete") || strings.Contains(out.String(), "reading:") {
			t.Errorf("%s: more is written:\n%s", format, out)
		}
	}
}
