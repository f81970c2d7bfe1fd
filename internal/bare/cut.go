package bare

// Cutter cuts nodes, with all that breaks with them, and takes it back.
type Cutter struct {
	net    *Network
	needs  []need
	failed marks
	trail  []uint32 // failed nodes
	lost   []uint32 // needs that lost a row, once for each
	warm   uint32   // sum of what was read ahead
}

// Cutter prepares one. O(nodes + needs).
func (n *Network) Cutter() *Cutter {
	return &Cutter{net: n, needs: append([]need(nil), n.needs...), failed: newMarks(n.Nodes())}
}

// Cut counts what breaks with some nodes, themselves included. It costs the rows of what breaks.
func (c *Cutter) Cut(nodes ...int32) int {
	for _, i := range nodes {
		c.fail(uint32(i))
	}
	c.spread(0)
	broken := len(c.trail)
	c.back(0, 0)
	return broken
}

func (c *Cutter) fail(i uint32) {
	if !c.failed.has(i) {
		c.failed.add(i)
		c.trail = append(c.trail, i)
	}
}

// spread fails what breaks with the trail from its next node on.
func (c *Cutter) spread(next int) {
	for next < len(c.trail) {
		nodes := c.trail[next:min(next+batch, len(c.trail))]
		next += len(nodes)
		c.warm += c.net.warm(nodes, c.net.to)
		for _, i := range nodes {
			for _, to := range c.net.rows(i) {
				if to < alone {
					c.warm += uint32(c.needs[to].spare)
				}
			}
		}
		for _, i := range nodes {
			for _, to := range c.net.rows(i) {
				if to >= alone {
					c.fail(to &^ alone)
					continue
				}
				c.lost = append(c.lost, to)
				k := &c.needs[to]
				if k.spare--; k.spare == -1 {
					c.fail(k.customer)
				}
			}
		}
	}
}

// back shortens the trail and the list of what is lost.
func (c *Cutter) back(trail, lost int) {
	for _, i := range c.trail[trail:] {
		c.failed.drop(i)
	}
	for _, k := range c.lost[lost:] {
		c.needs[k].spare++
	}
	c.trail, c.lost = c.trail[:trail], c.lost[:lost]
}
