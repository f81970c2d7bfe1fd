package main

import (
	_ "embed"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// completeVerb is what the completion scripts call: with the line up to the
// cursor and, in bash, with the letters at which it breaks words.
const completeVerb = "__complete"

// complete prints what the last word of a line may become, one candidate on a
// line. For bash it prints what is to stand behind the last break.
func (p *program) complete(line string, breaks ...string) {
	words, end := splitLine(line, strings.Join(breaks, ""))
	for _, candidate := range p.candidates(words[1:]) {
		if len(breaks) > 0 {
			candidate = end.fit(candidate)
		}
		fmt.Fprintln(p.out, candidate)
	}
}

// candidates lists what the last word may become.
func (p *program) candidates(words []string) []string {
	if len(words) == 0 {
		return nil // the program itself is being typed
	}
	last := words[len(words)-1]
	t := parseTyped(p.app(), words[:len(words)-1])
	var all []string
	switch flag, value, ok := strings.Cut(last, "="); {
	case t.pending != "":
		all = t.values(t.pending, last)
	case t.verb != nil && ok && isFlag(flag) && !t.onlyArgs:
		for _, v := range t.values(t.flagName(flag), value) {
			all = append(all, flag+"="+v)
		}
	case t.verb == nil:
		all = verbs(t.app, t.args)
	case isFlag(last+"-") && last != "" && !t.onlyArgs:
		all = flagsOf(t.verb)
	default:
		all = slices.DeleteFunc(t.arguments(), func(s string) bool { return isFlag(s) && !t.onlyArgs }) // a flag, without -- before it
	}
	return slices.DeleteFunc(all, func(s string) bool {
		return !strings.HasPrefix(s, last) || strings.ContainsAny(s, "\n\r\x00")
	})
}

// verbs lists the words that may come next in the name of a verb.
func verbs(app *cli.App, before []string) []string {
	var names []string
	for _, c := range app.VisibleCommands() {
		if words := strings.Fields(c.Name); len(words) > len(before) && slices.Equal(words[:len(before)], before) {
			names = append(names, words[len(before)])
		}
	}
	return slices.Compact(names)
}

func flagsOf(verb *cli.Command) []string {
	var names []string
	for _, f := range verb.VisibleFlags() {
		names = append(names, "--"+f.Names()[0])
	}
	return names
}

// typed is what stands on the line before the word to complete.
type typed struct {
	app      *cli.App
	verb     *cli.Command
	flags    map[string][]string // by their first name
	args     []string
	pending  string // the flag whose value comes next
	onlyArgs bool   // "--" has been typed
}

func parseTyped(app *cli.App, words []string) typed {
	t := typed{app: app, verb: findVerb(app, words), flags: map[string][]string{}}
	if t.verb == nil {
		t.args = slices.DeleteFunc(slices.Clone(words), isFlag)
		return t
	}
	name := strings.Fields(t.verb.Name)
	for _, word := range words {
		flag, value, given := strings.Cut(word, "=")
		switch {
		case t.pending != "":
			t.flags[t.pending] = append(t.flags[t.pending], word)
			t.pending = ""
		case t.onlyArgs || !isFlag(word) && len(name) == 0:
			t.args = append(t.args, word)
		case word == "--":
			t.onlyArgs = true
		case !isFlag(word):
			name = name[1:]
		case given:
			t.flags[t.flagName(flag)] = append(t.flags[t.flagName(flag)], value)
		case takesValue(t.verb.Flags, word):
			t.pending = t.flagName(word)
		}
	}
	return t
}

// flagName is the first name of a flag of the verb, "" if it has no such flag.
func (t typed) flagName(word string) string {
	for _, f := range t.verb.Flags {
		if slices.Contains(f.Names(), strings.TrimLeft(word, "-")) {
			return f.Names()[0]
		}
	}
	return ""
}

func (p *program) completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "the script that lets a shell complete verbs, flags and their values, node ids among them",
		ArgsUsage: "bash|zsh|fish",
		Category:  "help",
		Description: "   source <(linestop completion bash)\n" +
			"   source <(linestop completion zsh)\n" +
			"   linestop completion fish > ~/.config/fish/completions/linestop.fish",
		Action: func(c *cli.Context) error {
			if err := arguments(c, 1, 1); err != nil {
				return err
			}
			script, ok := completionScripts[c.Args().First()]
			if !ok {
				return fmt.Errorf("shell %q is none of %s", c.Args().First(), strings.Join(shells(), ", "))
			}
			_, err := io.WriteString(p.out, script)
			return err
		},
	}
}

func shells() []string { return slices.Sorted(maps.Keys(completionScripts)) }

//go:embed completion/linestop.bash
var bashScript string

//go:embed completion/linestop.zsh
var zshScript string

//go:embed completion/linestop.fish
var fishScript string

var completionScripts = map[string]string{"bash": bashScript, "zsh": zshScript, "fish": fishScript}
