package graph

import "strings"

// products finds what makes a count of impact empty: no product at all, or one
// that nothing can reach.
func (j *judge) products() {
	if len(j.Products()) == 0 && j.NumNodes() > 0 {
		j.noProduct()
		return
	}
	begins := j.reached()
	for _, i := range eachOf(j.ctx, j.Products()) {
		switch {
		case !j.hasNeeds(i) && len(j.Children(i)) > 0:
			j.warn("unsupplied-product", j.met(i), "product %q has no supplies of its own: what breaks its parts does not break it", j.ID(i))
		case !j.hasNeeds(i):
			j.warn("unsupplied-product", j.met(i), "product %q has no supplies: only a cut of itself can break it", j.ID(i))
		case !begins[i]:
			j.warn("unreachable-product", j.met(i), "product %q is supplied only out of loops: all that lies upstream needs something in turn", j.ID(i))
		}
	}
}

func (j *judge) noProduct() {
	if j.Info.Products == "" {
		j.warn("no-product", Place{}, "no product: mark some, or give an expression that selects them")
	} else if j.problems.met["products"] == 0 {
		j.warn("no-product", Place{}, "no product: %s selects none", strings.TrimSpace(j.Info.Products))
	}
}

// reached marks the nodes without needs and all that lies downstream of them. It goes
// through all nodes in the order of memory as long as that gets on, and then by a queue.
func (j *judge) reached() []bool {
	reached, passed := make([]bool, j.NumNodes()), make([]bool, j.NumNodes())
	for i := range Each(j.ctx, NodeID(j.NumNodes())) {
		reached[i] = !j.hasNeeds(i)
	}
	for more := true; more; {
		count := 0
		for i := range Each(j.ctx, NodeID(j.NumNodes())) {
			if reached[i] && !passed[i] {
				passed[i] = true
				count++
				_, customers := j.Onward(i)
				for _, c := range customers {
					reached[c] = true
				}
			}
		}
		more = count > j.NumNodes()/16
	}
	var queue []NodeID
	for i, is := range reached {
		if is && !passed[i] {
			queue = append(queue, NodeID(i))
		}
	}
	for ; len(queue) > 0 && j.ctx.Err() == nil; queue = queue[1:] {
		_, customers := j.Onward(queue[0])
		for _, c := range customers {
			if !reached[c] {
				reached[c] = true
				queue = append(queue, c)
			}
		}
	}
	return reached
}

// parts finds nodes where a loss goes no further although it would be expected
// to: their supplies are rows of the node they belong to.
func (j *judge) parts() {
	for i := range Each(j.ctx, NodeID(len(j.parent))) {
		if p := j.Parent(i); p != None && j.hasNeeds(i) && len(j.Deliveries(i)) == 0 && len(j.Deliveries(p)) > 0 && !j.IsProduct(i) {
			j.warn("dead-end", j.met(i), "%q supplies nobody, only %q that it belongs to does: what breaks it ends there", j.ID(i), j.ID(p))
		}
	}
}
