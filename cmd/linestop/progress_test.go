package main

import (
	"testing"
	"time"
)

// TestPace: a job that was fast for a minute and is slow now is judged by the last seconds.
func TestPace(t *testing.T) {
	start := time.Unix(0, 0)
	var p pace
	for second := range 60 {
		p.note(start.Add(time.Duration(second)*time.Second), int64(100*second))
	}
	if got, want := p.left(600), ", 6 s left"; got != want {
		t.Errorf("fast: %q, want %q", got, want)
	}
	for second := range 20 {
		p.note(start.Add(time.Duration(60+second)*time.Second), int64(6000+second))
	}
	for rest, want := range map[int64]string{50: ", 50 s left", 600: ", 10 min left", 36_000: ", 10 h left"} {
		if got := p.left(rest); got != want {
			t.Errorf("slow, %d left: %q, want %q", rest, got, want)
		}
	}
	if got := (&pace{[]moment{{start, 5}}}).left(9); got != "" {
		t.Errorf("at first: %q", got)
	}
}
