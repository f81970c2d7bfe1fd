//go:build !linux

package memory

import "runtime"

// used is what the runtime has from the system.
func used() Size {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return Size(m.Sys - m.HeapReleased)
}

// free is not known: only Linux tells it without a library.
func free() (Size, bool) { return 0, false }
