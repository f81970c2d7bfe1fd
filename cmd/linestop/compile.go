package main

import (
	"path/filepath"

	"github.com/urfave/cli/v2"
	"linestop/internal/memory"
	"linestop/loaders"
)

func (p *program) compileCommand() *cli.Command {
	return &cli.Command{
		Name:      "compile",
		Usage:     "data in a form that opens at once",
		ArgsUsage: "[DATA]",
		Category:  "data",
		Description: "The file is for --data of every verb: it gives the same answers as the data, scenarios included, and opens in\n" +
			"milliseconds however large it is. It names the original files and lines, so they may go elsewhere, but not change.\n" +
			"A compiled file that is there already is replaced; anything else only with --force. A network larger than what\n" +
			"memory is free, or than --memory, is put away in the folder of FILE while it is built.\n\n" +
			"   linestop compile suppliers.csv -o suppliers.lsn\n" +
			"   linestop cut acme -d suppliers.lsn\n" +
			"   linestop check suppliers.lsn\n" +
			"   linestop compile suppliers.csv -o suppliers.lsn --memory 2GB",
		Flags: flags([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write `FILE`, such as net.lsn"},
			&cli.BoolFlag{DisableDefaultText: true, Name: "force", Usage: "replace what FILE is already"},
			quietFlag(),
		}, dataFlags()),
		Action: p.compile,
	}
}

// spill says where long lists may lie while a network is compiled, and from how many bytes on: a
// network has some thirty that grow with its rows.
func spill(c *cli.Context) (folder string, from int) {
	left, known := memory.Left(sizeOf(c))
	if !known {
		return "", 0
	}
	return filepath.Dir(c.String("output")), int(left / 30)
}

func (p *program) compile(c *cli.Context) error {
	if err := arguments(c, 0, 1); err != nil {
		return err
	}
	in, path := c.String("data"), c.String("output")
	if path == "" {
		return fail("such as -o net.lsn", "compile needs --output FILE")
	}
	if c.Args().Present() {
		in = c.Args().First()
	}
	if err := keepsData(path, in); err != nil {
		return err
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	_, err := p.save(ctx, c, in, path, loaders.Output{Format: loaders.Compiled, Replace: c.Bool("force") || loaders.IsCompiled(path)})
	return err
}
