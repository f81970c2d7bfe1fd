package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// lines are typed into every shell: what a tab makes of them.
var lines = []struct{ typed, want string }{
	{"bac", "<backtest>"},
	{"cut --da", "<cut><--data>"},
	{"cut --data=example:he", "<cut><--data=example:hello>"},
	{"cut --data example:he", "<cut><--data><example:hello>"},
	{"cut --only=", "<cut><--only=products>"},
	{"cut -s nexperia/h", "<cut><-s><nexperia/hamburg>"},
	{"cut -d rows.csv Foo", "<cut><-d><rows.csv><Foo, Inc>"},
	{`cut -d rows.csv Foo\,\ I`, "<cut><-d><rows.csv><Foo, Inc>"},
	{"cut -d rows.csv 'Foo, ", "<cut><-d><rows.csv><Foo, Inc>"},
	{`cut -d rows.csv "Foo, `, "<cut><-d><rows.csv><Foo, Inc>"},
	{"cut -d rows.csv it", "<cut><-d><rows.csv><it's>"},
	{"cut -d rows.csv ns:a", "<cut><-d><rows.csv><ns:a=1>"},
	{"cut -d rows.csv ns:a=", "<cut><-d><rows.csv><ns:a=1>"},
	{`cut -d rows.csv "ns:a`, "<cut><-d><rows.csv><ns:a=1>"},
	{`cut -d rows.csv \$`, "<cut><-d><rows.csv><$HOME>"},
	{`cut -d rows.csv "\$H`, "<cut><-d><rows.csv><$HOME>"},
	{"cut -d rows.csv --supply Foo", "<cut><-d><rows.csv><--supply><Foo, Inc->car>"},
	{"cut -d rows.csv --supply 'Foo, Inc->car:", "<cut><-d><rows.csv><--supply><Foo, Inc->car:steel>"},
	{"cut -d rows.csv --supply='ns:a", "<cut><-d><rows.csv><--supply=ns:a=1->ns:b>"},
	{`cut -d rows.csv --supply=ns:a=1-\>ns:b:`, "<cut><-d><rows.csv><--supply=ns:a=1->ns:b:x>"},
	{"cut -o ro", "<cut><-o><rows.csv>"},
	{"check ro", "<check><rows.csv>"},
}

// wrap prints the arguments of linestop instead of running it.
const wrap = `linestop() { case $1 in __*) command linestop "$@";; *) printf '<%s>' "$@"; echo;; esac; }` + "\n"

func TestBashCompletes(t *testing.T) {
	bash := startShell(t, "bash", "bash -i", "PS1='"+prompt+"'\n"+
		"bind 'set bell-style none'; bind 'set enable-bracketed-paste off'\n"+
		"source <(command linestop completion bash)\n"+wrap)
	for _, c := range append(lines, struct{ typed, want string }{"cut -d rows.csv zer", "<cut><-d><rows.csv><zero\u200bwidth>"}) {
		bash.check(c.typed, c.want)
	}
}

func TestZshCompletes(t *testing.T) {
	zsh := startShell(t, "zsh", "zsh -d -i", "PS1='"+prompt+"'\n"+
		"unsetopt prompt_sp prompt_cr beep; unset zle_bracketed_paste\n"+
		"autoload -U compinit; compinit -u -D\n"+
		"source <(command linestop completion zsh)\n"+wrap)
	for _, c := range lines {
		zsh.check(c.typed, c.want)
	}
}

// TestFishCompletes asks fish what it would offer.
func TestFishCompletes(t *testing.T) {
	fish, err := exec.LookPath("fish")
	if err != nil {
		t.Skip(err)
	}
	inRows(t)
	for _, c := range lines {
		cmd := exec.Command(fish, "--no-config", "-c", "linestop completion fish | source; complete -C $argv[1]", "linestop "+c.typed)
		out, err := cmd.CombinedOutput()
		last := c.want[strings.LastIndex(c.want, "<")+1 : len(c.want)-1]
		if got := strings.TrimSpace(string(out)); got != last || err != nil {
			t.Errorf("linestop %s<tab>: %q, %v, want %q", c.typed, got, err, last)
		}
	}
}

// inRows enters a folder with a file of names that shells find difficult.
func inRows(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	t.Setenv(dataVariable, "")
	writeRows(t, "rows.csv", []string{"supplier", "customer", "need"},
		[]string{"Foo, Inc", "car", "steel"}, []string{"it's", "zoo", ""}, []string{"ns:a=1", "ns:b", "x"}, []string{"$HOME", "bus", ""}, []string{"zero\u200bwidth", "van", ""})
}

// terminal is a shell at a terminal of its own.
type terminal struct {
	t   *testing.T
	in  io.Writer
	out *bufio.Reader
}

const prompt = "READY> "

// startShell runs a shell that first reads setup, in a folder with rows.csv.
func startShell(t *testing.T, name, command, setup string) terminal {
	t.Helper()
	switch {
	case testing.Short():
		t.Skip("takes seconds")
	case runtime.GOOS != "linux":
		t.Skip("script takes other arguments here")
	}
	script, err := exec.LookPath("script")
	_, err2 := exec.LookPath(name)
	if err := errors.Join(err, err2); err != nil {
		t.Skip(err)
	}
	inRows(t)
	home := t.TempDir()
	if err := os.WriteFile(filepath.Join(home, "."+name+"rc"), []byte(setup), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(script, "--quiet", "--return", "--command", command, "/dev/null")
	cmd.Env = append(os.Environ(), "HOME="+home, "ZDOTDIR="+home, "INPUTRC=/dev/null", "TERM=dumb", "LC_ALL=C.UTF-8", "COLUMNS=1000")
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	limit := time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() })
	t.Cleanup(func() {
		limit.Stop()
		_ = in.Close()
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	term := terminal{t, in, bufio.NewReader(out)}
	term.untilPrompt()
	return term
}

// check types a line and a tab, and looks at the arguments that the command got.
func (b terminal) check(line, want string) {
	b.t.Helper()
	fmt.Fprint(b.in, "linestop "+line+"\t\n")
	var got string
	for shown := range strings.FieldsFuncSeq(b.untilPrompt(), func(r rune) bool { return r == '\r' || r == '\n' }) {
		if strings.HasPrefix(shown, "<") {
			got = shown
		}
	}
	if got != want {
		b.t.Errorf("linestop %s<tab> becomes %s, want %s", line, got, want)
	}
}

// untilPrompt reads what the shell writes before it waits again.
func (b terminal) untilPrompt() string {
	b.t.Helper()
	var shown strings.Builder
	for !strings.HasSuffix(shown.String(), prompt) {
		c, err := b.out.ReadByte()
		if err != nil {
			b.t.Fatalf("the shell ended, %v, after %q", err, shown.String())
		}
		shown.WriteByte(c)
	}
	return shown.String()
}
