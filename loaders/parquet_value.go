package loaders

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"
)

// textOf says how the values of a type are written in a table.
func textOf(t parquet.Type) func(parquet.Value) string {
	if logical := t.LogicalType(); logical != nil {
		switch l := logical.Value.(type) {
		case *format.DateType:
			return func(v parquet.Value) string { return day(time.Unix(int64(v.Int32())*24*60*60, 0)) }
		case *format.TimestampType:
			unit := l.Unit.Value.Duration()
			return func(v parquet.Value) string { return day(moment(v.Int64(), unit)) }
		case *format.DecimalType:
			return func(v parquet.Value) string { return scaled(integer(v), int(l.Scale)) }
		case *format.IntType:
			if !l.IsSigned {
				return func(v parquet.Value) string {
					if v.Kind() == parquet.Int32 {
						return strconv.FormatUint(uint64(v.Uint32()), 10)
					}
					return strconv.FormatUint(v.Uint64(), 10)
				}
			}
		}
	}
	return plainText
}

func plainText(v parquet.Value) string {
	switch v.Kind() {
	case parquet.Boolean:
		return strconv.FormatBool(v.Boolean())
	case parquet.Int32:
		return strconv.FormatInt(int64(v.Int32()), 10)
	case parquet.Int64:
		return strconv.FormatInt(v.Int64(), 10)
	case parquet.Int96: // dates of old programs: nanoseconds of the day, and the Julian day
		t := v.Int96()
		return day(time.Unix((int64(t[2])-2_440_588)*24*60*60, int64(t[1])<<32|int64(t[0])))
	case parquet.Float:
		return float(float64(v.Float()), 32)
	case parquet.Double:
		return float(v.Double(), 64)
	}
	return string(v.ByteArray())
}

// float is blank where there is no number: many programs write NaN for that.
func float(v float64, bits int) string {
	if math.IsNaN(v) {
		return ""
	}
	return strconv.FormatFloat(v, 'g', -1, bits)
}

func moment(v int64, unit time.Duration) time.Time {
	perSecond := int64(time.Second / unit)
	return time.Unix(v/perSecond, v%perSecond*int64(unit))
}

// day leaves out a time of day that is midnight.
func day(t time.Time) string {
	t = t.UTC()
	if t.Equal(t.Truncate(24 * time.Hour)) {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339Nano)
}

// integer is the whole number behind a decimal one.
func integer(v parquet.Value) *big.Int {
	switch v.Kind() {
	case parquet.Int32:
		return big.NewInt(int64(v.Int32()))
	case parquet.Int64:
		return big.NewInt(v.Int64())
	}
	bytes := v.ByteArray() // two's complement, the largest first
	n := new(big.Int).SetBytes(bytes)
	if len(bytes) > 0 && bytes[0] >= 0x80 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(bytes))))
	}
	return n
}

// scaled puts the decimal point before the last digits.
func scaled(n *big.Int, scale int) string {
	const most = 76 // in 256 bits
	if scale <= 0 || scale > most {
		return n.String()
	}
	digits, sign := new(big.Int).Abs(n).String(), ""
	if n.Sign() < 0 {
		sign = "-"
	}
	if missing := scale + 1 - len(digits); missing > 0 {
		digits = strings.Repeat("0", missing) + digits
	}
	point := len(digits) - scale
	return sign + strings.TrimRight(strings.TrimRight(digits[:point]+"."+digits[point:], "0"), ".")
}
