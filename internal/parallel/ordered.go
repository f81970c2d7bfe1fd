package parallel

import (
	"iter"
	"runtime"
)

// Ordered yields what work makes of pieces, in their order, while it works ahead on as
// many as there are processors and one. Pieces are asked for, and results yielded, by
// the caller's goroutine alone; when it stops early, what is being worked on is
// awaited.
func Ordered[P, R any](pieces iter.Seq[P], work func(P) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		var ahead []chan R // oldest first
		defer func() {
			for _, done := range ahead {
				<-done
			}
		}()
		next := func() bool {
			r := <-ahead[0]
			ahead = ahead[1:]
			return yield(r)
		}
		for p := range pieces {
			done := make(chan R, 1)
			ahead = append(ahead, done)
			go func() { done <- work(p) }()
			if len(ahead) > runtime.GOMAXPROCS(0) && !next() {
				return
			}
		}
		for len(ahead) > 0 && next() {
		}
	}
}
