//go:build !unix

package bare

import "time"

// spent is how long f takes.
func spent(f func()) time.Duration {
	before := time.Now()
	f()
	return time.Since(before)
}
