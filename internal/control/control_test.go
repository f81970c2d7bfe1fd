package control

import (
	"encoding/json"
	"testing"
)

func TestJSON(t *testing.T) {
	for in, want := range map[string]string{
		"{\n\t\"a\": \"plain\"\n}":          "{\n\t\"a\": \"plain\"\n}",
		"\"right\u202eto left\"":            `"right\u202eto left"`,
		"\"\u009b31m\u007f\u2028\u00ad安é\"": `"\u009b31m\u007f\u2028\u00ad安é"`,
		"\"tag \U000e0041\"":                `"tag \udb40\udc41"`,
		`"\u001b \\u202e \"`:                `"\u001b \\u202e \"`,
	} {
		if got := string(JSON([]byte(in))); got != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
}

// FuzzJSON: the value is the same, and nothing in it steers anything.
func FuzzJSON(f *testing.F) {
	f.Add("\u202e\U000e0041\x7f\xff\n")
	f.Fuzz(func(t *testing.T, text string) {
		in, err := json.Marshal([]string{text})
		if err != nil {
			t.Fatal(err)
		}
		out := JSON(in)
		var before, after []string
		if err := json.Unmarshal(in, &before); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(out, &after); err != nil || after[0] != before[0] {
			t.Fatalf("%q became %q, %v", before, after, err)
		}
		for _, r := range string(out) {
			if Is(r) {
				t.Fatalf("%q holds %q", out, r)
			}
		}
	})
}
