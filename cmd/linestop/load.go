package main

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/urfave/cli/v2"
	"linestop/examples"
	"linestop/graph"
	"linestop/internal/words"
	"linestop/loaders"
)

// told is how many problems of bad data are shown before check is pointed to.
const told = 20

// quick are the verbs that look at a part of the data, and do not wait until all of a
// large compiled file is verified.
var quick = map[string]bool{"cut": true, "why": true, "trace": true}

// options are the loaders' options by the flags.
func (p *program) options(c *cli.Context) (loaders.Options, error) {
	opts := loaders.Options{Examples: examples.FS(), Stdin: p.in, Columns: map[string]string{}, Progress: p.progress(c, "reading"), Verify: !quick[c.Command.Name]}
	if c.Command.Name == "compile" {
		opts.Spill, opts.SpillFrom = spill(c)
	}
	for _, pair := range c.StringSlice("columns") {
		ours, theirs, ok := strings.Cut(pair, "=")
		if !ok {
			return opts, fail("such as --columns supplier=Vendor", "--columns %q is not of the form OURS=THEIRS", pair)
		}
		opts.Columns[strings.TrimSpace(ours)] = strings.TrimSpace(theirs)
	}
	var err error
	opts.Delimiter, err = delimiter(c.String("delimiter"))
	return opts, err
}

// delimiter reads --delimiter; 0 = it is not given.
func delimiter(text string) (rune, error) {
	switch r, size := utf8.DecodeRuneInString(text); {
	case text == "tab":
		return '\t', nil
	case text == "":
		return 0, nil
	case size == len(text):
		return r, nil
	}
	return 0, fail("such as --delimiter ';' or --delimiter tab", "--delimiter %q is not a single character", text)
}

// read reads the data set and judges it.
func (p *program) read(ctx context.Context, c *cli.Context, ref string) (*graph.Network, graph.Problems, error) {
	opts, err := p.options(c)
	if err != nil {
		return nil, nil, err
	}
	net, err := loaders.Open(ctx, ref, opts)
	if err != nil {
		return nil, nil, err
	}
	problems, err := graph.Validate(ctx, net)
	return net, problems, err
}

// load reads a data set that a question can be asked of. One with errors is
// refused, with all that is wrong in it.
func (p *program) load(ctx context.Context, c *cli.Context, ref string) (*graph.Network, error) {
	net, problems, err := p.read(ctx, c, ref)
	if err != nil {
		return nil, err
	}
	check := checkOf(c, ref)
	if problems.Errors() > 0 {
		return nil, p.refuse(ref, problems, check)
	}
	if len(problems) > 0 {
		p.hint(c, "%s in the data: %s%s", words.Count(problems.Warnings(), "warning"), check, again(ref))
	}
	return net, nil
}

// refuse prints the errors of what is asked about: so many, if a command lists
// all of them.
func (p *program) refuse(ref string, problems graph.Problems, check string) error {
	errors, shown := problems.Errors(), 0
	fmt.Fprintf(p.err, "linestop: error: %s in %s, nothing was computed\n", words.Count(errors, "error"), tidy(ref))
	for _, problem := range problems {
		if problem.Severity == graph.Error && (check == "" || shown < told) {
			shown++
			fmt.Fprintf(p.err, "  %s\n", tidy(problem.String()))
		}
	}
	if check != "" && errors > shown {
		fmt.Fprintf(p.err, "linestop: hint: %s lists them%s\n", check, again(ref))
	}
	return &toldError{fmt.Errorf("%s has %d errors", ref, errors)}
}
