// Package skipinit keeps asleep what only the drawing of pictures needs, in every
// process that does not draw.
//
// go-graphviz compiles a megabyte of WebAssembly in its package initialisers,
// before main: 40 ms when its cache is warm, 0.6 s when it is not, and a panic
// when the cache is spoilt. Only the child process that package render starts
// needs it. Everywhere else this package marks the library's initialisers as
// done before the runtime reaches them, and with them those below it that take
// long, and those of a Markdown parser that urfave/cli brings along and nobody
// here calls.
//
// Two things make that sound, and the tests of package render pin both:
//
//   - Order. The language specification initialises packages sorted by import
//     path, each as soon as its imports are ready. This package needs syscall
//     only; the others need os, whose path sorts after ours. So we are first.
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

// go-graphviz: all of these or none, for each calls the one before.

//go:linkname wasmTask github.com/goccy/go-graphviz/internal/wasm..inittask
var wasmTask task

//go:linkname cgraphTask github.com/goccy/go-graphviz/cgraph..inittask
var cgraphTask task

//go:linkname gvcTask github.com/goccy/go-graphviz/gvc..inittask
var gvcTask task

// What else need not start where go-graphviz does not.

//go:linkname platformTask github.com/tetratelabs/wazero/internal/platform..inittask
var platformTask task

//go:linkname modulesTask github.com/tetratelabs/wazero/internal/wasm..inittask
var modulesTask task

//go:linkname engineTask github.com/tetratelabs/wazero/internal/engine/wazevo..inittask
var engineTask task

// Called by the methods ToMan and ToMarkdown of a urfave/cli App alone, which
// would therefore crash.
//
//go:linkname blackfridayTask github.com/russross/blackfriday/v2..inittask
var blackfridayTask task

// gonum/plot parses twelve fonts for plots that bring no letters of their own, as
// those of package chart do, and go-latex four for formulas.

//go:linkname plotTask gonum.org/v1/plot..inittask
var plotTask task

//go:linkname formulaTask codeberg.org/go-latex/latex/font/ttf..inittask
var formulaTask task

var skipped = func() bool {
	sleep(&plotTask, &formulaTask)
	if _, drawing := syscall.Getenv(Env); drawing {
		return false
	}
	graphviz := []*task{&wasmTask, &cgraphTask, &gvcTask}
	for _, t := range graphviz {
		if !t.asExpected() {
			return false
		}
	}
	sleep(append(graphviz, &platformTask, &modulesTask, &engineTask, &blackfridayTask)...)
	return true
}()

func sleep(tasks ...*task) {
	for _, t := range tasks {
		if t.asExpected() {
			t.state = done
		}
	}
}

// asExpected says whether the linker filled the record in the way we know. One
// without functions belongs to a library that has changed or is not linked.
func (t *task) asExpected() bool { return t.state == todo && t.funcs > 0 && t.funcs <= 16 }

// Skipped reports whether go-graphviz was put to sleep, so that calling it would crash.
func Skipped() bool { return skipped }
