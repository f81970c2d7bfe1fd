//go:build unix

package bare

import (
	"syscall"
	"time"
)

// spent is the time of a processor, user and system, that the program takes while f runs.
func spent(f func()) time.Duration {
	before := used()
	f()
	return used() - before
}

func used() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // the call has no errors to make
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
