package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/cut"
	"linestop/graph/impact"
	"linestop/internal/draw"
	"linestop/internal/report"
)

func (p *program) drawCommand() *cli.Command {
	return &cli.Command{
		Name:     "draw",
		Usage:    "the diagram, with or without a cut",
		Category: "ask",
		Description: "A small network is drawn whole; of a large one what the cut reaches and why, and the picture says what was left out.\n\n" +
			"   linestop draw --cut nexperia -o nexperia.svg\n" +
			"   linestop draw --around honda-celaya --depth 3 -o celaya.png\n" +
			"   linestop draw --cut nexperia --collapse country -o countries.pdf\n" +
			"   linestop draw -d example:hello | dot -Tsvg > hello.svg\n\n" +
			"With --spof it marks single points of failure, with the changes that a scenario makes, and how many products each\n" +
			"breaks; with --cut-set a set of nodes, as far as they break the product together. --of says which product.\n\n" +
			"   linestop draw --spof -o spof.svg\n" +
			"   linestop draw --spof --of honda-hr-v -o honda-hr-v.svg\n" +
			"   linestop draw -d example:hello --cut-set brake-a --cut-set brake-b -o brakes.svg\n" +
			"   linestop draw --of honda-celaya --nth-cut-set 1 -o worst.svg\n" +
			"   linestop draw --cut nexperia --of honda-celaya -o why.svg\n\n" +
			"With --as it draws what happens from day to day: gantt, when each product stops and restarts, beside what really\n" +
			"happened if the scenario says so; or output, how much each puts out. These are text too.\n\n" +
			"   linestop draw --scenario nexperia/export-ban --as gantt\n" +
			"   linestop draw --scenario nexperia/export-ban --as output -o output.png",
		Flags: flags(cutFlags(true), []cli.Flag{
			&cli.StringFlag{Name: "as", Usage: "draw days instead of the diagram: gantt or output (`WHAT`)", Category: "picture"},
			&cli.BoolFlag{DisableDefaultText: true, Name: "spof", Usage: "mark single points of failure: nodes whose loss alone breaks a product", Category: "picture"},
			&cli.StringSliceFlag{Name: "cut-set", Usage: "cut `NODE` and the others named so, which break a product together", Category: "picture"},
			&cli.IntFlag{Name: "nth-cut-set", Usage: "cut the `N`-th of the minimal cut sets of a product, smallest first, as cutsets lists them", Action: atLeast(1, "nth-cut-set"), Category: "picture"},
			&cli.StringSliceFlag{Name: "of", Usage: "only what breaks `PRODUCT`", DefaultText: "all products", Category: "picture"},
			&cli.StringFlag{Name: "may-fail", Usage: "with --spof lose only nodes for which `EXPR` holds", DefaultText: "may_fail of the data", Category: "picture"},
			&cli.StringSliceFlag{Name: "around", Usage: "draw what is near `NODE`; of days, those of NODE and what belongs to it", Category: "picture"},
			&cli.IntFlag{Name: "depth", Usage: "how many `STEPS` around it", Value: draw.DefaultDepth, Action: atLeast(1, "depth"), Category: "picture"},
			&cli.IntFlag{Name: "budget", Usage: "at most `N` nodes or rows", Value: draw.DefaultBudget, Action: atLeast(1, "budget"), Category: "picture"},
			&cli.StringFlag{Name: "collapse", Usage: "one box for each parent, country or tier (`WHAT`)", Category: "picture"},
			&cli.StringFlag{Name: "cluster", Usage: "a frame around each parent, country or tier, or none (`WHAT`)", Category: "picture"},
			&cli.StringFlag{Name: "title", Usage: "the `TEXT` above the picture", Category: "picture"},
			allFlag("draw every node, in a picture up to 1,000; of days, every one that loses output"),
			&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "draw as " + strings.Join(pictureFormats(), ", ") + ", days as " + strings.Join(chartFormats(), ", ") + " (default: by --output, else dot or text)", Category: "output"},
			outputFlag(), quietFlag(),
		}, dataFlags()),
		Action: p.draw,
	}
}

func (p *program) draw(c *cli.Context) error {
	if err := arguments(c, 0, 0); err != nil {
		return err
	}
	if c.IsSet("as") {
		return p.drawDays(c)
	}
	format, err := pictureFormat(c)
	if err != nil {
		return err
	}
	if err := p.canShow(c, format, "picture"); err != nil {
		return err
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	view, err := p.view(ctx, c, format)
	if err != nil {
		return err
	}
	err = p.write(c, func(w io.Writer) error {
		return view.Write(ctx, w, format, draw.WriteOptions{Timeout: c.Duration("timeout")})
	})
	if err == nil {
		p.hintPicture(c, view, format)
	}
	return err
}

// hintPicture tells what the picture could not hold.
func (p *program) hintPicture(c *cli.Context, v draw.View, f draw.Format) {
	if v.ArrowsLeft > 0 {
		p.hint(c, "%d arrows have no room in the picture: --around NODE or a smaller --budget draws fewer nodes with all their arrows", v.ArrowsLeft)
	}
	if names := v.Unpainted(); f.Binary() && len(names) > 0 {
		p.hint(c, "%s has no letters for %s and shows boxes: -f svg shows them", strings.ToUpper(string(f)), few(names))
	}
}

func (p *program) view(ctx context.Context, c *cli.Context, f draw.Format) (draw.View, error) {
	opts := draw.Options{Title: c.String("title"), Depth: c.Int("depth"), All: c.Bool("all"), Budget: c.Int("budget")}
	opts.AllArrows = opts.All && f == draw.DOT // for whoever can lay it out
	var err error
	if opts.Collapse, err = grouping(c, "collapse"); err != nil {
		return draw.View{}, err
	}
	if opts.Cluster, err = grouping(c, "cluster"); err != nil {
		return draw.View{}, err
	}
	switch {
	case c.IsSet("depth") && !c.IsSet("around"):
		return draw.View{}, errors.New("--depth is for --around")
	case c.IsSet("budget") && opts.All:
		return draw.View{}, errors.New("--budget and --all contradict each other")
	case c.IsSet("cluster") && opts.Collapse > draw.None:
		return draw.View{}, errors.New("--cluster frames nodes, and --collapse leaves none")
	}
	if err := checkMarks(c); err != nil {
		return draw.View{}, err
	}
	q, err := p.drawn(ctx, c)
	if err != nil {
		return draw.View{}, err
	}
	var result *cut.Result
	if a := q.impact; a != nil {
		result = a.Structure
		opts.Title = cmp.Or(opts.Title, a.Scenario.Title)
		opts.Statuses, opts.Readings, opts.Dated = a.Statuses(), joinReadings(a.Readings), a.Dated()
		opts.Remark = func(i graph.NodeID) string { return report.When(a, i) }
	}
	if opts.Around, err = lookupAll(q.net, c.StringSlice("around")); err != nil {
		return draw.View{}, err
	}
	if err := mark(ctx, c, q, &opts); err != nil {
		return draw.View{}, err
	}
	return draw.Choose(ctx, q.net, result, opts)
}

func joinReadings(readings []impact.Reading) string {
	names := make([]string, len(readings))
	for n, r := range readings {
		names[n] = string(r)
	}
	return strings.Join(names, ", ")
}

// grouping is what --collapse or --cluster says.
func grouping(c *cli.Context, flag string) (draw.Grouping, error) {
	if !c.IsSet(flag) {
		return draw.Auto, nil
	}
	g, err := draw.ParseGrouping(c.String(flag))
	if err != nil {
		return draw.Auto, fmt.Errorf("--%s: %w", flag, err)
	}
	return g, nil
}

// drawn loads the data and, if the flags cut anything, asks what that breaks.
func (p *program) drawn(ctx context.Context, c *cli.Context) (question, error) {
	if c.Bool("spof") || c.IsSet("cut-set") || c.IsSet("nth-cut-set") {
		net, _, err := p.loadScenario(ctx, c, c.String("scenario"))
		if err != nil || c.Bool("spof") {
			return question{net: net}, err
		}
		if err := p.nameCutSet(ctx, c, net); err != nil {
			return question{}, err
		}
		return askOf(ctx, net, cutting(c.StringSlice("cut-set")...), nil)
	}
	if c.IsSet("cut") || cutsByFlag(c) {
		return p.ask(ctx, c, c.StringSlice("cut"))
	}
	if c.IsSet("left") {
		return question{}, errors.New("--left without a cut")
	}
	net, err := p.load(ctx, c, c.String("data"))
	return question{net: net}, err
}

func pictureFormats() []string {
	var names []string
	for _, f := range draw.Formats() {
		names = append(names, string(f))
	}
	return names
}

// pictureFormat is what --format says, else the name of the file, else DOT.
func pictureFormat(c *cli.Context) (draw.Format, error) {
	name := c.String("format")
	if name == "" {
		name = strings.TrimPrefix(filepath.Ext(c.String("output")), ".")
	}
	if name == "" {
		return draw.DOT, nil
	}
	f, err := draw.ParseFormat(name)
	if err != nil {
		return "", fail("answers in other forms come from linestop cut", "%w", err)
	}
	return f, nil
}

// few quotes the first names and counts the others.
func few(names []string) string {
	const most = 3
	var list []string
	for _, name := range names[:min(most, len(names))] {
		list = append(list, strconv.Quote(name))
	}
	text := strings.Join(list, ", ")
	if more := len(names) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
