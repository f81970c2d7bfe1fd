package main

import (
	_ "embed"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"
)

// page is the manual for man, made of the Markdown by `make docs`: the library
// that does so would take a tenth of every start.
//
//go:embed linestop.1
var page string

func (p *program) manCommand() *cli.Command {
	return &cli.Command{
		Name:     "man",
		Usage:    "the manual page",
		Category: "help",
		Description: "   linestop man | man -l -\n" +
			"   linestop man --markdown > docs/cli.md",
		Flags: []cli.Flag{&cli.BoolFlag{DisableDefaultText: true, Name: "markdown", Usage: "as Markdown, the form of docs/cli.md"}},
		Action: func(c *cli.Context) error {
			if err := arguments(c, 0, 0); err != nil {
				return err
			}
			text := page
			if c.Bool("markdown") {
				text = manual(c.App)
			}
			_, err := io.WriteString(p.out, text)
			return err
		},
	}
}

// manual writes all that --help says, of every verb, as Markdown.
func manual(app *cli.App) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# linestop\n\n%s %s.\n\n", app.Name, app.Usage)
	b.WriteString("    linestop VERB [ARGUMENTS] [FLAGS]\n\n")
	b.WriteString(indented(app.Description))
	b.WriteString("Answers go to standard output, everything else to standard error. Flags may stand before and after arguments.\n" +
		"Exit codes: 0 done, 1 a gate said yes (`--fail-on`), 2 bad usage, data or output, or too little memory, 124 out of time, 130 interrupted.\n")
	for _, c := range app.VisibleCommands() {
		fmt.Fprintf(&b, "\n## %s\n\n%s: %s.\n\n%s", strings.TrimSpace(c.Name+" "+c.ArgsUsage), c.Name, c.Usage, indented(c.Description))
		for _, f := range c.VisibleFlags() {
			b.WriteString(flagLine(f))
		}
	}
	return b.String()
}

// indented makes code blocks of the examples in a description.
func indented(description string) string {
	var b strings.Builder
	code := false
	for line := range strings.Lines(description + "\n") {
		text, example := strings.CutPrefix(line, "   ")
		if example != code && !strings.HasSuffix(b.String(), "\n\n") {
			b.WriteString("\n")
		}
		code = example
		if example {
			text = "    " + text
		}
		b.WriteString(text)
	}
	return strings.TrimLeft(b.String(), "\n") + "\n"
}

func flagLine(f cli.Flag) string {
	d := f.(cli.DocGenerationFlag)
	if f.Names()[0] == "help" {
		return ""
	}
	var names []string
	for _, name := range f.Names() {
		names = append(names, "-"+name)
		if len(name) > 1 {
			names[len(names)-1] = "--" + name
		}
	}
	value, usage := "", d.GetUsage()
	if d.TakesValue() {
		value = " VALUE"
		if _, rest, ok := strings.Cut(usage, "`"); ok {
			name, _, _ := strings.Cut(rest, "`")
			value = " " + name
			usage = strings.ReplaceAll(usage, "`", "")
		}
	}
	if text := d.GetDefaultText(); d.TakesValue() && text != "" && text != `""` && text != "[]" {
		usage += " (default: " + text + ")"
	}
	return fmt.Sprintf("- `%s%s`: %s\n", strings.Join(names, "`, `"), value, usage)
}
