package loaders

import "linestop/internal/scc"

// settle finds what happens whatever fails: true house events, and gates that ask for
// no more than such.
func (t *faultTree) settle() {
	var certain []int32
	asking := make([][]int32, len(t.events)) // by event: needs
	for k, need := range t.needs {
		for _, in := range need.inputs {
			asking[in.event] = append(asking[in.event], int32(k))
		}
	}
	for i := range int32(len(t.events)) {
		if t.events[i].certain {
			certain = append(certain, i)
		}
	}
	for ; len(certain) > 0; certain = certain[1:] {
		for _, k := range asking[certain[0]] {
			need := &t.needs[k]
			need.fails--
			if v := t.events[need.gate]; need.fails == 0 && !v.certain {
				v.certain = true
				certain = append(certain, need.gate)
			}
		}
	}
}

// loops reports gates that depend on each other. The format does not allow them, but what they mean
// is plain: nothing in a loop fails for no other reason than itself.
func (t *faultTree) loops() {
	suppliers := make([][]int32, len(t.events))
	for _, need := range t.needs {
		for _, in := range need.inputs {
			suppliers[need.gate] = append(suppliers[need.gate], in.event)
		}
	}
	found := scc.Find(len(suppliers), func(i int32) int { return len(suppliers[i]) }, func(i int32, x int) int32 { return suppliers[i][x] })
	members := map[int32][]int32{}
	for i, rank := range found.Rank {
		if found.Sizes[rank] > 1 {
			members[rank] = append(members[rank], int32(i))
		}
	}
	for _, rank := range found.Rank {
		if loop := members[rank]; loop != nil {
			delete(members, rank)
			var ids []string
			for _, i := range loop {
				ids = append(ids, t.events[i].node.ID)
			}
			t.warn(t.events[loop[0]].node.Place, "gate-loop", "gates depend on each other: %s; what fails for no other reason does not fail", list(ids))
		}
	}
}
