package main

import (
	"slices"
	"testing"
)

// breaks is what COMP_WORDBREAKS holds unless somebody changes it.
const breaks = " \t\n\"'><=;|&(:"

func TestSplitLine(t *testing.T) {
	tests := []struct {
		line  string
		words []string
		end   lineEnd
	}{
		{"linestop cut nx", []string{"linestop", "cut", "nx"}, lineEnd{}},
		{"linestop cut ", []string{"linestop", "cut", ""}, lineEnd{}},
		{"linestop cut --data=example:he", []string{"linestop", "cut", "--data=example:he"}, lineEnd{kept: 15}},
		{"linestop cut --data=", []string{"linestop", "cut", "--data="}, lineEnd{kept: 7}},
		{`linestop cut Foo\,\ In`, []string{"linestop", "cut", "Foo, In"}, lineEnd{}},
		{`linestop cut a\:b`, []string{"linestop", "cut", "a:b"}, lineEnd{}},
		{`linestop cut 'Foo, In`, []string{"linestop", "cut", "Foo, In"}, lineEnd{quote: '\''}},
		{`linestop cut --supply='a->b:`, []string{"linestop", "cut", "--supply=a->b:"}, lineEnd{kept: 9, quote: '\''}},
		{`linestop cut "say \"hi\" $x\y`, []string{"linestop", "cut", `say "hi" $x\y`}, lineEnd{quote: '"'}},
		{`linestop cut 'a b'c "" d`, []string{"linestop", "cut", "a bc", "", "d"}, lineEnd{}},
		{`linestop cut x > f`, []string{"linestop", "cut", "x", "f"}, lineEnd{}},
		{`linestop cut a\`, []string{"linestop", "cut", "a"}, lineEnd{}},
		{"", []string{""}, lineEnd{}},
	}
	for _, c := range tests {
		words, end := splitLine(c.line, breaks)
		if !slices.Equal(words, c.words) || end != c.end {
			t.Errorf("%s: %q, %+v, want %q, %+v", c.line, words, end, c.words, c.end)
		}
	}
}
