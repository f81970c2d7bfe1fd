package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/urfave/cli/v2"
)

// cutArguments repeats the cuts of a command line for the next one.
func cutArguments(c *cli.Context) string {
	var b strings.Builder
	add := func(flag, value string) { fmt.Fprintf(&b, " --%s %s", flag, quote(value)) }
	if c.Command.Name == "cut" {
		for _, target := range c.Args().Slice() {
			add("cut", target)
		}
	}
	for _, flag := range []string{"where", "supply"} {
		for _, value := range c.StringSlice(flag) {
			add(flag, value)
		}
	}
	for _, flag := range []string{"left", "scenario", "data"} {
		if value := c.String(flag); c.IsSet(flag) && value != os.Getenv("LINESTOP_DATA") {
			add(flag, value)
		}
	}
	return b.String()
}

// quote makes a word safe to paste into a shell.
func quote(s string) string {
	if s != "" && !strings.ContainsFunc(s, func(r rune) bool {
		return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:,@%+=", r)
	}) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
