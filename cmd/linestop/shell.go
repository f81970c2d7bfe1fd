package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/urfave/cli/v2"
)

// Categories of flags that say what is asked: a hinted command repeats them.
const (
	whatIsCut  = "what is cut"
	whatIsLost = "what is lost"
	whatIsData = "data"
)

// sameCut repeats the cuts of a command line, and its data, for the next one.
func sameCut(c *cli.Context) string {
	var b strings.Builder
	if c.Command.Name == "cut" {
		for _, target := range once(c.Args().Slice()) {
			b.WriteString(" --cut " + quote(target))
		}
	}
	repeat(&b, c, whatIsCut, whatIsData)
	return b.String()
}

// checkOf is the command that lists all that is wrong with a data set.
func checkOf(c *cli.Context, ref string) string {
	var b strings.Builder
	for _, pair := range c.StringSlice("columns") {
		b.WriteString(" --columns " + quote(pair))
	}
	if delimiter := c.String("delimiter"); delimiter != "" {
		b.WriteString(" --delimiter " + quote(delimiter))
	}
	return "linestop check -d " + quote(ref) + b.String()
}

// sameLoss repeats what may be lost, and the data, after the node that is asked about.
func sameLoss(c *cli.Context, id string) string {
	var b strings.Builder
	repeat(&b, c, whatIsLost, whatIsData)
	return about(id, b.String())
}

// about puts a node before flags, or behind them if it could be taken for one.
func about(id, flags string) string {
	if id = quote(id); id[0] == '-' {
		return flags + " -- " + id
	}
	return " " + id + flags
}

// repeat writes the flags of some categories that are set. Those that are numbers,
// such as --timeout, shape no answer.
func repeat(b *strings.Builder, c *cli.Context, categories ...string) {
	for _, f := range c.Command.Flags {
		sorted, ok := f.(cli.CategorizableFlag)
		name := f.Names()[0]
		if !ok || !slices.Contains(categories, sorted.GetCategory()) || !c.IsSet(name) {
			continue
		}
		var values []string
		switch f.(type) {
		case *cli.StringSliceFlag:
			values = once(c.StringSlice(name))
		case *cli.StringFlag:
			values = []string{c.String(name)}
		case *cli.BoolFlag:
			fmt.Fprintf(b, " --%s", name)
		}
		for _, value := range values {
			if name != "data" || value != os.Getenv(dataVariable) {
				fmt.Fprintf(b, " --%s %s", name, quote(value))
			}
		}
	}
}

// again says what a hinted command needs beside its words.
func again(ref string) string {
	if ref == "-" {
		return ", given the same standard input"
	}
	return ""
}

// quote makes a word safe to paste into a shell. What cannot be seen is spelled
// out, which bash and zsh read: a terminal might not show or not copy it.
func quote(s string) string {
	const safe = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:,@%+="
	switch {
	case s != "" && s[0] != '=' && strings.Trim(s, safe) == "":
		return s
	case utf8.ValidString(s) && !strings.ContainsFunc(s, unseen):
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	var b strings.Builder
	b.WriteString("$'")
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1 || unseen(r):
			for _, c := range []byte(s[:size]) {
				fmt.Fprintf(&b, `\x%02x`, c)
			}
		case r == '\'' || r == '\\':
			b.WriteString(`\` + s[:size])
		default:
			b.WriteString(s[:size])
		}
		s = s[size:]
	}
	return b.String() + "'"
}

// unseen says whether a letter leaves no mark of its own on a terminal: controls,
// what joins or turns letters, blanks that are none.
func unseen(r rune) bool { return !unicode.IsPrint(r) }
