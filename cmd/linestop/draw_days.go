package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"
	"linestop/graph/impact"
	"linestop/internal/chart"
	"linestop/internal/days"
)

// drawDays draws what happens from day to day instead of the diagram.
func (p *program) drawDays(c *cli.Context) error {
	kind, err := chart.ParseKind(c.String("as"))
	if err != nil {
		return fmt.Errorf("--as: %w", err)
	}
	for _, flag := range []string{"depth", "collapse", "cluster", "spof", "cut-set", "nth-cut-set", "of", "may-fail"} {
		if c.IsSet(flag) {
			return fmt.Errorf("--%s is for a diagram, not for --as %s", flag, c.String("as"))
		}
	}
	format, err := chartFormat(c)
	if err != nil {
		return err
	}
	if err := p.canShow(c, format, "chart"); err != nil {
		return err
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	picture, err := p.days(ctx, c)
	if err != nil {
		return err
	}
	return p.write(c, func(w io.Writer) error {
		return picture.Write(ctx, w, kind, format, textOptions(c, w))
	})
}

// days asks the timeline about what the flags cut.
func (p *program) days(ctx context.Context, c *cli.Context) (chart.Chart, error) {
	q, err := p.askIn(ctx, c, c.StringSlice("cut"), []impact.Reading{impact.Timeline})
	if err != nil {
		return chart.Chart{}, err
	}
	opts := days.Options{Title: c.String("title"), All: c.Bool("all")}
	switch {
	case c.IsSet("budget"):
		opts.Budget = c.Int("budget")
	case opts.All:
		opts.Budget = chart.MaxRows
	}
	for _, id := range c.StringSlice("around") {
		i, err := lookup(q.net, id)
		if err != nil {
			return chart.Chart{}, err
		}
		for member := range q.net.Family(i) {
			if !q.net.Stands(member) {
				opts.Rows = append(opts.Rows, member)
			}
		}
	}
	return days.Chart(q.net, q.impact.Scenario, q.impact.Timeline, opts), nil
}

// chartFormat is what --format says, else the name of the file, else text.
func chartFormat(c *cli.Context) (chart.Format, error) {
	name := c.String("format")
	if name == "" {
		name = strings.TrimPrefix(filepath.Ext(c.String("output")), ".")
	}
	if name == "" {
		return chart.Text, nil
	}
	return chart.ParseFormat(name)
}

func chartFormats() []string {
	var names []string
	for _, f := range chart.Formats() {
		names = append(names, string(f))
	}
	return names
}

// textOptions fit a terminal, if it is one.
func textOptions(c *cli.Context, w io.Writer) chart.TextOptions {
	if !isTerminal(w) {
		return chart.TextOptions{}
	}
	columns, _, _ := term.GetSize(int(w.(*os.File).Fd())) // 0 if it does not say
	return chart.TextOptions{Columns: columns, Color: !plainTerminal() && !c.Bool("no-color")}
}
