//go:build unix

package bare

import (
	"syscall"
	"time"
)

// Used is the time of a processor, user and system, that this program took so far, all threads together.
func Used() time.Duration {
	var u syscall.Rusage
	_ = syscall.Getrusage(syscall.RUSAGE_SELF, &u) // it fails for other arguments only
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
