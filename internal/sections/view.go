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
	widths, size := layout[T]()
	if !found || e.size != size {
		return nil, f.damaged("section %q", name)
	}
	bytes := f.data[e.offset : e.offset+e.length]
	if !little {
		bytes = swap(aligned(bytes), widths)
	}
	if len(bytes) == 0 {
		return nil, nil
	}
	return unsafe.Slice((*T)(unsafe.Pointer(&bytes[0])), len(bytes)/size), nil
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

// swap turns round the bytes of each number, in place. The widths repeat.
func swap(bytes []byte, widths []int) []byte {
	for at := 0; at < len(bytes); {
		for _, width := range widths {
			slices.Reverse(bytes[at : at+width])
			at += width
		}
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

// layout lists the sizes of the numbers that a T consists of, in bytes, and their sum.
func layout[T any]() (widths []int, size int) {
	t := reflect.TypeFor[T]()
	widths, ok := numbers(t, nil)
	for _, width := range widths {
		size += width
	}
	if !ok || size == 0 || size != int(t.Size()) {
		panic(fmt.Sprintf("sections: %v does not consist of numbers without gaps", t))
	}
	return widths, size
}

func numbers(t reflect.Type, widths []int) (_ []int, ok bool) {
	switch t.Kind() {
	case reflect.Int8, reflect.Uint8, reflect.Int16, reflect.Uint16, reflect.Int32, reflect.Uint32, reflect.Int64, reflect.Uint64, reflect.Float64:
		return append(widths, int(t.Size())), true
	case reflect.Array:
		ok = true
		for range t.Len() {
			if widths, ok = numbers(t.Elem(), widths); !ok {
				break
			}
		}
		return widths, ok
	case reflect.Struct:
		ok = true
		for field := range t.Fields() {
			if widths, ok = numbers(field.Type, widths); !ok {
				break
			}
		}
		return widths, ok
	}
	return nil, false
}
