package main

import (
	"github.com/urfave/cli/v2"
	"linestop/graph"
	"linestop/internal/report"
)

func (p *program) whyCommand() *cli.Command {
	return &cli.Command{
		Name:      "why",
		Usage:     "the proof that a node breaks, or why it runs on",
		ArgsUsage: "NODE",
		Category:  "ask",
		Description: "A parent without rows of its own is answered by what belongs to it.\n\n" +
			"   linestop why honda-celaya --cut nexperia\n" +
			"   linestop why honda --cut nexperia\n" +
			"   linestop why gb200-rack --cut tsmc-taiwan --cut ase-spil -d example:blackwell\n" +
			"   linestop why honda-hr-v --scenario nexperia/hamburg -f json",
		Flags: flags(cutFlags(true), []cli.Flag{readingFlag(), allFlag("list every node that belongs to a parent")}, dataFlags(), answerFlags()),
		Action: func(c *cli.Context) error {
			if err := arguments(c, 1, 1); err != nil {
				return err
			}
			ctx, cancel := p.deadline(c)
			defer cancel()
			q, err := p.ask(ctx, c, c.StringSlice("cut"))
			if err != nil {
				return err
			}
			node, err := lookup(q.net, c.Args().First())
			if err != nil {
				return err
			}
			why := report.Why{Net: q.net, Impact: q.impact, Node: node, All: c.Bool("all")}
			return p.answer(c, why.Answer())
		},
	}
}

// lookup finds a node by its id.
func lookup(net *graph.Network, id string) (graph.NodeID, error) {
	i, ok := net.Lookup(id)
	if !ok {
		return 0, net.Unknown(id)
	}
	return i, nil
}

// lookupAll finds nodes by their ids.
func lookupAll(net *graph.Network, ids []string) ([]graph.NodeID, error) {
	var list []graph.NodeID
	for _, id := range ids {
		i, err := lookup(net, id)
		if err != nil {
			return nil, err
		}
		list = append(list, i)
	}
	return list, nil
}
