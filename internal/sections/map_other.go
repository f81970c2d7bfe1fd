//go:build !unix

package sections

import (
	"errors"
	"io"
	"math"
	"os"
)

// mapped is a file in memory: read, where it cannot be mapped.
func mapped(f *os.File, size int64) ([]byte, error) {
	if size > math.MaxInt-8 {
		return nil, errors.ErrUnsupported
	}
	data := aligned(make([]byte, size))
	_, err := io.ReadFull(io.NewSectionReader(f, 0, size), data)
	return data, err
}
