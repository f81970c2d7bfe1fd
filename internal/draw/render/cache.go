package render

import (
	"os"
	"path/filepath"
	"runtime"
)

// cacheDir returns the folder that holds the compiled WebAssembly between runs,
// or "" if there is none to trust: what it holds is machine code, so nobody
// else may be able to write there.
func cacheDir() string {
	base, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	dir := filepath.Join(base, "linestop")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return ""
	}
	info, err := os.Lstat(dir)
	if err != nil || !info.IsDir() || !private(info) {
		return ""
	}
	return dir
}

// dropCache removes what go-graphviz keeps in dir, so that the next run writes
// it anew. If that fails the next run finds out.
func dropCache(dir string) {
	_ = os.RemoveAll(filepath.Join(dir, "go-graphviz"))
}

// tempEnv tells the child where its temporary folder is. That is the only way to
// tell go-graphviz where to cache; a folder that cannot exist turns caching off.
func tempEnv(dir string) []string {
	if dir == "" {
		dir = filepath.Join(os.DevNull, "none")
	}
	if runtime.GOOS == "windows" {
		return []string{"TMP=" + dir, "TEMP=" + dir}
	}
	return []string{"TMPDIR=" + dir}
}
