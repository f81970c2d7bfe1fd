package main

import (
	"fmt"

	"github.com/urfave/cli/v2"
	"linestop/internal/report"
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
