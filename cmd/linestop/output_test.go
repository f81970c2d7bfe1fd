package main

import (
	"io/fs"
	"syscall"
	"testing"
)

// TestCannotWrite: the file is named once, as the user named it.
func TestCannotWrite(t *testing.T) {
	full := &fs.PathError{Op: "write", Path: "out/.linestop-1/nodes.csv", Err: syscall.ENOSPC}
	for _, err := range []error{full, &fs.PathError{Op: "Copy", Path: "out/.linestop-1", Err: full}} {
		const want = `cannot write "out": no space left on device`
		if got := cannotWrite("out", err); got.Error() != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
