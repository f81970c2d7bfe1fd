package sections

import (
	"fmt"
	"iter"
	"reflect"
	"slices"
	"unsafe"
)

// little says whether this machine keeps numbers as files do.
var little = func() bool {
	one := uint16(1)
	return *(*byte)(unsafe.Pointer(&one)) == 1
}()

// Get is the section of a name, as the type it was put as. The slice lies in the file: to write to it ends
// the program. What the file does not hold, or not so, is ErrDamaged.
func Get[T any](f *File, name string) ([]T, error) {
	e, found := f.entry(name)
	size := int64(unsafe.Sizeof(*new(T)))
	if !found || e.width != width[T]() || e.length%size != 0 {
		return nil, f.damaged("section %q", name)
	}
	bytes := f.data[e.offset : e.offset+e.length]
	if !little {
		bytes = swap(aligned(bytes), e.width)
	}
	if len(bytes) == 0 {
		return nil, nil
	}
	return unsafe.Slice((*T)(unsafe.Pointer(&bytes[0])), e.length/size), nil
}

// GetText is a section that was put as text, where it lies.
func GetText(f *File, name string) (string, error) {
	bytes, err := Get[byte](f, name)
	return unsafe.String(unsafe.SliceData(bytes), len(bytes)), err
}

// raw are the bytes of a list.
func raw[T any](list []T) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(list))), len(list)*int(unsafe.Sizeof(*new(T))))
}

// aligned copies bytes to where any number may begin.
func aligned(bytes []byte) []byte {
	words := make([]uint64, (len(bytes)+7)/8)
	moved := raw(words)[:len(bytes)]
	copy(moved, bytes)
	return moved
}

// swap turns round the bytes of each number of a width, in place.
func swap(bytes []byte, width int) []byte {
	for number := range slices.Chunk(bytes, width) {
		slices.Reverse(number)
	}
	return bytes
}

// pieces yields copies of the parts of a list.
func pieces[T any](list []T) iter.Seq[[]T] {
	return func(yield func([]T) bool) {
		for part := range slices.Chunk(list, block) {
			if !yield(slices.Clone(part)) {
				return
			}
		}
	}
}

// width is the size of the numbers that a T consists of, in bytes.
func width[T any]() int {
	t := reflect.TypeFor[T]()
	size, ok := numbers(t)
	if !ok || size == 0 {
		panic(fmt.Sprintf("sections: %v does not consist of numbers of one size", t))
	}
	return size
}

func numbers(t reflect.Type) (size int, ok bool) {
	switch t.Kind() {
	case reflect.Int8, reflect.Uint8, reflect.Int16, reflect.Uint16, reflect.Int32, reflect.Uint32, reflect.Int64, reflect.Uint64, reflect.Float64:
		return int(t.Size()), true
	case reflect.Array:
		return numbers(t.Elem())
	case reflect.Struct:
		for field := range t.Fields() {
			of, ok := numbers(field.Type)
			if !ok || size > 0 && of != size {
				return 0, false
			}
			size = of
		}
		return size, true
	}
	return 0, false
}
