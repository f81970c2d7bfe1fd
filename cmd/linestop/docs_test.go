package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// root is the top of the repository; tests change the working folder.
var root = func() string {
	path, err := filepath.Abs("../..")
	if err != nil {
		panic(err)
	}
	return path
}()

// TestDocsShowRealOutput runs every command of the blocks marked console in the
// README and the docs, and compares what it prints with what the page shows.
// UPDATE=1 renews the pages.
func TestDocsShowRealOutput(t *testing.T) {
	pages, err := filepath.Glob(root + "/docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, page := range append(pages, root+"/README.md") {
		t.Run(filepath.Base(page), func(t *testing.T) {
			old, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			fresh := renew(t, string(old))
			switch {
			case fresh == string(old):
			case os.Getenv("UPDATE") != "":
				if err := os.WriteFile(page, []byte(fresh), 0o644); err != nil {
					t.Fatal(err)
				}
			default:
				t.Errorf("%s shows other output than the program prints; it should be\n%s", page, fresh)
			}
		})
	}
}

var console = regexp.MustCompile("(?s)```console\n(.*?)```")

// renew replaces the output in each console block by what its commands print.
func renew(t *testing.T, page string) string {
	dir := t.TempDir()
	return console.ReplaceAllStringFunc(page, func(block string) string {
		var b strings.Builder
		b.WriteString("```console\n")
		for line := range strings.Lines(console.FindStringSubmatch(block)[1]) {
			command, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "$ ")
			if !ok {
				continue
			}
			b.WriteString(line)
			b.WriteString(shellRun(t, dir, command))
		}
		return b.String() + "```"
	})
}

// shellRun runs a line of a page and returns what a terminal would show, with
// the errors and hints behind the answer.
func shellRun(t *testing.T, dir, command string) string {
	t.Chdir(dir)
	args := wordsOf(command)
	if len(args) == 0 || args[0] != "linestop" {
		t.Fatalf("%q is no command of linestop", command)
	}
	var out, errs bytes.Buffer
	run(args[1:], strings.NewReader(""), &out, &errs)
	return out.String() + errs.String()
}

var word = regexp.MustCompile(`'[^']*'|"[^"]*"|[^\s'"#]\S*|#.*`)

// wordsOf splits a line as a shell does, as far as the docs need it.
func wordsOf(line string) []string {
	var list []string
	for _, w := range word.FindAllString(line, -1) {
		if strings.HasPrefix(w, "#") {
			break
		}
		if quoted := w[0] == '\'' || w[0] == '"'; quoted {
			w = w[1 : len(w)-1]
		}
		list = append(list, w)
	}
	return list
}

var mentioned = regexp.MustCompile("(?m)^    (linestop .*)$|`(linestop [a-z][^`]*)`")

// TestCommandsOfExamplesWork runs what the READMEs of the examples tell the
// reader to run.
func TestCommandsOfExamplesWork(t *testing.T) {
	pages, err := filepath.Glob(root + "/examples/*/README.md")
	if err != nil || len(pages) == 0 {
		t.Fatal(err, "no pages")
	}
	for _, page := range pages {
		example := filepath.Base(filepath.Dir(page))
		t.Run(example, func(t *testing.T) {
			text, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			t.Setenv("LINESTOP_DATA", "example:"+example)
			t.Chdir(t.TempDir())
			for _, m := range mentioned.FindAllStringSubmatch(string(text), -1) {
				var out, errs bytes.Buffer
				if code := run(wordsOf(m[1] + m[2])[1:], strings.NewReader(""), &out, &errs); code != 0 {
					t.Errorf("%s: exit %d: %s", m[1]+m[2], code, &errs)
				}
			}
		})
	}
}

// TestExamplesInHelpWork runs the examples of --help that need nothing but the
// built-in data.
func TestExamplesInHelpWork(t *testing.T) {
	needs := regexp.MustCompile(`acme|my-|suppliers|network\.json|<| > |\|`)
	for _, c := range (&program{}).app().Commands {
		t.Chdir(t.TempDir())
		for line := range strings.Lines(c.Description) {
			command, example := strings.CutPrefix(line, "   linestop ")
			if !example || needs.MatchString(command) {
				continue
			}
			var out, errs bytes.Buffer
			if code := run(wordsOf(command), strings.NewReader(""), &out, &errs); code != 0 {
				t.Errorf("linestop %s: exit %d: %s", command, code, &errs)
			}
		}
	}
}
