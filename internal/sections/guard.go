package sections

import (
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"sync/atomic"
)

// opened says that there is a file.
var opened atomic.Bool

// Guard does work on slices of files. Numbers in them that lead out of a slice, or a file that
// was cut short since it was opened, end the work with ErrDamaged instead of the program. Where no file was opened
// a panic stays one. Goroutines that work starts hand over their panics themselves, as those of package parallel do.
func Guard(work func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		var lost runtime.Error
		if e, ok := p.(error); !ok || !errors.As(e, &lost) || !opened.Load() {
			panic(p)
		}
		err = fmt.Errorf("%w: its numbers lead nowhere (%w)", ErrDamaged, lost)
	}()
	return work()
}
