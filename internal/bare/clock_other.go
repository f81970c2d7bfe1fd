//go:build !unix

package bare

import "time"

var start = time.Now()

// Used is how long this program has run, where the time of its processors is not asked for.
func Used() time.Duration { return time.Since(start) }
