package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/impact"
	"linestop/graph/index"
	"linestop/internal/report"
)

func scanFlag() cli.Flag {
	return &cli.StringFlag{Name: "scan", Usage: "try out what nobody stated: `COLUMN=VALUES`, such as buffer=0,15,30,90", Category: "what is assumed"}
}

// scan answers a cut under each assumption of --scan.
func (p *program) scan(ctx context.Context, c *cli.Context, targets []string) error {
	column, values, err := parseScan(c.String("scan"))
	if err != nil {
		return err
	}
	for _, flag := range []string{"reading", "only", "fail-on"} {
		if c.IsSet(flag) {
			return fmt.Errorf("--scan and --%s do not go together", flag)
		}
	}
	net, scenario, err := p.cutSomething(ctx, c, targets)
	if err != nil {
		return err
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return err
	}
	runs, blanks, err := impact.Scan(ctx, ix, scenario, column, values)
	if err != nil {
		return fmt.Errorf("--scan: %w", err)
	}
	return p.answer(c, report.Scan{Net: net, Scenario: scenario, Column: column, Blanks: blanks, Runs: runs, All: c.Bool("all")})
}

// parseScan reads COLUMN=VALUE,VALUE...
func parseScan(text string) (column string, values []float64, err error) {
	column, list, ok := strings.Cut(text, "=")
	if column = strings.TrimSpace(column); !ok || column == "" {
		return "", nil, fail("such as --scan buffer=0,15,30,90", "--scan %q is not of the form COLUMN=VALUES", text)
	}
	if column, err = graph.Assumable(column); err != nil {
		return "", nil, fmt.Errorf("--scan: %w", err)
	}
	for word := range strings.SplitSeq(list, ",") {
		v, err := strconv.ParseFloat(strings.TrimSpace(word), 64)
		if err != nil || !(v >= 0 && v <= graph.MaxHorizon) {
			return "", nil, fmt.Errorf("--scan: %q is not a number from 0 to 1,000,000", strings.TrimSpace(word))
		}
		values = append(values, v)
	}
	slices.Sort(values)
	return column, slices.Compact(values), nil
}
