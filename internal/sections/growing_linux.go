package sections

import (
	"errors"
	"math"
	"os"

	"golang.org/x/sys/unix"
)

// growing is a file without a name that is mapped beyond its end.
type growing struct{ *os.File }

// reach is how far: address space costs nothing, where there is enough of it.
const reach = math.MaxInt>>25 + 1

func newGrowing(folder string) (growing, []byte, error) {
	f, err := os.CreateTemp(folder, ".linestop-*")
	if err != nil {
		return growing{}, nil, err
	}
	data, err := unix.Mmap(int(f.Fd()), 0, reach, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED|unix.MAP_NORESERVE)
	if err := errors.Join(err, os.Remove(f.Name())); err != nil {
		return growing{}, nil, errors.Join(err, f.Close())
	}
	return growing{f}, data, nil
}

// grow has the file take so many bytes of the disk, which may be full: nobody could be told
// when they are written to.
func (g growing) grow(bytes int) error { return unix.Fallocate(int(g.Fd()), 0, 0, int64(bytes)) }

func (g growing) drop(data []byte) {
	_ = unix.Munmap(data)
	_ = g.Close()
}
