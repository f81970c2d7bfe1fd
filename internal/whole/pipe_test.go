//go:build unix

package whole

import (
	"os"
	"syscall"
	"testing"
)

// What is no regular file is written to as it is, and stays what it is.
func TestFileToPipe(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := syscall.Mkfifo("pipe", 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Free("pipe"); err != nil {
		t.Error(err)
	}
	read := make(chan string)
	go func() {
		text, err := os.ReadFile("pipe")
		if err != nil {
			t.Error(err)
		}
		read <- string(text)
	}()
	if err := File(t.Context(), "pipe", says("through")); err != nil {
		t.Fatal(err)
	}
	if got := <-read; got != "through" {
		t.Errorf("got %q", got)
	}
	if info, err := os.Stat("pipe"); err != nil || info.Mode().Type() != os.ModeNamedPipe {
		t.Error(info, err)
	}
	if err := File(t.Context(), os.DevNull, says("gone")); err != nil {
		t.Error(err)
	}
}
