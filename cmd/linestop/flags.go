package main

import (
	"fmt"
	"os"
	"slices"

	"github.com/urfave/cli/v2"
	"linestop/internal/memory"
)

// What the data is if the command line does not say.
const (
	dataVariable = "LINESTOP_DATA"
	defaultData  = "example:nexperia"
)

// Flags that several verbs share. They are made anew for each verb, because the
// parser keeps state in them.

func dataFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{
			Name: "data", Aliases: []string{"d"}, Usage: "a `PATH` (folder, .zip, .csv, .json, .xml, .lsn), - for standard input, or example:NAME",
			EnvVars: []string{dataVariable}, Value: defaultData, Action: dataNamed, Category: whatIsData,
		},
		&cli.StringSliceFlag{Name: "columns", Usage: "`OURS=THEIRS`: read the column THEIRS as OURS, such as supplier=Vendor", Category: whatIsData},
		&cli.StringFlag{Name: "delimiter", Usage: "the `CHARACTER` between the cells of a table, or tab", DefaultText: "by the header", Category: whatIsData},
		&cli.DurationFlag{Name: "timeout", Usage: "give up after this `TIME`, such as 30s", DefaultText: "never", Action: notNegative("timeout"), Category: whatIsData},
		&cli.GenericFlag{
			Name: "memory", Usage: "give up at this `SIZE`, such as 4GB", Value: new(memory.Size), DefaultText: "most of what is free",
			EnvVars: []string{"LINESTOP_MEMORY"}, Category: whatIsData,
		},
	}
}

func answerFlags() []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "format", Aliases: []string{"f"}, Usage: "write text, json, csv or markdown (default: by --output, else text)", Category: "output"},
		outputFlag(),
		&cli.BoolFlag{DisableDefaultText: true, Name: "no-color", Usage: "no colours, as with NO_COLOR set", Category: "output"},
		quietFlag(),
	}
}

// chartFlags are answerFlags where an answer can be a chart, too.
func chartFlags() []cli.Flag {
	flags := answerFlags()
	flags[0].(*cli.StringFlag).Usage = "write text, json, csv or markdown, or draw bars: chart, which is text, svg, png or pdf (default: by --output, else text)"
	return flags
}

func outputFlag() cli.Flag {
	return &cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE` instead of standard output", Category: "output"}
}

func quietFlag() cli.Flag {
	return &cli.BoolFlag{DisableDefaultText: true, Name: "quiet", Aliases: []string{"q"}, Usage: "no hints, warnings or progress", Category: "output"}
}

// cutFlags say what is taken away. What verb cut takes as arguments, the others
// take as --cut.
func cutFlags(withCut bool) []cli.Flag {
	flags := []cli.Flag{
		&cli.StringSliceFlag{Name: "where", Usage: "cut the nodes for which `EXPR` holds, such as 'country == \"CN\" && kind == \"fab\"'", Category: whatIsCut},
		&cli.StringSliceFlag{Name: "supply", Usage: "cut the rows `A->B` or A->B:NEED", Category: whatIsCut},
		&cli.StringFlag{Name: "left", Usage: "the `PART` that is left of all that is cut, such as 0.4 or 40% (default: nothing)", Category: whatIsCut},
		&cli.StringFlag{Name: "scenario", Aliases: []string{"s"}, Usage: "the cuts of a scenario: a `NAME` in the data, EXAMPLE/NAME, or a file", Category: whatIsCut},
	}
	if withCut {
		flags = slices.Insert(flags, 0, cli.Flag(&cli.StringSliceFlag{Name: "cut", Aliases: []string{"c"}, Usage: "cut `NODE` and all that belongs to it", Category: whatIsCut}))
	}
	return flags
}

// changesFlag is for verbs that cut nothing but may look at a what-if.
func changesFlag() cli.Flag {
	return &cli.StringFlag{Name: "scenario", Aliases: []string{"s"}, Usage: "with the changes of a scenario: a `NAME` in the data, EXAMPLE/NAME, or a file", Category: "data"}
}

func readingFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "reading", Usage: "use the mathematics `NAME`: structure, steady or timeline", DefaultText: "all that the data have numbers for", Category: "output"}
}

func onlyFlag() cli.Flag {
	return &cli.StringFlag{Name: "only", Usage: "list only `products`", Category: "output"}
}

func checkOnly(c *cli.Context) error {
	if only := c.String("only"); only != "" && only != "products" {
		return fmt.Errorf("--only %q: products is all it can be", only)
	}
	return nil
}

func allFlag(usage string) cli.Flag {
	return &cli.BoolFlag{DisableDefaultText: true, Name: "all", Aliases: []string{"a"}, Usage: usage, Category: "output"}
}

// plainTerminal says that the user wants no colours anywhere.
func plainTerminal() bool { return os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" }

func flags(groups ...[]cli.Flag) []cli.Flag { return slices.Concat(groups...) }
