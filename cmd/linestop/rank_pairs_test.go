package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

// TestManyPairs: that a search may take hours is said before it begins.
func TestManyPairs(t *testing.T) {
	var data strings.Builder
	data.WriteString("supplier,customer\n")
	for n := range 15_001 {
		fmt.Fprintf(&data, "a%d,b%d\n", n, n)
	}
	const hint = "linestop: hint: all pairs of 30,002 losses may take hours: --time 1m ends the search and says how far it came, --where loses fewer\n"
	for flags, want := range map[string]string{"": hint, "--time 1h": "", "--quiet": ""} {
		var out, errs bytes.Buffer
		args := append([]string{"rank", "--pairs", "-d", "-"}, strings.Fields(flags)...)
		if code := run(args, strings.NewReader(data.String()), &out, &errs); code != 0 || errs.String() != want {
			t.Errorf("%q: exit %d, %q", flags, code, &errs)
		}
	}
}
