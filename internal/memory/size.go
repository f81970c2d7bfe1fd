package memory

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Size is a number of bytes.
type Size int64

var units = []struct {
	name string
	size Size
}{
	{"TB", 1e12},
	{"GB", 1e9},
	{"MB", 1e6},
	{"kB", 1e3},
	{"TiB", 1 << 40},
	{"GiB", 1 << 30},
	{"MiB", 1 << 20},
	{"KiB", 1 << 10},
	{"T", 1e12},
	{"G", 1e9},
	{"M", 1e6},
	{"k", 1e3},
	{"B", 1},
}

// Set reads sizes such as 4GB, 1.5 GB, 512m, 4GiB or plain bytes.
func (s *Size) Set(text string) error {
	number, unit := strings.TrimSpace(text), Size(1)
	for _, u := range units {
		if split := len(number) - len(u.name); split > 0 && strings.EqualFold(number[split:], u.name) {
			number, unit = strings.TrimSpace(number[:split]), u.size
			break
		}
	}
	v, err := strconv.ParseFloat(number, 64)
	if size := v * float64(unit); err == nil && size >= 1 && size < math.MaxInt64 {
		*s = Size(size)
		return nil
	}
	return fmt.Errorf("%q is no size such as 4GB or 512MB", text)
}

// String is the size with one decimal.
func (s Size) String() string {
	for _, u := range units[:4] {
		if s >= u.size {
			return strconv.FormatFloat(math.Round(10*float64(s)/float64(u.size))/10, 'f', -1, 64) + " " + u.name
		}
	}
	return strconv.FormatInt(int64(s), 10) + " B"
}
