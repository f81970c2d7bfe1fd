package bare

import "linestop/internal/scc"

// Sweep counts for every node what breaks with it alone, itself included. It shares work as cut.Forest does:
// nodes that force each other hang under a customer that they force, and are lost on top of it.
func (n *Network) Sweep() []int32 {
	forced := make([]uint32, 0, len(n.to))
	first := make([]uint32, 1, len(n.first))
	for i := range uint32(n.Nodes()) {
		for _, to := range n.rows(i) {
			if to >= alone {
				forced = append(forced, to&^alone)
			}
		}
		first = append(first, uint32(len(forced)))
	}
	of := func(i int32) []uint32 { return forced[first[i]:first[i+1]] }
	c := scc.Find(n.Nodes(), func(i int32) int { return len(of(i)) }, func(i int32, e int) int32 { return int32(of(i)[e]) })

	// By component, its customers first: under which it hangs, and how many nodes are known to break with it.
	places := len(c.Sizes)
	node, under, depth := make([]int32, places), make([]int32, places), make([]int32, places+1)
	members := file(c.Rank, places)
	for r := places - 1; r >= 0; r-- {
		under[r] = int32(places)
		for _, i := range members.of(int32(r)) {
			node[r] = i
			for _, customer := range of(i) {
				if to := c.Rank[customer]; int(to) != r && depth[to] > depth[under[r]] {
					under[r] = to
				}
			}
		}
		depth[r] = c.Sizes[r] + depth[under[r]]
	}
	hanging := file(under, places+1)

	cut, counts := n.Cutter(), make([]int32, n.Nodes())
	type step struct{ place, trail, lost int32 } // place -1 - x: leave x
	todo := []step{}
	for _, root := range hanging.of(int32(places)) {
		todo = append(todo, step{place: root})
		for len(todo) > 0 {
			s := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if s.place < 0 {
				cut.back(int(s.trail), int(s.lost))
				continue
			}
			trail, lost := len(cut.trail), len(cut.lost)
			cut.fail(uint32(node[s.place]))
			cut.spread(trail)
			for _, i := range members.of(s.place) {
				counts[i] = int32(len(cut.trail))
			}
			todo = append(todo, step{-1, int32(trail), int32(lost)})
			for _, below := range hanging.of(s.place) {
				todo = append(todo, step{place: below})
			}
		}
	}
	return counts
}

// filed are numbers by their place.
type filed struct{ first, items []int32 }

func (f filed) of(place int32) []int32 { return f.items[f.first[place]:f.first[place+1]] }

func file(place []int32, places int) filed {
	f := filed{make([]int32, places+2), make([]int32, len(place))}
	for _, p := range place {
		f.first[p+2]++
	}
	for p := range places + 1 {
		f.first[p+1] += f.first[p]
	}
	for i, p := range place {
		f.items[f.first[p+1]] = int32(i)
		f.first[p+1]++
	}
	return f
}
