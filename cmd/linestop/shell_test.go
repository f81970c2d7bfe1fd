package main

import (
	"bytes"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// awkward are names that a shell or a terminal would take for something else.
var awkward = []string{
	"plain", "two words", "it's", `say "hi"`, "-dash", "--cut", "=equal", "$HOME", "`date`", `back\slash`, `trailing\`, "!!", "*", "~", "#1", "a;b", "a&b", "(x)",
	"安世半导体", "Müller", "{a,b}", "a->b", "a:b", "right\u202eto left", "zero\u200bwidth", "\u200b", "no\u00a0break", "joined\u2060word", "it's\u200b\\", "soft\u00adhyphen", "line\u2028end",
}

// TestHintsWorkAsPasted takes what a hint says as bash does, and runs it.
func TestHintsWorkAsPasted(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash")
	}
	t.Setenv(dataVariable, "")
	t.Chdir(t.TempDir())
	for _, name := range awkward {
		t.Run(name, func(t *testing.T) {
			folder := "in " + name
			if err := os.Mkdir(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			data := filepath.Join(folder, "rows.csv")
			writeRows(t, data, []string{"Lieferant", "Kunde"}, []string{"cut " + name, name})
			args := []string{"cut", "cut " + name, "-d", data, "--columns", "supplier=Lieferant", "--columns", "customer=Kunde", "--where", "id ==\n\t" + quoteExpr(name) + " && false || id == " + quoteExpr("cut "+name)}
			var out, errs bytes.Buffer
			if code := run(args, strings.NewReader(""), &out, &errs); code != 0 {
				t.Fatalf("exit %d: %s", code, &errs)
			}
			_, hint, ok := strings.Cut(errs.String(), "linestop: hint: ")
			command, _, ok2 := strings.Cut(hint, " shows the proof\n")
			if !ok || !ok2 || strings.Contains(command, "\n") || strings.ContainsFunc(command, unseen) {
				t.Fatalf("hint %q", errs.String())
			}
			words, err := exec.Command(bash, "-c", `printf '%s\0' `+command).Output()
			if err != nil {
				t.Fatal(err)
			}
			pasted := strings.Split(strings.TrimSuffix(string(words), "\x00"), "\x00")
			out.Reset()
			errs.Reset()
			if code := run(pasted[1:], strings.NewReader(""), &out, &errs); code != 0 || !strings.Contains(out.String(), "breaks") {
				t.Errorf("%s\nis %q: exit %d, %s%s", command, pasted, code, &out, &errs)
			}
		})
	}
}

// quoteExpr writes a text for an expression.
func quoteExpr(s string) string {
	return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(s) + "'"
}

func writeRows(t *testing.T, path string, rows ...[]string) {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestQuote(t *testing.T) {
	for in, want := range map[string]string{
		"nx-hamburg":        "nx-hamburg",
		"":                  "''",
		"=x":                "'=x'",
		"a b":               "'a b'",
		"it's":              `'it'\''s'`,
		"a\u200bb":          `$'a\xe2\x80\x8bb'`,
		"a\nb":              `$'a\x0ab'`,
		"bad\xff'byte\\":    `$'bad\xff\'byte\\'`,
		"Müller":            "'Müller'",
		"\u202e":            `$'\xe2\x80\xae'`,
		"example:a/b=c@d,e": "example:a/b=c@d,e",
	} {
		if got := quote(in); got != want {
			t.Errorf("quote(%q) = %s, want %s", in, got, want)
		}
	}
}
