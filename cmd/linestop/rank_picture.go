package main

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/internal/chart"
	"linestop/internal/ranking"
	"linestop/internal/report"
)

// textChart is what a chart for a terminal is called where text is something else.
const textChart = "chart"

// rankFormat says whether a ranking is to be drawn, and how.
func (p *program) rankFormat(c *cli.Context) (f chart.Format, picture bool, err error) {
	name, hint := c.String("format"), ""
	if name == "" {
		name, hint = strings.TrimPrefix(filepath.Ext(c.String("output")), "."), "--format says which format is meant"
	}
	if name == textChart {
		return chart.Text, true, nil
	}
	if f, err = chart.ParseFormat(name); err == nil && f != chart.Text {
		return f, true, p.canShow(c, f, "ranking")
	}
	if _, err = report.ParseFormat(name); err != nil && name != "" {
		return "", false, fail(hint, "format %q is none of %s", name, strings.Join(rankFormats(), ", "))
	}
	return "", false, nil
}

// rankPicture draws the ranking.
func (p *program) rankPicture(ctx context.Context, c *cli.Context, f chart.Format, r report.Rank) error {
	o := ranking.Options{Where: r.Where, Top: r.Top}
	if r.All {
		o.Top = chart.MaxRows
	}
	picture := ranking.Chart(r.Net, r.Ranking, r.By, o)
	return p.write(c, func(w io.Writer) error { return picture.Write(ctx, w, f, textOptions(c, w)) })
}

// esriPicture draws what losses cost.
func (p *program) esriPicture(ctx context.Context, c *cli.Context, f chart.Format, r report.ESRI) error {
	o := ranking.Options{Where: r.Where, Top: r.Top}
	if r.All {
		o.Top = chart.MaxRows
	}
	picture := ranking.Costs(r.Net, r.Ranking, r.Shock, o)
	return p.write(c, func(w io.Writer) error { return picture.Write(ctx, w, f, textOptions(c, w)) })
}

// rankFormats are those of answers, and of charts.
func rankFormats() []string {
	charts := slices.DeleteFunc(chartFormats(), func(name string) bool { return name == string(chart.Text) })
	return slices.Concat(answerFormats(), []string{textChart}, charts)
}
