package main

import (
	"bufio"
	"fmt"
	"strings"
	"testing"
)

func TestCounts(t *testing.T) {
	for _, test := range []struct {
		counts func(*bufio.Reader) []string
		text   string
		want   string
	}{
		{scramCounts, "<report>\n <sum-of-products name=\"r1\" basic-events=\"13\" products=\"36\" distribution=\"0 12 0 24 0\">\n", `["0" "12" "0" "24"]`},
		{scramCounts, "<report>\n <sum-of-products name=\"r1\" basic-events=\"0\" products=\"0\"/>\n", "[]"},
		{scramCounts, "<report>\n", "[]string(nil)"},
		{linestopCounts, `{"linestop": 1, "cut_sets": [["counts", "complete"]], "complete": true, "counts": {"2": 12, "1": 0, "3": 0}`, `["0" "12"]`},
		{linestopCounts, `{"cut_sets": [], "complete": true, "counts": {"1": 0}`, "[]"},
		{linestopCounts, `{"cut_sets": [], "complete": false, "counts": {"1": 1}`, "[]string(nil)"},
		{linestopCounts, `{"complete": true, `, "[]string(nil)"},
	} {
		counts := test.counts(bufio.NewReader(strings.NewReader(test.text)))
		got := fmt.Sprintf("%q", counts)
		if counts == nil {
			got = fmt.Sprintf("%#v", counts)
		}
		if got != test.want {
			t.Errorf("%s: got %s, want %s", test.text, got, test.want)
		}
	}
}
