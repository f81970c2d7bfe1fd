package render

import (
	"runtime"
	"syscall"
)

// limit makes the kernel end this process when it grows past its memory, and
// when it outlives its parent's patience because the parent was killed.
// RLIMIT_DATA counts memory that is really writable, unlike RLIMIT_AS, which
// would also count the address space that the Go runtime only reserves.
func limit(o Options) error {
	memory := uint64(o.Memory)
	if err := syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: memory, Max: memory}); err != nil {
		return err
	}
	seconds := uint64(o.Timeout.Seconds()+2) * uint64(runtime.NumCPU()) // counts all threads
	return syscall.Setrlimit(syscall.RLIMIT_CPU, &syscall.Rlimit{Cur: seconds, Max: seconds})
}
