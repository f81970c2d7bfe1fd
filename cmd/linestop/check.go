package main

import (
	"errors"
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
				return p.unread(c, ref, err)
			}
			more, err := p.checkScenarios(ctx, c, ref, net, problems)
			if err != nil {
				return err
			}
			problems = append(problems, more...)
			if err := p.answer(c, report.Check{Net: net, Problems: problems}); err != nil {
				return err
			}
			switch count := problems.Errors(); {
			case count > 0:
				return &toldError{fmt.Errorf("%s has %d errors", ref, count)}
			case gate != "" && len(problems) > 0:
				return errGate
			}
			return nil
		},
	}
}

// unread gives data that cannot be read at all an answer too, for programs that
// wait for one, and returns the error for the others.
func (p *program) unread(c *cli.Context, ref string, failure error) error {
	format, err := formatOf(c)
	unreadable := new(loaders.Error)
	if err != nil || format == report.Text || c.Context.Err() != nil || !errors.As(failure, &unreadable) {
		return failure
	}
	nothing := graph.NewBuilder(graph.Info{Name: ref}).Build()
	if err := p.answer(c, report.Check{Net: nothing, Problems: graph.Problems{unreadable.Problem()}}); err != nil {
		return err
	}
	return failure
}
