//go:build unix

package render

import (
	"io/fs"
	"os"
	"syscall"
)

// private reports whether only this user can write to the folder.
func private(dir fs.FileInfo) bool {
	stat, ok := dir.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Geteuid() && dir.Mode().Perm()&0o022 == 0
}
