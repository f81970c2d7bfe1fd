package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/graph/index"
	"linestop/graph/rank"
	"linestop/internal/report"
	"linestop/internal/words"
)

func (p *program) rankCommand() *cli.Command {
	return &cli.Command{
		Name:     "rank",
		Usage:    "every node, parent or country by what its loss breaks",
		Category: "ask",
		Description: "Each is lost alone and for good: what breaks with it is what linestop cut would say. By node, each is lost with what belongs to it;\n" +
			"by parent, with all that belongs to it; by country or any other column, all nodes that have a value in common.\n" +
			"With --pairs two are lost at once, and counted is what breaks of neither alone: all pairs, unless --time is over first.\n" +
			"With --by esri what counts is not what breaks but the part of all output that is lost, by the Economic Systemic Risk Index, where supplies.csv\n" +
			"has a flow of money in every row and nodes.csv a sector for every node. A scenario that cuts nodes, or --cut, is one shock.\n\n" +
			"   linestop rank\n" +
			"   linestop rank --each country\n" +
			"   linestop rank --each parent --by broken --top 5\n" +
			"   linestop rank --where 'kind == \"fab\"' -d my-folder -f csv -o ranking.csv\n" +
			"   linestop rank --pairs --time 1m -d my-folder\n" +
			"   linestop rank -o ranking.svg\n" +
			"   linestop rank --by broken -f chart\n" +
			"   linestop rank --by esri -d example:payments\n" +
			"   linestop rank --by esri --each sector --left 0.5 -d example:payments\n" +
			"   linestop rank --by esri --cut a --cut b -d example:payments",
		Flags: flags(rankFlags("products_broken, broken (nodes), volume, output, which takes longer, or esri: of all output, in a network of money flows"), esriFlags(), []cli.Flag{
			&cli.BoolFlag{DisableDefaultText: true, Name: "pairs", Usage: "lose two at once: which pairs break most that neither breaks alone", Category: whatIsLost},
			&cli.DurationFlag{Name: "time", Usage: "search for pairs no longer than this `TIME`, and list what was found", DefaultText: "no limit", Action: notNegative("time"), Category: whatIsLost},
			&cli.IntFlag{Name: "top", Usage: "list the first `N`", DefaultText: "a screen of text; all in other formats, but of pairs 20", Category: "output", Action: atLeast(1, "top")},
			allFlag("list all, also those that break nothing"),
		}, dataFlags(), chartFlags()),
		Action: p.rank,
	}
}

// rankFlags say what is lost, and by which measures it may be ordered.
func rankFlags(measures string) []cli.Flag {
	return []cli.Flag{
		&cli.StringFlag{Name: "each", Usage: "lose each `GROUP` at once: node, parent, country or another column", Value: "node", Category: whatIsLost},
		&cli.StringFlag{Name: "where", Usage: "lose only nodes for which `EXPR` holds", Category: whatIsLost},
		changesFlag(),
		&cli.StringFlag{Name: "by", Usage: "put first what costs most by `MEASURE`: " + measures, Value: string(rank.ByProducts), Category: "output"},
	}
}

func (p *program) rank(c *cli.Context) error {
	if err := arguments(c, 0, 0); err != nil {
		return err
	}
	if err := checkESRI(c); err != nil {
		return err
	}
	if c.String("by") == byESRI {
		return p.rankESRI(c)
	}
	by, err := rank.ParseBy(c.String("by"), byESRI)
	if err != nil {
		return fmt.Errorf("--by %w", err)
	}
	format, picture, err := p.rankFormat(c)
	if err != nil {
		return err
	}
	if err := checkPairs(c, by, picture); err != nil {
		return err
	}
	ctx, cancel := p.deadline(c)
	defer cancel()
	q, err := p.rankQuestion(ctx, c, by)
	if err != nil {
		return err
	}
	net, answer, options := q.answer.Net, q.answer, q.options
	pieces, err := p.pieces(ctx, c, net, graph.Scenario{}, q.job, "losing "+c.String("each"))
	if err != nil {
		return err
	}
	if answer.Ranking, err = q.job.Ranking(pieces); err != nil {
		return err
	}
	answer.Ranking.Sort(by)
	if picture {
		return p.rankPicture(ctx, c, format, answer)
	}
	if !c.Bool("pairs") {
		return p.answer(c, answer)
	}
	if lost := len(answer.Ranking.Rows); lost > manyPairs && !c.IsSet("time") {
		p.hint(c, "all pairs of %s losses may take hours: --time 1m ends the search and says how far it came, --where loses fewer", words.Thousands(lost))
	}
	options.Top, options.Time, options.Progress = c.Int("top"), c.Duration("time"), p.progress(c, "losing pairs")
	pairs, err := rank.Pairs(ctx, q.ix, answer.Ranking, options)
	if err != nil {
		return err
	}
	return p.answer(c, report.RankPairs{Rank: answer, Pairs: pairs})
}

// manyPairs are more groups than a minute or two is enough to hold against each other.
const manyPairs = 30_000

// rankQuestion is what is asked, with all but the ranking of its answer.
type rankQuestion struct {
	answer  report.Rank
	ix      *index.Index
	options rank.Options
	job     *rank.Job
}

func (p *program) rankQuestion(ctx context.Context, c *cli.Context, by rank.By) (q rankQuestion, err error) {
	net, _, err := p.loadScenario(ctx, c, c.String("scenario"))
	if err != nil {
		return q, err
	}
	q.answer = report.Rank{Net: net, By: by, Where: cmp.Or(c.String("where"), net.MayFail), Top: c.Int("top"), All: c.Bool("all")}
	q.options.Output = by == rank.ByOutput
	if q.options.Groups, err = net.Groups(ctx, c.String("each")); err != nil {
		return q, fmt.Errorf("--each: %w", err)
	}
	if q.options.Groups.Len() == 0 {
		return q, fmt.Errorf("--each %s: no node has one", c.String("each"))
	}
	if by == rank.ByVolume && !slices.ContainsFunc(net.Products(), func(i graph.NodeID) bool { return net.Node(i).Volume.Given }) {
		return q, fail("give volumes in nodes.csv, or order by what is known", "--by volume: no product has a volume")
	}
	if q.options.MayFail, err = mayFail(ctx, c, net, "where"); err != nil {
		return q, err
	}
	if q.ix, err = index.Compile(ctx, net); err != nil {
		return q, err
	}
	q.job, err = rank.NewJob(ctx, q.ix, q.options)
	return q, err
}

// checkPairs refuses flags that do not go together.
func checkPairs(c *cli.Context, by rank.By, picture bool) error {
	switch pairs := c.Bool("pairs"); {
	case c.IsSet("top") && c.IsSet("all"):
		return errors.New("--top and --all do not go together")
	case pairs && c.IsSet("all"):
		return fail("--top N lists more of them", "--pairs and --all do not go together")
	case pairs && by != rank.ByProducts && by != rank.ByBroken:
		return fmt.Errorf("--pairs are ordered by %s or %s, not by %s", rank.ByProducts, rank.ByBroken, by)
	case pairs && picture:
		return errors.New("--pairs have no picture: text, json, csv and markdown list them")
	case !pairs && c.IsSet("time"):
		return errors.New("--time is for --pairs; --timeout ends any search")
	}
	return nil
}
