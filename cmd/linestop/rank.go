package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/rank"
	"linestop/internal/report"
)

func (p *program) rankCommand() *cli.Command {
	return &cli.Command{
		Name:     "rank",
		Usage:    "every node, parent or country by what its loss breaks",
		Category: "ask",
		Description: "Each is lost alone and for good: what breaks with it is what linestop cut would say. By node, each is lost with what belongs to it;\n" +
			"by parent, with all that belongs to it; by country or any other column, all nodes that have a value in common.\n\n" +
			"   linestop rank\n" +
			"   linestop rank --each country\n" +
			"   linestop rank --each parent --by broken --top 5\n" +
			"   linestop rank --where 'kind == \"fab\"' -d my-folder -f csv -o ranking.csv\n" +
			"   linestop rank -o ranking.svg\n" +
			"   linestop rank --by broken -f chart",
		Flags: flags([]cli.Flag{
			&cli.StringFlag{Name: "each", Usage: "lose each `GROUP` at once: node, parent, country or another column", Value: "node", Category: whatIsLost},
			&cli.StringFlag{Name: "where", Usage: "lose only nodes for which `EXPR` holds", Category: whatIsLost},
			changesFlag(),
			&cli.StringFlag{Name: "by", Usage: "put first what costs most by `MEASURE`: products_broken, broken (nodes), volume, or output, which takes longer", Value: string(rank.ByProducts), Category: "output"},
			&cli.IntFlag{Name: "top", Usage: "list the first `N`", DefaultText: "a screen of text; all in other formats", Category: "output", Action: atLeast(1, "top")},
			allFlag("list all, also those that break nothing"),
		}, dataFlags(), chartFlags()),
		Action: p.rank,
	}
}

func (p *program) rank(c *cli.Context) error {
	if err := arguments(c, 0, 0); err != nil {
		return err
	}
	by, err := rank.ParseBy(c.String("by"))
	if err != nil {
		return fmt.Errorf("--by %w", err)
	}
	if c.IsSet("top") && c.IsSet("all") {
		return errors.New("--top and --all do not go together")
	}
	format, picture, err := p.rankFormat(c)
	if err != nil {
		return err
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	net, _, err := p.loadScenario(ctx, c, c.String("scenario"))
	if err != nil {
		return err
	}
	answer := report.Rank{Net: net, By: by, Where: c.String("where"), Top: c.Int("top"), All: c.Bool("all")}
	options := rank.Options{Output: by == rank.ByOutput, Progress: p.progress(c, "losing "+c.String("each"))}
	if options.Groups, err = net.Groups(ctx, c.String("each")); err != nil {
		return fmt.Errorf("--each: %w", err)
	}
	if options.Groups.Len() == 0 {
		return fmt.Errorf("--each %s: no node has one", c.String("each"))
	}
	if by == rank.ByVolume && !slices.ContainsFunc(net.Products(), func(i graph.NodeID) bool { return net.Node(i).Volume.Given }) {
		return fail("give volumes in nodes.csv, or order by what is known", "--by volume: no product has a volume")
	}
	if options.MayFail, err = nodesWhere(ctx, c, net, "where"); err != nil {
		return err
	}
	ix, err := index.Compile(ctx, net)
	if err != nil {
		return err
	}
	if answer.Ranking, err = rank.Run(ctx, ix, options); err != nil {
		return err
	}
	answer.Ranking.Sort(by)
	if picture {
		return p.rankPicture(ctx, c, format, answer)
	}
	return p.answer(c, answer)
}
