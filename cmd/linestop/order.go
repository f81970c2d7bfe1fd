package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// order puts the verb first, then the flags, then "--" and the arguments: the
// parser would take every flag behind an argument for another argument.
func order(app *cli.App, args []string) ([]string, error) {
	if len(args) > 0 && args[0] == "help" {
		args = append(args[1:], "--help")
	}
	verb := findVerb(app, args)
	if verb == nil {
		return args, nil
	}
	var flags, rest []string
	name := strings.Fields(verb.Name)
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			rest = append(rest, args[i+1:]...)
			i = len(args)
		case arg == "--help" || arg == "-h":
			return []string{verb.Name, arg}, nil
		case isFlag(arg):
			flags = append(flags, arg)
			if takesValue(verb.Flags, arg) {
				if i++; i == len(args) {
					return nil, fail("linestop "+verb.Name+" --help shows how it is used", "%s needs a value", arg)
				}
				flags = append(flags, args[i])
			}
		case len(name) > 0 && name[0] == arg:
			name = name[1:]
		default:
			rest = append(rest, arg)
		}
	}
	return slices.Concat([]string{verb.Name}, flags, []string{"--"}, rest), nil
}

// findVerb looks for the first argument that is no flag and no flag's value, and for the second where
// verbs have two words.
func findVerb(app *cli.App, args []string) *cli.Command {
	var all []cli.Flag
	for _, c := range app.Commands {
		all = append(all, c.Flags...)
	}
	name := ""
	for i := 0; i < len(args); i++ {
		switch arg := args[i]; {
		case arg == "--":
			return nil
		case isFlag(arg):
			if takesValue(all, arg) {
				i++
			}
		default:
			name = strings.TrimPrefix(name+" "+arg, " ")
			if verb := app.Command(name); verb != nil || !begins(app, name) {
				return verb
			}
		}
	}
	return nil
}

// begins says whether a word is the first of a verb of two.
func begins(app *cli.App, word string) bool {
	return slices.ContainsFunc(app.Commands, func(c *cli.Command) bool { return strings.HasPrefix(c.Name, word+" ") })
}

func isFlag(arg string) bool { return len(arg) > 1 && arg[0] == '-' }

func takesValue(flags []cli.Flag, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	if strings.Contains(name, "=") {
		return false
	}
	for _, f := range flags {
		if slices.Contains(f.Names(), name) {
			_, isSwitch := f.(*cli.BoolFlag)
			return !isSwitch
		}
	}
	return false
}
