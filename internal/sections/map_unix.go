//go:build unix

package sections

import (
	"math"
	"os"

	"golang.org/x/sys/unix"
)

// mapped is a file in memory, of which only what is looked at is read.
func mapped(f *os.File, size int64) ([]byte, error) {
	if size > math.MaxInt {
		return nil, unix.EFBIG
	}
	return unix.Mmap(int(f.Fd()), 0, int(size), unix.PROT_READ, unix.MAP_SHARED)
}
