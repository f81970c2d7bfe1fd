package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
	"linestop/examples"
	"linestop/graph"
	"linestop/loaders"
)

// completeVerb is what the completion scripts call, with the words typed so far.
const completeVerb = "__complete"

// patience is how long a completion may read data: nobody waits longer for a tab.
const patience = time.Second

// complete prints what the last word may become, one candidate on a line.
func (p *program) complete(words []string) {
	app := p.app()
	if len(words) == 0 {
		words = []string{""}
	}
	last, before := words[len(words)-1], words[:len(words)-1]
	for _, candidate := range candidates(app, before, last) {
		if strings.HasPrefix(candidate, last) && !strings.ContainsAny(candidate, "\n\r\x00") {
			fmt.Fprintln(p.out, candidate)
		}
	}
}

func candidates(app *cli.App, before []string, last string) []string {
	verb := findVerb(app, before)
	if verb == nil {
		var names []string
		for _, c := range app.VisibleCommands() {
			names = append(names, c.Name)
		}
		return names
	}
	if len(before) > 0 && isFlag(before[len(before)-1]) && takesValue(verb.Flags, before[len(before)-1]) {
		return values(verb, strings.TrimLeft(before[len(before)-1], "-"), before)
	}
	if strings.HasPrefix(last, "-") {
		var names []string
		for _, f := range verb.VisibleFlags() {
			names = append(names, "--"+f.Names()[0])
		}
		return names
	}
	switch verb.Name {
	case "cut", "why", "trace":
		return ids(before)
	case "examples":
		return examples.Names()
	case "completion":
		return shells()
	}
	return nil
}

// values lists what a flag may be set to.
func values(verb *cli.Command, flag string, before []string) []string {
	switch flag {
	case "cut", "c", "to", "around":
		return ids(before)
	case "data", "d":
		var names []string
		for name := range examples.All() {
			names = append(names, "example:"+name)
		}
		return names
	case "scenario", "s":
		var names []string
		for name := range examples.All() {
			for _, s := range scenarioNames(name) {
				names = append(names, name+"/"+s)
			}
		}
		return names
	case "format", "f":
		if verb.Name == "draw" {
			return pictureFormats()
		}
		return []string{"text", "json", "csv", "markdown"}
	case "collapse", "cluster":
		return []string{"parent", "country", "tier"}
	case "fail-on":
		return []string{"broken", "reduced", "warning"}
	case "only":
		return []string{"products"}
	}
	return nil
}

// ids lists the nodes of the data that the words name.
func ids(words []string) []string {
	ref := "example:nexperia"
	for i, word := range words {
		if flag, value, ok := strings.Cut(word, "="); ok && (flag == "--data" || flag == "-d") {
			ref = value
		} else if (word == "--data" || word == "-d") && i+1 < len(words) {
			ref = words[i+1]
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	net, err := loaders.Open(ctx, ref, loaders.Options{Examples: examples.FS()})
	if err != nil {
		return nil
	}
	var list []string
	for i := range net.NumNodes() {
		list = append(list, net.ID(graph.NodeID(i)))
	}
	slices.Sort(list)
	return list
}

func (p *program) completionCommand() *cli.Command {
	return &cli.Command{
		Name:      "completion",
		Usage:     "the script that lets a shell complete verbs, flags and node ids",
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

func shells() []string { return []string{"bash", "fish", "zsh"} }

// Where linestop has nothing to offer, the shell completes file names.
var completionScripts = map[string]string{
	"bash": `_linestop() {
  local IFS=$'\n'
  COMPREPLY=($(linestop ` + completeVerb + ` "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | while read -r word; do printf '%q\n' "$word"; done))
  # A colon ends a word in bash: offer what comes behind the last one.
  if [[ ${COMP_WORDS[COMP_CWORD]} == *:* && $COMP_WORDBREAKS == *:* ]]; then
    COMPREPLY=("${COMPREPLY[@]#"${COMP_WORDS[COMP_CWORD]%:*}:"}")
  fi
}
complete -o default -F _linestop linestop
`,
	"zsh": `#compdef linestop
_linestop() {
  local -a found
  found=("${(@f)$(linestop ` + completeVerb + ` "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then
    compadd -- "${found[@]}"
  else
    _files
  fi
}
compdef _linestop linestop
`,
	"fish": `function __linestop_complete
  set -l words (commandline -opc) (commandline -ct)
  linestop ` + completeVerb + ` $words[2..-1] 2>/dev/null
end
complete -c linestop -a '(__linestop_complete)'
`,
}
