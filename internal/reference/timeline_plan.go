package reference

import (
	"context"
	"math"

	"linestop/graph"
)

// plan says what cuts leave on a day, by looking at all of them.
type plan []planned

// planned is a cut with what it hits, and how many days later each node is back.
type planned struct {
	graph.Cut
	nodes map[graph.NodeID]float64
	rows  map[graph.SourceID]bool
}

// newPlan takes cuts that name something in the network.
func newPlan(net *graph.Network, cuts []graph.Cut) (p plan) {
	for _, c := range cuts {
		nodes, rows, err := net.Resolve(context.Background(), c)
		if err != nil {
			panic(err)
		}
		hit := planned{c, map[graph.NodeID]float64{}, map[graph.SourceID]bool{}}
		for _, i := range nodes {
			hit.nodes[i] = net.Node(i).RecoverDays.Value
			if c.Delay.Given {
				rows = append(rows, net.Deliveries(i)...)
			}
		}
		for _, s := range rows {
			hit.rows[s] = true
		}
		p = append(p, hit)
	}
	return p
}

// left is what the cut leaves on a day if it is over so many days later than it says.
func (c planned) left(day, later float64) float64 {
	if c.Delay.Given {
		return 1
	}
	if len(c.Curve) > 0 {
		later = 0
	}
	if !c.active(day, later) {
		return 1
	}
	part := c.Left
	if len(c.Curve) > 0 {
		part = 1
	}
	for _, s := range c.Curve {
		if day > c.From+s.Day-rounding {
			part = s.Left
		}
	}
	return part
}

func (c planned) active(day, later float64) bool {
	return day > c.From-rounding && day < c.Until.Or(math.Inf(1))+later-rounding
}

// nodeLeft is the least that the cuts leave of node i.
func (p plan) nodeLeft(i graph.NodeID, day float64) float64 {
	part := 1.0
	for _, c := range p {
		if later, hit := c.nodes[i]; hit {
			part = min(part, c.left(day, later))
		}
	}
	return part
}

// rowLeft is the least that the cuts leave of row s.
func (p plan) rowLeft(s graph.SourceID, day float64) float64 {
	part := 1.0
	for _, c := range p {
		if c.rows[s] {
			part = min(part, c.left(day, 0))
		}
	}
	return part
}

// delay is by how many days what leaves by row s comes later.
func (p plan) delay(s graph.SourceID, day float64) (days float64) {
	for _, c := range p {
		if c.Delay.Given && c.rows[s] && c.active(day, 0) {
			days += c.Delay.Value
		}
	}
	return days
}
