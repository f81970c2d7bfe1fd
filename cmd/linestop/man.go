package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
)

func (p *program) manCommand() *cli.Command {
	return &cli.Command{
		Name:     "man",
		Usage:    "the manual page",
		Category: "help",
		Description: "   linestop man | man -l -\n" +
			"   linestop man --markdown > cli.md",
		Flags: []cli.Flag{&cli.BoolFlag{DisableDefaultText: true, Name: "markdown", Usage: "as Markdown, the form of docs/cli.md"}},
		Action: func(c *cli.Context) error {
			if err := arguments(c, 0, 0); err != nil {
				return err
			}
			text, err := c.App.ToMan()
			if c.Bool("markdown") {
				text, err = c.App.ToMarkdown()
			}
			if err != nil {
				return err
			}
			fmt.Fprint(p.out, text)
			return nil
		},
	}
}
