package draw

import "slices"

// stacks puts nodes of one kind and frame below each other, where the goods allow
// it: none of them may be upstream of another, by whatever way in the picture.
// Nodes without suppliers in the picture stay beside their customers. It returns
// lists of indices in v.Nodes. O(kinds * (nodes + edges)).
func (c *chooser) stacks(v View) [][]int {
	next := make([][]int, len(v.Nodes)) // where a node's arrows lead; of a stack's first node, those of all
	supplied := make([]bool, len(v.Nodes))
	for _, e := range v.Edges {
		left, right := arrow{from: e.From, to: e.To, back: e.Back}.ends()
		next[left] = append(next[left], right)
		supplied[right] = true
	}
	var stacks [][]int
	lead := make([]int, len(v.Nodes)) // the first of a node's stack, or itself
	for n := range lead {
		lead[n] = n
	}
	for _, stack := range c.kinds(v, supplied) {
		if len(stack) < 2 || leadsBack(stack, next, lead) {
			continue
		}
		stacks = append(stacks, stack)
		for _, n := range stack[1:] {
			lead[n] = stack[0]
			next[stack[0]] = append(next[stack[0]], next[n]...)
		}
	}
	return stacks
}

// kinds lists the nodes of each kind and frame, in the order of their first.
func (c *chooser) kinds(v View, supplied []bool) [][]int {
	type key struct {
		kind  string
		frame int
	}
	at := map[key]int{}
	var all [][]int
	for n, node := range v.Nodes {
		k := key{c.net.Node(node.ID).Kind, node.Cluster}
		if k.kind == "" || !supplied[n] {
			continue
		}
		if _, ok := at[k]; !ok {
			at[k] = len(all)
			all = append(all, nil)
		}
		all[at[k]] = append(all[at[k]], n)
	}
	return all
}

// leadsBack says whether a way leads from the nodes to one of them, stacks
// counting as one node.
func leadsBack(from []int, next [][]int, lead []int) bool {
	seen := map[int]bool{}
	for queue := slices.Clone(from); len(queue) > 0; queue = queue[1:] {
		for _, to := range next[queue[0]] {
			to = lead[to]
			if slices.Contains(from, to) {
				return true
			}
			if !seen[to] {
				seen[to] = true
				queue = append(queue, to)
			}
		}
	}
	return false
}
