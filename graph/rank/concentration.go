package rank

import (
	"cmp"
	"slices"

	"linestop/graph"
)

// Concentration says in which countries the losses of a ranking sit: what part of all
// that the groups cost, each lost alone, is due to those of each country.
type Concentration struct {
	Total   float64 // what all groups cost: a product that breaks by the loss of any of three counts three times
	Shares  []Share // the largest first
	Without float64 // 0..1, the part of groups that are in no country, or in several

	// Herfindahl index: the sum of the squares of the shares, 1 if all sit in one country and
	// 1/n if n share evenly. At least, as if what is Without were spread over countless
	// countries; at most, as if all of it were where the largest share is.
	Least, Most float64
}

// Share is the part of a country.
type Share struct {
	Country string
	Part    float64 // 0..1
}

// Concentration sums a measure over the groups of each country. Where these are nodes, one that only stands
// for what belongs to it is left out: what that costs would count twice. It is empty where no group costs
// anything. O(nodes).
func (r *Ranking) Concentration(net *graph.Network, by By) Concentration {
	var c Concentration
	sums := map[string]float64{}
	for n := range r.Rows {
		if r.Groups.By == "node" && net.Stands(r.Groups.Head(r.Rows[n].Group)) {
			continue
		}
		cost := by.Of(&r.Rows[n])
		c.Total += cost
		sums[r.country(net, r.Rows[n].Group)] += cost
	}
	if c.Total == 0 {
		return c
	}
	for country, sum := range sums {
		if country != "" && sum > 0 {
			c.Shares = append(c.Shares, Share{country, sum / c.Total})
		}
	}
	slices.SortFunc(c.Shares, func(a, b Share) int {
		return cmp.Or(-cmp.Compare(a.Part, b.Part), cmp.Compare(a.Country, b.Country))
	})
	c.Without = sums[""] / c.Total
	for n, s := range c.Shares {
		c.Least += s.Part * s.Part
		if n > 0 {
			c.Most += s.Part * s.Part
		} else {
			c.Most += (s.Part + c.Without) * (s.Part + c.Without)
		}
	}
	if c.Shares == nil {
		c.Most = 1
	}
	return c
}

// country is the one that all nodes of a group with a country have; "" if there is none.
func (r *Ranking) country(net *graph.Network, g graph.GroupID) string {
	one := ""
	for _, i := range r.Groups.Nodes(g) {
		if country := net.Country(i); country != "" {
			if one != "" && country != one {
				return ""
			}
			one = country
		}
	}
	return one
}
