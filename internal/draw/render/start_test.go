package render

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"linestop/internal/draw/render/skipinit"
)

// If this fails after a change of Go or of go-graphviz, every command pays for
// Graphviz again: see docs/decisions/0002-pictures-in-a-child-process.md.
func TestParentSkipsGraphviz(t *testing.T) {
	if !skipinit.Skipped() {
		t.Fatal("go-graphviz was initialised in a process that is not its child")
	}
}

// The order in which packages start, as the runtime reports it, of this very
// program; with a cache that would make go-graphviz panic if it did start.
func TestInitialisationOrder(t *testing.T) {
	temp := ownCache(t)
	if _, err := Render(t.Context(), []byte("digraph { a }"), Plain, Options{}); err != nil {
		t.Fatal(err)
	}
	spoil(t, temp)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1", "TMPDIR="+temp, "TMP="+temp, "TEMP="+temp)
	trace, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, trace)
	}
	ours := bytes.Index(trace, []byte("init linestop/internal/draw/render/skipinit "))
	theirs := bytes.Index(trace, []byte("init os "))
	if ours < 0 || theirs < 0 || ours > theirs {
		t.Errorf("skipinit does not come before os:\n%s", trace)
	}
	for _, name := range []string{
		"goccy/go-graphviz/internal/wasm", "goccy/go-graphviz/cgraph", "goccy/go-graphviz/gvc",
		"tetratelabs/wazero/internal/platform", "tetratelabs/wazero/internal/wasm", "tetratelabs/wazero/internal/engine/wazevo",
	} {
		if bytes.Contains(trace, []byte("init github.com/"+name+" ")) {
			t.Errorf("%s was initialised:\n%s", name, trace)
		}
	}
}

// spoil overwrites the compiled code that go-graphviz has cached under dir.
func spoil(t *testing.T, dir string) {
	t.Helper()
	spoilt := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		spoilt++
		return os.WriteFile(path, []byte("garbage"), 0o600)
	})
	if err != nil || spoilt == 0 {
		t.Fatalf("%d files spoilt: %v", spoilt, err)
	}
}

// ownCache gives the test a cache of compiled code of its own and returns its folder.
func ownCache(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "LocalAppData"} {
		t.Setenv(name, home)
	}
	dir := cacheDir()
	if !strings.HasPrefix(dir, home) {
		t.Fatalf("cache in %q, not under %q", dir, home)
	}
	return dir
}

func TestSpoiltCacheHeals(t *testing.T) {
	dir := ownCache(t)
	dot := []byte("digraph { a }")
	for _, state := range []string{"cold", "spoilt", "dropped", "warm"} {
		if state == "spoilt" {
			spoil(t, dir)
		}
		if _, err := Render(t.Context(), dot, Plain, Options{}); err != nil {
			t.Errorf("%s cache: %v", state, err)
		}
		_, err := os.Stat(filepath.Join(dir, "go-graphviz"))
		if exists := err == nil; exists != (state != "spoilt") {
			t.Errorf("%s cache: folder exists afterwards: %v", state, exists)
		}
	}
}

func TestCacheMustBePrivate(t *testing.T) {
	dir := ownCache(t)
	if err := os.Chmod(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o777 {
		t.Skip("no permissions of this kind here")
	}
	if got := cacheDir(); got != "" {
		t.Errorf("trusts %q, to which all may write", got)
	}
	if _, err := Render(t.Context(), []byte("digraph { a }"), Plain, Options{}); err != nil {
		t.Errorf("without a cache: %v", err)
	}
}

func TestMarkerOfSomebodyElse(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, marker := range []string{"", "1", `{"Format":"png"}`} {
		cmd := exec.Command(self, "-test.run=^$")
		cmd.Env = append(os.Environ(), skipinit.Env+"="+marker)
		out, err := cmd.CombinedOutput()
		if cmd.ProcessState.ExitCode() != exitUse || !bytes.Contains(out, []byte(skipinit.Env)) {
			t.Errorf("%q: got %v: %s", marker, err, out)
		}
	}
}
