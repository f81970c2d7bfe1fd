package sections

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// Guard does work on slices of files. Numbers in them that lead out of a slice, or a file that
// was cut short since it was opened, end the work with ErrDamaged instead of the program. Goroutines that
// work starts need guards of their own.
func Guard(work func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		switch p := recover().(type) {
		case nil:
		case runtime.Error:
			err = fmt.Errorf("%w: %w", ErrDamaged, p)
		default:
			panic(p)
		}
	}()
	return work()
}
