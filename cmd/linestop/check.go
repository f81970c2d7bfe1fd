package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/internal/report"
	"linestop/loaders"
)

func (p *program) checkCommand() *cli.Command {
	return &cli.Command{
		Name:      "check",
		Usage:     "what is wrong or doubtful in the data",
		ArgsUsage: "[DATA]",
		Category:  "data",
		Description: "Exits with 2 if the data has errors, with 1 if --fail-on warning is given and it has warnings.\n\n" +
			"   linestop check my-folder\n" +
			"   linestop check suppliers.csv --columns supplier=Lieferant --columns customer=Kunde\n" +
			"   linestop check my-folder -f json",
		Flags: flags([]cli.Flag{
			&cli.StringFlag{Name: "fail-on", Usage: "exit with 1 on a `warning` too", Category: "output"},
		}, dataFlags(), answerFlags()),
		Action: func(c *cli.Context) error {
			if err := arguments(c, 0, 1); err != nil {
				return err
			}
			gate := c.String("fail-on")
			if gate != "" && gate != "warning" {
				return fmt.Errorf("--fail-on %q: warning is all it can be", gate)
			}
			ref := c.String("data")
			if c.Args().Present() {
				ref = c.Args().First()
			}
			ctx, cancel := p.deadline(c)
			defer cancel()
			net, problems, err := p.read(ctx, c, ref)
			if err != nil {
				return err
			}
			more, err := p.checkScenarios(ctx, c, ref, net)
			if err != nil {
				return err
			}
			problems = append(problems, more...)
			if err := p.answer(c, report.Check{Net: net, Problems: problems}); err != nil {
				return err
			}
			switch errors := problems.Errors(); {
			case errors > 0:
				return &toldError{fmt.Errorf("%s has %d errors", ref, errors)}
			case gate != "" && len(problems) > 0:
				return errGate
			}
			return nil
		},
	}
}

// checkScenarios finds what is wrong in the scenarios of a data set, ids that the
// data does not have among it.
func (p *program) checkScenarios(ctx context.Context, c *cli.Context, ref string, net *graph.Network) (graph.Problems, error) {
	opts, err := p.options(c)
	if err != nil {
		return nil, err
	}
	scenarios, problems, err := loaders.Scenarios(ctx, ref, opts)
	if err != nil {
		return nil, err
	}
	unknown := func(at graph.Place, err error) {
		problems = append(problems, graph.Problem{Code: "scenario", Place: at, Message: err.Error()})
	}
	for _, s := range scenarios {
		for _, cut := range s.Cuts {
			if _, _, err := net.Resolve(ctx, cut); err != nil {
				unknown(cut.Place, err)
			}
		}
		for _, e := range s.Expect {
			if _, ok := net.Lookup(e.Node); !ok {
				unknown(e.Place, net.Unknown(e.Node))
			}
		}
		if _, err := net.With(ctx, s.Changes); err != nil {
			unknown(s.Place, err)
		}
	}
	return problems, ctx.Err()
}
