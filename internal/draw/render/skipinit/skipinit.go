// Package skipinit keeps go-graphviz asleep in every process that does not draw.
//
// That library compiles a megabyte of WebAssembly in its package initialisers,
// before main: 40 ms when its cache is warm, 0.6 s when it is not, and a panic
// when the cache is spoilt. Only the child process that package render starts
// needs it. Everywhere else this package marks the library's initialisers as
// done before the runtime reaches them.
//
// Two things make that sound, and the tests of package render pin both:
//
//   - Order. The language specification initialises packages sorted by import
//     path, each as soon as its imports are ready. This package needs syscall
//     only; go-graphviz needs os, whose path sorts after ours. So we are first.
//   - Layout. The linker emits one record per package, PATH..inittask, whose
//     first word the runtime reads as 0 = to do, 1 = running, 2 = done. A record
//     that looks otherwise is left alone: the program then starts slowly, but right.
//
// It must import nothing but syscall, or the order is lost.
package skipinit

import (
	"syscall"
	_ "unsafe" // go:linkname
)

// Env is the environment variable that marks a process as the drawing child.
const Env = "LINESTOP_RENDER"

// task is the head of the runtime's record of one package's initialisers.
type task struct {
	state uint32
	funcs uint32
}

const (
	todo = 0
	done = 2
)

//go:linkname wasmTask github.com/goccy/go-graphviz/internal/wasm..inittask
var wasmTask task

//go:linkname cgraphTask github.com/goccy/go-graphviz/cgraph..inittask
var cgraphTask task

//go:linkname gvcTask github.com/goccy/go-graphviz/gvc..inittask
var gvcTask task

var skipped = func() bool {
	if _, drawing := syscall.Getenv(Env); drawing {
		return false
	}
	tasks := []*task{&wasmTask, &cgraphTask, &gvcTask}
	for _, t := range tasks {
		// A record the linker did not fill has no functions: the library has changed.
		if t.state != todo || t.funcs == 0 || t.funcs > 16 {
			return false
		}
	}
	for _, t := range tasks {
		t.state = done
	}
	return true
}()

// Skipped reports whether go-graphviz was put to sleep, so that calling it would crash.
func Skipped() bool { return skipped }
