package graph

import (
	"cmp"
	"context"
	"iter"
	"slices"
)

// Needs lists the needs of node i.
func (n *Network) Needs(i NodeID) iter.Seq[NeedID] {
	return func(yield func(NeedID) bool) {
		for k := n.firstNeed[i]; k < n.firstNeed[i+1]; k++ {
			if !yield(k) {
				return
			}
		}
	}
}

// hasNeeds says whether node i needs anything.
func (n *Network) hasNeeds(i NodeID) bool { return n.firstNeed[i] < n.firstNeed[i+1] }

// SourcesOf lists the rows of need k in the order they were read. The caller
// must not change the slice.
func (n *Network) SourcesOf(k NeedID) []SourceID {
	if len(n.needRows.first) == 0 {
		return n.needRows.items[k : k+1]
	}
	return n.needRows.of(int(k))
}

// CustomerOf is the node that has need k.
func (n *Network) CustomerOf(k NeedID) NodeID { return n.needCustomer[k] }

// Need returns what the rows of need k together state: of each value the first
// that is given.
func (n *Network) Need(k NeedID) Need {
	rows := n.SourcesOf(k)
	given := func(field int) Number { v, _ := n.firstGiven(field, rows); return v }
	return Need{
		Customer: n.needCustomer[k],
		Name:     n.needName(k),
		Level:    n.levelOf(rows),
		Quorum:   n.quorumOf(rows),
		Weight:   given(weight).Or(DefaultWeight),
		Buffer:   given(bufferDays),
		Refill:   given(refill),
		Sources:  rows,
	}
}

// NeedLevel is the level of need k, without building the whole of it.
func (n *Network) NeedLevel(k NeedID) Level { return n.levelOf(n.SourcesOf(k)) }

// NeedQuorum is the quorum of need k, without building the whole of it.
func (n *Network) NeedQuorum(k NeedID) int { return n.quorumOf(n.SourcesOf(k)) }

// named says whether the rows of need k name it; else it has one row.
func (n *Network) named(k NeedID) bool { return n.needNames.at(int(k)) != 0 }

func (n *Network) needName(k NeedID) string { return n.symbols.at(symbol(n.needNames.at(int(k)))) }

// Plain says whether no row states a level, a quorum or a confidence: every need is
// critical, any one of its sources will do, and all rows are sure. O(1).
func (n *Network) Plain() bool {
	s := &n.sources
	return s.texts[level].len() == 0 && s.texts[sourceConfidence].len() == 0 && len(s.numbers[quorum]) == 0
}

func (n *Network) levelOf(rows []SourceID) Level {
	if n.sources.texts[level].len() > 0 {
		for _, s := range rows {
			if sym := n.sources.text(level, int(s)); sym != 0 {
				l, _ := ParseLevel(n.symbols.at(sym))
				return l
			}
		}
	}
	return Critical
}

func (n *Network) quorumOf(rows []SourceID) int {
	q, _ := n.firstGiven(quorum, rows)
	return max(1, int(q.Or(1)))
}

// firstGiven is the first value of a column that rows give, and the row.
func (n *Network) firstGiven(field int, rows []SourceID) (Number, SourceID) {
	if len(n.sources.numbers[field]) > 0 {
		for _, s := range rows {
			if v := n.sources.number(field, int(s)); v.Given {
				return v, s
			}
		}
	}
	return Number{}, 0
}

// groupNeeds gathers the rows of each need: rows of a customer with the same
// name belong together, a row without a name is a need of its own.
//
// The number of a row's customer makes way for that of its need. names are symbols, by row.
func (n *Network) groupNeeds(ctx context.Context, names *narrow) error {
	need := n.sources.need
	rows := newAdjacencyIn(n.space, n.NumNodes(), len(need), func(s SourceID) int { return int(need[s]) })
	n.firstNeed = make([]NeedID, 0, n.NumNodes()+1)
	latest := slices.Repeat([]NeedID{-1}, n.symbols.len()) // by name: the last need that has it
	var first []int32                                      // by need, where its rows begin
	for i := range Each(ctx, NodeID(n.NumNodes())) {
		n.firstNeed = append(n.firstNeed, NeedID(len(n.needCustomer)))
		mine := rows.of(int(i))
		for _, s := range mine {
			need[s] = n.needFor(i, symbol(names.at(int(s))), latest)
		}
		slices.SortStableFunc(mine, func(a, b SourceID) int { return cmp.Compare(need[a], need[b]) })
		for at, s := range mine {
			if int(need[s]) == len(first) {
				first = append(first, rows.first[i]+int32(at))
			}
		}
	}
	n.firstNeed = append(n.firstNeed, NeedID(len(n.needCustomer)))
	n.needRows = adjacency[SourceID]{append(first, int32(len(need))), rows.items}
	return ctx.Err()
}

// needFor is the customer's need of that name, a new one if it has none yet.
func (n *Network) needFor(customer NodeID, name symbol, latest []NeedID) NeedID {
	if name != 0 {
		if k := latest[name]; k >= n.firstNeed[customer] {
			return k
		}
		latest[name] = NeedID(len(n.needCustomer))
		n.needNames.put(len(n.needCustomer), uint32(name))
	}
	n.needCustomer = append(n.needCustomer, customer)
	return NeedID(len(n.needCustomer) - 1)
}
