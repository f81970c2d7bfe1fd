package words

import (
	"slices"
	"testing"
)

func TestPlain(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{" two  blanks\tand\nlines ", "two blanks and lines"},
		{"1234567890123456789012", "12345678901234567890…"},
		{"1234567890123456789 12", "1234567890123456789…"},
		{"12345678901234567890   ", "12345678901234567890"},
		{"\x1b[31m\u202e\ufffe\xff", "�[31m���"},
		{"e\u0301", "e\u0301"},
	} {
		if got := Plain(tt.in, 20); got != tt.want {
			t.Errorf("Plain(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, tt := range []struct {
		in    string
		lines int
		want  []string
	}{
		{"", 2, []string{""}},
		{"0123456789", 1, []string{"0123456789"}},
		{"0123456789a", 1, []string{"012345678…"}},
		{"0123456789a", 2, []string{"0123456789", "a"}},
		{"one two three", 2, []string{"one two", "three"}},
		{"one two three four", 2, []string{"one two", "three four"}},
		{"one two three four five", 2, []string{"one two", "three fou…"}},
		{"a bcdefghijklm", 2, []string{"a bcdefghi", "jklm"}}, // a line of one letter is no line
		{"exactly te", 1, []string{"exactly te"}},
		{"exactlyten next", 2, []string{"exactlyten", "next"}},
		{"日本語日本語", 2, []string{"日本語日本", "語"}},
		{"日本語日本語", 1, []string{"日本語日…"}},
	} {
		if got := Wrap(tt.in, 10, tt.lines); !slices.Equal(got, tt.want) {
			t.Errorf("Wrap(%q, 10, %d) = %q, want %q", tt.in, tt.lines, got, tt.want)
		}
	}
}

func TestColumns(t *testing.T) {
	for in, want := range map[string]int{"": 0, "a b": 3, "Łódź": 4, "本田": 4, "한국": 4, "ｱ": 1, "Ａ": 2, "e\u0301\u200b": 1} {
		if got := Columns(in); got != want {
			t.Errorf("Columns(%q) = %d, want %d", in, got, want)
		}
	}
}
