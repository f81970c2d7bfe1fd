package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/compiled"
	"linestop/internal/control"
	"linestop/internal/draw"
	"linestop/internal/shard"
	"linestop/loaders"
)

// errGate is what --fail-on returns when its condition holds.
var errGate = errors.New("a gate said yes")

// errNoProduct is what --fail-on returns when there is nothing to hold it against.
var errNoProduct = fail("mark products in nodes.csv, or say which they are in linestop.yaml", "--fail-on has no product to look at")

// hinted is an error with a word on what to do.
type hinted struct {
	error
	hint string
}

func (h *hinted) Unwrap() error { return h.error }

func fail(hint, format string, args ...any) error {
	return &hinted{fmt.Errorf(format, args...), hint}
}

// toldError has been told in full on stderr already.
type toldError struct{ error }

func (t *toldError) Unwrap() error { return t.error }

// hintFor finds what to do about an error.
func hintFor(err error) string {
	var h *hinted
	var node *graph.UnknownNodeError
	var row *graph.UnknownRowError
	var load *loaders.Error
	switch {
	case errors.As(err, &h):
		return h.hint
	case errors.As(err, &load):
		return load.Hint
	case errors.As(err, &node) && len(node.Near) > 0:
		return didYouMean(node.Near)
	case errors.As(err, &row) && len(row.Near) > 0:
		return didYouMean(row.Near)
	case errors.Is(err, shard.ErrUnfinished):
		return "the command that began it goes on with --resume"
	case errors.Is(err, draw.ErrTooLarge):
		return "--budget, --around or --collapse draw less; -f dot has no limits, for programs of your own"
	case errors.Is(err, graph.ErrAmbiguous):
		return "a scenario file names supplier, customer and need one by one"
	}
	return ""
}

func didYouMean(near []string) string {
	quoted := make([]string, len(near))
	for i, name := range near {
		quoted[i] = `"` + name + `"`
		if strings.ContainsFunc(name, unseen) || strings.ContainsAny(name, "\"$`\\!") {
			quoted[i] = quote(name)
		}
	}
	return "did you mean " + strings.Join(quoted, " or ") + "?"
}

// guarded is an action, and an error where compiled data lead it astray.
func guarded(c *cli.Context, action cli.ActionFunc) error {
	var known *loaders.Error
	err := compiled.Guard(func() error { return action(c) })
	if errors.Is(err, compiled.ErrDamaged) && !errors.As(err, &known) {
		return fail("linestop check "+quote(c.String("data"))+" holds all of it against its checksums", "%s %w", c.String("data"), err)
	}
	return err
}

// split takes joined errors apart, so that each gets a line of its own.
func split(err error) []error {
	if err == nil {
		return nil
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var all []error
		for _, e := range joined.Unwrap() {
			all = append(all, split(e)...)
		}
		return all
	}
	return []error{err}
}

// tidy keeps text from the data from moving the cursor of a terminal.
func tidy(s string) string {
	return strings.Map(func(r rune) rune {
		if control.Is(r) && r != '\n' && r != '\t' {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

func usage(err error) error { return fail("linestop --help shows how it is used", "%w", err) }

// usageOf turns an error of the flag parser into ours, with the nearest flag.
func usageOf(c *cli.Command, err error) error {
	if name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: "); ok {
		return unknownFlag(c, name)
	}
	hint := fmt.Sprintf("linestop %s --help shows how it is used", c.Name)
	if bad := badValue(c, err); bad != "" {
		return fail(hint, "%s", bad)
	}
	return fail(hint, "%w", err)
}

func unknownFlag(c *cli.Command, name string) error {
	name = strings.TrimLeft(name, "-")
	var known []string
	for _, f := range c.Flags {
		known = append(known, f.Names()...)
	}
	hint := fmt.Sprintf("linestop %s --help lists its flags", c.Name)
	if near := graph.Nearest(name, slices.Values(known), 1); len(near) > 0 {
		hint = fmt.Sprintf("did you mean %s?", dashed(near[0]))
	}
	return fail(hint, "%s has no flag %s", c.Name, dashed(name))
}

func unknownVerb(app *cli.App, verb string) error {
	var known []string
	for _, c := range app.VisibleCommands() {
		known = append(known, c.Name)
	}
	hint := "linestop --help lists what it can be asked"
	if next := verbs(app, []string{verb}); len(next) > 0 {
		return fail(fmt.Sprintf("linestop %s --help shows how it is used", verb+" "+next[0]), "%s needs a second word: %s", verb, strings.Join(next, " or "))
	}
	if near := graph.Nearest(verb, slices.Values(known), 1); len(near) > 0 {
		hint = didYouMean(near)
	}
	return fail(hint, "there is no verb %q", verb)
}

// arguments checks how many a verb was given; most < 0 = any number.
func arguments(c *cli.Context, least, most int) error {
	n := c.NArg()
	hint := fmt.Sprintf("linestop %s --help shows examples", c.Command.Name)
	if n > most && takesValue(c.Command.Flags, "--cut") {
		hint = "what is cut comes after --cut"
	}
	switch {
	case n < least:
		return fail(hint, "%s needs %s", c.Command.Name, c.Command.ArgsUsage)
	case most >= 0 && n > most:
		return fail(hint, "%s does not know what to do with %q", c.Command.Name, c.Args().Get(most))
	}
	return nil
}
