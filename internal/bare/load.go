package bare

import (
	"bytes"
	"hash/maphash"
)

// Split cuts a table into lines and these at their commas, quotes unheeded, and counts the cells: what reading
// it has to cost.
func Split(text []byte) (cells int) {
	for len(text) > 0 {
		end := bytes.IndexByte(text, '\n')
		line := text[:end]
		for {
			cells++
			comma := bytes.IndexByte(line, ',')
			if comma < 0 {
				break
			}
			line = line[comma+1:]
		}
		text = text[end+1:]
	}
	return cells
}

// Load makes a network of a table that netgen wrote: a header, then supplier, customer and need in each line. One
// source meets a need. Nodes are numbered as they come, which is as the loaders number them.
func Load(text []byte) (*Network, *Names) {
	nodes, needs := newNames(text), newNames(text)
	var suppliers, served, customers []uint32 // by row, row and need
	for at := bytes.IndexByte(text, '\n') + 1; at < len(text); {
		comma := at + bytes.IndexByte(text[at:], ',')
		second := comma + 1 + bytes.IndexByte(text[comma+1:], ',')
		end := second + bytes.IndexByte(text[second:], '\n')
		supplier, customer, need := nodes.number(at, comma), nodes.number(comma+1, second), needs.number(comma+1, end)
		if int(need) == len(customers) {
			customers = append(customers, customer)
		}
		suppliers, served = append(suppliers, supplier), append(served, need)
		at = end + 1
	}
	return lay(len(nodes.of), suppliers, served, customers), nodes
}

// lay sorts rows by supplier.
func lay(nodes int, suppliers, served, customers []uint32) *Network {
	n := &Network{
		first:     make([]uint32, nodes+2),
		to:        make([]uint32, len(suppliers)),
		customers: make([]uint32, len(suppliers)),
	}
	spare := make([]int32, len(customers))
	for _, k := range served {
		spare[k]++
	}
	number := make([]uint32, len(customers))
	for k, customer := range customers {
		number[k] = customer | alone
		if spare[k] > 1 {
			number[k] = uint32(len(n.needs))
			n.needs = append(n.needs, need{customer, spare[k] - 1})
		}
	}
	for _, i := range suppliers {
		n.first[i+2]++
	}
	for i := range nodes {
		n.first[i+1] += n.first[i]
	}
	for r, i := range suppliers {
		n.to[n.first[i+1]], n.customers[n.first[i+1]] = number[served[r]], customers[served[r]]
		n.first[i+1]++
	}
	n.first = n.first[:nodes+1]
	return n
}

// Names number the parts of a text by a table of open addresses.
type Names struct {
	text  []byte
	seed  maphash.Seed
	of    [][2]uint32 // by number: where it stands
	slots []slot
}

type slot struct{ hash, number uint32 } // number + 1; 0 = free

func newNames(text []byte) *Names {
	return &Names{text: text, seed: maphash.MakeSeed(), slots: make([]slot, 1024)}
}

// Find is the number of a name that was met.
func (n *Names) Find(name string) (int32, bool) {
	s, _ := n.find([]byte(name))
	return int32(s.number) - 1, s.number > 0
}

// find is the slot of a name, or a free one for it, and its hash.
func (n *Names) find(name []byte) (*slot, uint32) {
	hash := uint32(maphash.Bytes(n.seed, name))
	for at := hash; ; at++ {
		s := &n.slots[at&uint32(len(n.slots)-1)]
		if s.number == 0 {
			return s, hash
		}
		if s.hash == hash {
			if is := n.of[s.number-1]; string(n.text[is[0]:is[1]]) == string(name) {
				return s, hash
			}
		}
	}
}

func (n *Names) number(from, to int) uint32 {
	s, hash := n.find(n.text[from:to])
	if s.number > 0 {
		return s.number - 1
	}
	*s = slot{hash, uint32(len(n.of) + 1)}
	n.of = append(n.of, [2]uint32{uint32(from), uint32(to)})
	if 2*len(n.of) > len(n.slots) {
		n.grow()
	}
	return uint32(len(n.of) - 1)
}

func (n *Names) grow() {
	old := n.slots
	n.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		at := s.hash
		for n.slots[at&uint32(len(n.slots)-1)].number != 0 {
			at++
		}
		n.slots[at&uint32(len(n.slots)-1)] = s
	}
}
