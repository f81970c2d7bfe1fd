package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/esri"
	"linestop/internal/report"
)

// byESRI is the measure that is no count of what breaks.
const byESRI = "esri"

// esriFlags are those of this measure alone.
func esriFlags() []cli.Flag {
	const only = "with --by esri: "
	return []cli.Flag{
		&cli.StringFlag{Name: "left", Usage: only + "the `PART` that is left of what is lost, such as 0.4 or 40%", DefaultText: "nothing", Category: whatIsLost},
		&cli.StringSliceFlag{Name: "cut", Aliases: []string{"c"}, Usage: only + "lose `NODE` and all that belongs to it, and whatever else is cut, at once: one shock", Category: whatIsLost},
		&cli.StringFlag{Name: "inputs", Usage: only + "take all inputs as `EFFECT`: essential or linear", DefaultText: "inputs.csv, else the level of the need", Category: whatIsLost},
	}
}

// checkESRI refuses flags that do not go with the measure.
func checkESRI(c *cli.Context) error {
	if c.String("by") != byESRI {
		for _, flag := range []string{"left", "cut", "inputs"} {
			if c.IsSet(flag) {
				return fmt.Errorf("--%s is for --by esri", flag)
			}
		}
		return nil
	}
	switch {
	case c.Bool("pairs"):
		return errors.New("--pairs and --by esri do not go together")
	case c.IsSet("time"):
		return errors.New("--time is for --pairs; --timeout ends any search")
	case c.IsSet("top") && c.IsSet("all"):
		return errors.New("--top and --all do not go together")
	case c.IsSet("cut") && (c.IsSet("each") || c.IsSet("where")):
		return errors.New("--cut is one shock: it does not go with --each or --where")
	}
	return nil
}

func (p *program) rankESRI(c *cli.Context) error {
	answer := report.ESRI{Where: c.String("where"), Top: c.Int("top"), All: c.Bool("all")}
	var err error
	if answer.Left, err = part(c.String("left")); err != nil {
		return err
	}
	if c.IsSet("inputs") {
		if answer.Inputs, err = esri.ParseInputs(c.String("inputs")); err != nil {
			return fmt.Errorf("--inputs %w", err)
		}
	}
	format, picture, err := p.rankFormat(c)
	if err != nil {
		return err
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	net, scenario, err := p.loadScenario(ctx, c, c.String("scenario"))
	if err != nil {
		return err
	}
	economy, err := esri.New(ctx, net, esri.Options{Inputs: answer.Inputs})
	var lacking *esri.DataError
	if errors.As(err, &lacking) {
		p.hint(c, "--by esri asks for a flow of money in every row of supplies.csv, and a sector of every node in nodes.csv; --columns flow=NAME or sector=NAME names the columns")
		return p.refuse(net.Name, lacking.Problems, "")
	}
	if err != nil {
		return err
	}
	answer.Net, answer.Facts = net, economy.Facts()
	if answer.Ranking, answer.Shock, err = p.shocks(ctx, c, economy, net, scenario, answer.Left); err != nil {
		return err
	}
	if answer.Shock == "" {
		answer.Where = cmp.Or(answer.Where, net.MayFail)
	}
	if picture {
		return p.esriPicture(ctx, c, format, answer)
	}
	return p.answer(c, answer)
}

// shocks answers one shock, with its name, if anything is cut; else each group.
func (p *program) shocks(ctx context.Context, c *cli.Context, economy *esri.Economy, net *graph.Network, scenario graph.Scenario, left float64) (*esri.Ranking, string, error) {
	options := esri.Options{Progress: p.progress(c, "losing "+c.String("each"))}
	cuts, names := scenario.Cuts, []string(nil)
	if len(cuts) > 0 {
		if c.IsSet("each") || c.IsSet("where") || c.IsSet("left") && !c.IsSet("cut") {
			return nil, "", fail("a scenario that only changes the data goes with them", "scenario %q cuts something, which is one shock: it does not go with --each, --where or --left", c.String("scenario"))
		}
		names = append(names, cmp.Or(scenario.Title, scenario.Name, c.String("scenario")))
	}
	for _, target := range once(c.StringSlice("cut")) {
		cuts, names = append(cuts, graph.Cut{Target: target, Left: left}), append(names, target)
	}
	if len(cuts) > 0 {
		shock, err := esri.ShockOf(ctx, net, cuts)
		if err != nil {
			return nil, "", err
		}
		r, err := economy.Shock(ctx, shock, options)
		return r, strings.Join(names, ", "), err
	}
	groups, err := net.Groups(ctx, c.String("each"))
	if err != nil {
		return nil, "", fmt.Errorf("--each: %w", err)
	}
	if groups.Len() == 0 {
		return nil, "", fmt.Errorf("--each %s: no node has one", c.String("each"))
	}
	may, err := mayFail(ctx, c, net, "where")
	if err != nil {
		return nil, "", err
	}
	r, err := economy.Rank(ctx, groups, may, 1-left, options)
	return r, "", err
}
