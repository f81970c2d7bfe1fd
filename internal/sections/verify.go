package sections

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"linestop/internal/parallel"
)

// Verify reads all there is and holds it against the checksums. Damage is ErrDamaged, and says where;
// the only other error is that of ctx.
func (f *File) Verify(ctx context.Context) error {
	_, err := parallel.Map(ctx, int(blocks(f.body)), parallel.Options{}, func() struct{} { return struct{}{} },
		func(_ context.Context, _ struct{}, i int) (struct{}, error) { return struct{}{}, f.verify(int64(i)) })
	return err
}

func (f *File) verify(i int64) error {
	from, to := i*block, min((i+1)*block, f.body)
	if crc32.Checksum(f.data[from:to], castagnoli) == binary.LittleEndian.Uint32(f.sums[4*i:]) {
		return nil
	}
	return fmt.Errorf("%w: between bytes %d and %d%s", ErrDamaged, from+1, to, f.at(from, to))
}

// at names the first section that lies in a range of bytes.
func (f *File) at(from, to int64) string {
	for _, e := range f.table {
		if e.offset < to && e.offset+e.length > from {
			return fmt.Sprintf(", from section %q on", e.name)
		}
	}
	return ""
}
