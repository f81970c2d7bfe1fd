package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/harden"
	"linestop/graph/index"
	"linestop/internal/report"
	"linestop/internal/words"
	"linestop/loaders"
)

func (p *program) hardenCommand() *cli.Command {
	return &cli.Command{
		Name:      "harden",
		Usage:     "what to add first: the changes that end most single points of failure, or save most under a cut",
		ArgsUsage: "[PRODUCT...]",
		Category:  "ask",
		Description: "Looks for the changes that do most for what they cost, each a what-if: a second source by a node that supplies others with the same\n" +
			"(source) or by one still to be found (new_source), a source made sure of that is only assumed (confirm), a quorum relaxed by one (quorum).\n" +
			"If something is cut, it looks for what would have saved most days of output under that cut: also by larger buffers (buffer), sources that step\n" +
			"up at once (switch) and nodes back in half the time (recovery).\n" +
			"A need that only licences meet (nodes of the kind licence or permit) is neither stocked nor given a new source.\n" +
			"With --order 2 or 3, changes are chosen for all minimal cut sets of up to so many losses that they end, each counted alike; those of up to ten\n" +
			"products are counted before and after as well: a second source turns a single point of failure into larger sets, which take more losses.\n" +
			"With --days, each node is lost for good without and with the changes, and followed day by day: how much later products lose output.\n" +
			"With no PRODUCT all products count alike. Written as YAML the answer is a scenario that cut, spof and diff take.\n\n" +
			"   linestop harden\n" +
			"   linestop harden honda-celaya --count 5\n" +
			"   linestop harden honda-celaya --order 2\n" +
			"   linestop harden honda-celaya --days\n" +
			"   linestop harden --by country -o hardened.yaml\n" +
			"   linestop diff none hardened.yaml\n" +
			"   linestop harden --scenario wafer-stop -o prevented.yaml\n" +
			"   linestop diff wafer-stop prevented.yaml\n" +
			"   linestop harden --budget 10 --cost new_source=4 --cost confirm=0.5 -d my-folder\n\n" +
			"What a change costs is 1; or what --cost says of its kind; or what the column " + costColumn + " says: in the table of supplies, of a change\n" +
			"to that need.",
		Flags: flags([]cli.Flag{
			&cli.IntFlag{Name: "count", Aliases: []string{"n"}, Usage: "make at most `N` changes", DefaultText: "3", Action: atLeast(1, "count"), Category: whatIsChanged},
			&cli.Float64Flag{Name: "budget", Usage: "what all changes may `COST` together, in place of --count", DefaultText: "none", Category: whatIsChanged},
			&cli.StringSliceFlag{Name: "cost", Usage: "what a change of a kind costs, as `KIND=NUMBER`", DefaultText: "1", Category: whatIsChanged},
			&cli.StringSliceFlag{Name: "change", Usage: "make only changes of this `KIND`: source, new_source, confirm, quorum, buffer, switch or recovery", DefaultText: "all", Category: whatIsChanged},
			&cli.Float64Flag{Name: "buffer", Usage: "`DAYS` that a larger buffer adds", Value: harden.DefaultBuffer, Category: whatIsChanged},
			&cli.IntFlag{Name: "order", Usage: "end minimal cut sets of up to `N` losses, not only single points of failure", Value: 1, Action: atLeast(1, "order"), Category: whatIsLost},
			&cli.DurationFlag{Name: "time", Usage: "look for cut sets no longer than this `TIME`, once for the choice and once to count, and say what is known", DefaultText: "no limit", Action: notNegative("time"), Category: whatIsLost},
			&cli.IntFlag{Name: "reach", Usage: "look at the single points of failure that break most, until they break `N` nodes in all", Value: harden.DefaultReach, Action: atLeast(1, "reach"), Category: whatIsLost},
			&cli.BoolFlag{Name: "days", Usage: "also say how many days later products lose output, without each node in turn", Category: whatIsLost},
			allFlag("list every change that could be made, and every product"),
		}, inTurnFlags(), cutFlags(true), dataFlags(), hardenAnswerFlags()),
		Action: p.harden,
	}
}

// costColumn is the further column of supplies that says what a change to their need costs.
const costColumn = "harden_cost"

const whatIsChanged = "what is changed"

func hardenAnswerFlags() []cli.Flag {
	list := answerFlags()
	list[0] = &cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "write text, json, csv, markdown or the scenario as yaml (default: by --output, else text)", Category: "output"}
	return list
}

func (p *program) harden(c *cli.Context) error {
	o, err := hardenOptions(c)
	if err != nil {
		return err
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	net, scenario, err := p.chosen(ctx, c, c.StringSlice("cut"))
	if err != nil {
		return err
	}
	losses, err := losses(ctx, c, net)
	if err != nil {
		return err
	}
	products, err := productsOf(net, c.Args().Slice())
	if err != nil {
		return err
	}
	o.Products, o.Groups, o.MayFail, o.Sure = among(net, products), losses.Groups, losses.MayFail, losses.Sure
	if o.Cost, err = costs(c, net); err != nil {
		return err
	}
	o.Progress = p.progress(c, "weighing changes")
	var answer report.Answer
	var hardened graph.Scenario
	if len(scenario.Cuts) > 0 {
		answer, hardened, err = p.hardenAgainst(ctx, c, net, scenario, products, o)
	} else {
		answer, hardened, err = p.hardenPoints(ctx, c, net, scenario, products, o)
	}
	switch {
	case err != nil:
		return err
	case asScenario(c):
		return p.writeScenario(c, hardened)
	}
	if err := p.answer(c, answer); err != nil {
		return err
	}
	p.hintHarden(c, hardened)
	return nil
}

// hardenPoints ends single points of failure.
func (p *program) hardenPoints(ctx context.Context, c *cli.Context, net *graph.Network, base graph.Scenario, products []graph.NodeID, o harden.Options) (report.Answer, graph.Scenario, error) {
	for _, kind := range o.Kinds {
		if !slices.Contains(harden.Kinds(), kind) {
			return nil, base, fail("such as --cut NODE or --scenario NAME", "--change %s is for a cut, and nothing is cut", kind)
		}
	}
	for _, pair := range c.StringSlice("cost") {
		kind, _, _ := strings.Cut(pair, "=")
		if !slices.Contains(harden.Kinds(), harden.Kind(strings.TrimSpace(kind))) {
			return nil, base, fail("such as --cut NODE or --scenario NAME", "--cost %s is for a cut, and nothing is cut", kind)
		}
	}
	if c.Bool("days") && !net.Quantified() {
		return nil, base, errors.New("--days follows losses day by day, and the data have no numbers for that: neither shares nor days")
	}
	h := report.Harden{Products: products, Budget: o.Budget, Priced: c.IsSet("budget"), Order: o.Order}
	before, err := p.hardenSide(ctx, c, net, products)
	if err != nil {
		return nil, base, err
	}
	if h.Task, err = harden.New(ctx, before.ix, o); err != nil {
		return nil, base, err
	}
	if h.Plan, err = h.Task.Choose(ctx); err != nil {
		return nil, base, err
	}
	if c.Bool("days") {
		if h.Delays, err = p.delays(ctx, c, h.Task, h.Plan); err != nil {
			return nil, base, err
		}
	}
	changes := h.Task.Changes(h.Plan)
	after, err := p.after(ctx, c, net, changes, products)
	if err != nil {
		return nil, base, err
	}
	h.Before, h.After = before.points, after.points
	err = p.countSets(ctx, c, &h, before, after)
	return h, hardened(base, "hardened", h.Line, changes), err
}

// after is the side of the network with the changes.
func (p *program) after(ctx context.Context, c *cli.Context, net *graph.Network, changes []graph.Change, products []graph.NodeID) (hardenSide, error) {
	changed, err := p.change(ctx, net, graph.Scenario{Name: "linestop harden", Changes: changes})
	if err != nil {
		return hardenSide{}, err
	}
	var same []graph.NodeID
	for _, i := range products {
		j, _ := changed.Lookup(net.ID(i))
		same = append(same, j)
	}
	return p.hardenSide(ctx, c, changed, same)
}

// hardenAgainst saves what a cut would cost.
func (p *program) hardenAgainst(ctx context.Context, c *cli.Context, net *graph.Network, base graph.Scenario, products []graph.NodeID, o harden.Options) (report.Answer, graph.Scenario, error) {
	for _, flag := range []string{"by", "may-fail", "order", "time", "reach", "days"} {
		if c.IsSet(flag) {
			return nil, base, fmt.Errorf("--%s is about what is lost in turn, and here something is cut", flag)
		}
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return nil, base, err
	}
	h := report.HardenAgainst{Net: net, Products: products, Budget: o.Budget, Priced: c.IsSet("budget"), Buffer: o.Buffer, All: c.Bool("all")}
	if h.Defence, err = harden.Against(ctx, ix, base, o); err != nil {
		return nil, base, err
	}
	if _, err = p.change(ctx, net, graph.Scenario{Name: "linestop harden", Changes: h.Defence.Changes}); err != nil {
		return nil, base, err
	}
	name := strings.TrimPrefix(base.Name+"-hardened", "-")
	return h, hardened(base, name, h.Line, h.Defence.Changes), nil
}

// hardened is a scenario with further changes. What really happened is no longer to be expected of it.
func hardened(base graph.Scenario, name string, line func() string, changes []graph.Change) graph.Scenario {
	if len(changes) == 0 {
		return graph.Scenario{}
	}
	s := base
	s.Name, s.Expect = name, nil
	s.Title = words.Count(len(changes), "change") + " proposed by linestop harden"
	if len(base.Cuts) > 0 {
		s.Title = base.String() + ", " + s.Title
	}
	s.Description = line() + ". Each change is a what-if: none says that a source exists or could be had."
	s.Changes = slices.Concat(base.Changes, changes)
	return s
}

// hintHarden says what else can be asked.
func (p *program) hintHarden(c *cli.Context, s graph.Scenario) {
	if format, _ := formatOf(c); format != report.Text || len(s.Changes) == 0 {
		return
	}
	p.hint(c, "-o hardened.yaml writes the changes as a scenario, which cut, spof and diff take")
	if !c.IsSet("change") && slices.ContainsFunc(s.Changes, func(c graph.Change) bool { return c.Action == graph.Add && c.Node != nil }) {
		p.hint(c, "--change source --change confirm proposes only sources that are in the data")
	}
}

// asScenario says whether the answer is to be a scenario.
func asScenario(c *cli.Context) bool {
	name := c.String("format")
	if name == "" {
		name = strings.TrimPrefix(filepath.Ext(c.String("output")), ".")
	}
	return name == "yaml" || name == "yml"
}

func (p *program) writeScenario(c *cli.Context, s graph.Scenario) error {
	if len(s.Changes) == 0 {
		return errors.New("no change helps: there is no scenario to write")
	}
	if err := p.write(c, func(w io.Writer) error { return loaders.WriteScenario(heeding{c.Context, p, w}, s) }); err != nil {
		return err
	}
	p.hint(c, "%s", s.Description)
	return nil
}
