package words

import (
	"fmt"
	"strings"
)

// Count is "1 node" or "2 nodes", "1 point of failure" or "2 points of failure".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	of := ""
	if at := strings.Index(noun, " of "); at >= 0 {
		noun, of = noun[:at], noun[at:]
	}
	switch {
	case strings.HasSuffix(noun, "y"):
		noun = strings.TrimSuffix(noun, "y") + "ies"
	default:
		noun += "s"
	}
	return Thousands(n) + " " + noun + of
}

// Thousands is n with a comma before each three digits.
func Thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
