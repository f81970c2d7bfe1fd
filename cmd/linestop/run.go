package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync/atomic"

	"github.com/urfave/cli/v2"
)

// version is what --version prints; a release sets it by -ldflags.
var version = "0.1.0-dev"

// program is one run: where it reads and writes, and nothing global.
type program struct {
	in       io.Reader
	out, err io.Writer
	expired  chan error   // why the run must end, if it does not by itself
	shown    *atomic.Bool // a status is on the terminal
	joined   *joined      // what parts of a sweep gave; nil where nothing is merged
}

// run does what the arguments ask and returns the exit code:
// 0 done, 1 a gate said yes, 2 bad usage, data or output, or too little memory, 124 out of time, 130 interrupted.
func run(args []string, in io.Reader, out, err io.Writer) int {
	p := &program{in: in, out: out, err: err, expired: make(chan error, 1), shown: new(atomic.Bool)}
	if len(args) > 1 && args[0] == completeVerb {
		p.complete(args[1], args[2:]...)
		return 0
	}
	if os.Getenv(dataVariable) == "" {
		_ = os.Unsetenv(dataVariable) // the parser would take an empty one for a value
	}
	app := p.app()
	help := bufio.NewWriter(out)
	app.Writer = help
	ordered, failure := order(app, args)
	if failure == nil {
		lighten(app, findVerb(app, args))
		failure = p.await(func() error { return app.Run(append([]string{app.Name}, ordered...)) })
	}
	if err := help.Flush(); failure == nil {
		failure = err
	}
	return p.exit(failure)
}

// lighten drops the flags of the verbs that are not asked for: the parser would
// spend more time on them than some answers take.
func lighten(app *cli.App, verb *cli.Command) {
	for _, c := range app.Commands {
		if c != verb && (verb == nil || verb.Name != "man") {
			c.Flags = nil
		}
	}
}

func (p *program) app() *cli.App {
	app := &cli.App{
		Name:    "linestop",
		Usage:   "tells which products stop when a supplier is cut, why, and what hangs on it",
		Version: version,
		Description: "Without --data the built-in example nexperia is used.\n\n" +
			"   linestop cut nexperia\n" +
			"   linestop why honda-celaya --cut nexperia\n" +
			"   linestop draw --cut nexperia -o nexperia.svg\n" +
			"   linestop cut --where 'country == \"CN\"' -d my-folder",
		Reader:                    p.in,
		Writer:                    p.out,
		ErrWriter:                 p.err,
		HideHelpCommand:           true,
		DisableSliceFlagSeparator: true,
		OnUsageError:              func(_ *cli.Context, err error, _ bool) error { return usage(err) },
		ExitErrHandler:            func(*cli.Context, error) {},
		Commands: []*cli.Command{
			p.cutCommand(), p.whyCommand(), p.traceCommand(), p.spofCommand(), p.cutsetsCommand(), p.rankCommand(), p.drawCommand(),
			p.hardenCommand(), p.diffCommand(), p.surviveCommand(), p.simulateCommand(), p.sweepRankCommand(), p.sweepSimulateCommand(), p.mergeCommand(), p.backtestCommand(), p.checkCommand(), p.convertCommand(), p.compileCommand(), p.examplesCommand(), p.completionCommand(), p.manCommand(),
		},
	}
	app.Action = func(c *cli.Context) error {
		if c.Args().Present() {
			return unknownVerb(app, c.Args().First())
		}
		return cli.ShowAppHelp(c)
	}
	for _, c := range app.Commands {
		c.OnUsageError = func(_ *cli.Context, err error, _ bool) error { return usageOf(c, err) }
		action := c.Action
		c.Action = func(c *cli.Context) error {
			err := guarded(c, action)
			return because(c.Context, err)
		}
	}
	return app
}

// exit prints a failure and gives its exit code.
func (p *program) exit(failure error) int {
	p.erase()
	var told *toldError
	switch {
	case failure == nil:
		return 0
	case errors.Is(failure, errGate):
		return 1
	case errors.Is(failure, context.DeadlineExceeded):
		p.complain(inWords{failure})
		return 124
	case errors.Is(failure, context.Canceled):
		fmt.Fprintln(p.err, "linestop: interrupted")
		return 130
	case errors.As(failure, &told):
		return 2
	}
	p.complain(failure)
	return 2
}

// inWords says what running out of time is.
type inWords struct{ error }

func (e inWords) Error() string {
	return strings.ReplaceAll(e.error.Error(), context.DeadlineExceeded.Error(), "out of time")
}

func (e inWords) Unwrap() error { return e.error }

func (p *program) complain(failure error) {
	for _, e := range split(failure) {
		fmt.Fprintf(p.err, "linestop: error: %s\n", tidy(e.Error()))
		if hint := hintFor(e); hint != "" {
			fmt.Fprintf(p.err, "linestop: hint: %s\n", tidy(hint))
		}
	}
}
