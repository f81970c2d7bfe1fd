package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/impact"
	"linestop/graph/index"
	"linestop/loaders"
)

// question is a network with a scenario that the readings were asked about.
type question struct {
	net    *graph.Network
	impact *impact.Answer
}

// ask loads the data, gathers the cuts that the flags and targets name, and asks the
// readings about them that --reading names, or those that fit.
func (p *program) ask(ctx context.Context, c *cli.Context, targets []string) (question, error) {
	wanted, err := readingsOf(c)
	if err != nil {
		return question{}, err
	}
	return p.askIn(ctx, c, targets, wanted)
}

// askIn asks the given readings; nil stands for those that fit.
func (p *program) askIn(ctx context.Context, c *cli.Context, targets []string, wanted []impact.Reading) (question, error) {
	net, scenario, err := p.cutSomething(ctx, c, targets)
	if err != nil {
		return question{}, err
	}
	return askOf(ctx, net, scenario, wanted)
}

// askOf asks the given readings about a scenario in a network.
func askOf(ctx context.Context, net *graph.Network, scenario graph.Scenario, wanted []impact.Reading) (question, error) {
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return question{}, err
	}
	if wanted == nil {
		wanted = impact.Fitting(net, scenario)
	}
	answer, err := impact.Ask(ctx, ix, scenario, wanted)
	return question{net, answer}, err
}

// cutSomething is chosen, and an error if nothing is cut.
func (p *program) cutSomething(ctx context.Context, c *cli.Context, targets []string) (*graph.Network, graph.Scenario, error) {
	if len(targets) == 0 && !cutsByFlag(c) {
		return nil, graph.Scenario{}, fail(fmt.Sprintf("linestop %s --help shows examples", c.Command.Name), "nothing is cut: name a node, --where, --supply or --scenario")
	}
	net, scenario, err := p.chosen(ctx, c, targets)
	if err == nil && len(scenario.Cuts) == 0 {
		err = fail("it only changes the data: name what to cut in it as well", "scenario %q cuts nothing", c.String("scenario"))
	}
	return net, scenario, err
}

// readingsOf are the readings that --reading names; nil leaves them to the data.
func readingsOf(c *cli.Context) ([]impact.Reading, error) {
	var list []impact.Reading
	for _, name := range c.StringSlice("reading") {
		r, err := impact.ParseReading(name)
		if err != nil {
			return nil, fmt.Errorf("--%w", err)
		}
		list = append(list, r)
	}
	return list, nil
}

// chosen loads the data and gathers what the scenario, the flags and the targets
// cut, which may be nothing.
func (p *program) chosen(ctx context.Context, c *cli.Context, targets []string) (*graph.Network, graph.Scenario, error) {
	net, scenario, err := p.loadScenario(ctx, c, c.String("scenario"))
	if err != nil {
		return nil, scenario, err
	}
	more, err := flagCuts(c, targets, net)
	if err == nil {
		scenario, err = scenario.And(more)
	}
	return net, scenario, err
}

// cutsByFlag says whether flags other than --cut name something to cut.
func cutsByFlag(c *cli.Context) bool {
	return c.IsSet("where") || c.IsSet("supply") || c.IsSet("scenario")
}

// loadScenario loads the data and the scenario of a name, if there is one, and
// makes its changes.
func (p *program) loadScenario(ctx context.Context, c *cli.Context, name string) (*graph.Network, graph.Scenario, error) {
	ref, err := dataOf(c, name)
	if err != nil {
		return nil, graph.Scenario{}, err
	}
	net, err := p.load(ctx, c, ref)
	if err != nil {
		return nil, graph.Scenario{}, err
	}
	scenario, err := p.scenarioOf(ctx, c, ref, name)
	if err != nil {
		return nil, scenario, err
	}
	if net, err = p.change(ctx, net, scenario); err == nil {
		err = net.CheckExpect(scenario)
	}
	return net, scenario, err
}

// dataOf is the data that scenarios are asked of: what --data names, else the example of
// those that are named EXAMPLE/NAME.
func dataOf(c *cli.Context, names ...string) (string, error) {
	ref, by := c.String("data"), ""
	for _, name := range names {
		example, _, ok := strings.Cut(strings.TrimPrefix(name, "example:"), "/")
		switch {
		case !ok || c.IsSet("data") || !isExample(example):
		case by != "" && ref != "example:"+example:
			return "", fail("--data names the data of both", "%q and %q are scenarios of different data", by, name)
		default:
			ref, by = "example:"+example, name
		}
	}
	return ref, nil
}

// scenarioOf reads the scenario of a name that belongs to the data of ref; "" = none.
func (p *program) scenarioOf(ctx context.Context, c *cli.Context, ref, name string) (graph.Scenario, error) {
	if name == "" {
		return graph.Scenario{}, nil
	}
	opts, err := p.options(c)
	if err != nil {
		return graph.Scenario{}, err
	}
	scenario, problems, err := loaders.FindScenario(ctx, ref, name, opts)
	if err == nil && problems.Errors() > 0 {
		err = p.refuse(name, problems, "")
	}
	return scenario, err
}

// flagCuts gathers what arguments and flags cut. Rows are those of the first network that has
// them.
func flagCuts(c *cli.Context, targets []string, nets ...*graph.Network) (graph.Scenario, error) {
	var s graph.Scenario
	left, err := part(c.String("left"))
	if err != nil {
		return s, err
	}
	var errs []error
	for _, target := range once(targets) {
		s.Cuts = append(s.Cuts, graph.Cut{Target: target, Left: left})
	}
	for _, where := range once(c.StringSlice("where")) {
		if where == "" {
			errs = append(errs, noExpression("where"))
		}
		s.Cuts = append(s.Cuts, graph.Cut{Where: where, Left: left})
	}
	for _, text := range once(c.StringSlice("supply")) {
		supply, err := parseSupply(c.Context, text, nets)
		errs = append(errs, err)
		s.Cuts = append(s.Cuts, graph.Cut{Supply: &supply, Left: left})
	}
	if len(s.Cuts) == 0 && c.IsSet("left") {
		errs = append(errs, errors.New("--left is for what the command line cuts; a scenario says itself what is left"))
	}
	return s, errors.Join(errs...)
}

func parseSupply(ctx context.Context, text string, nets []*graph.Network) (first graph.Supply, failure error) {
	for n, net := range nets {
		supply, err := net.ParseSupply(text)
		if n == 0 {
			first, failure = supply, err
		}
		if _, _, missing := net.Resolve(ctx, graph.Cut{Supply: &supply}); err == nil && missing == nil {
			return supply, nil
		}
	}
	return first, failure
}

// part reads 0.4 or 40%.
func part(text string) (float64, error) {
	if text == "" {
		return 0, nil
	}
	v, ok := fraction(text)
	if !ok {
		return 0, fmt.Errorf("--left %q is not a part from 0 to 1 or 0%% to 100%%", text)
	}
	if v == 1 {
		return 0, fmt.Errorf("--left %q leaves everything: nothing is cut", text)
	}
	return v, nil
}
