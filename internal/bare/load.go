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
	nodes, needs := newNames(), newNames()
	var suppliers, served, customers []uint32 // by row, row and need
	for text = text[bytes.IndexByte(text, '\n')+1:]; len(text) > 0; {
		var rows [batch][3]named // supplier, customer, customer and need
		n := 0
		for ; n < batch && len(text) > 0; n++ {
			first := bytes.IndexByte(text, ',')
			second := first + 1 + bytes.IndexByte(text[first+1:], ',')
			end := second + bytes.IndexByte(text[second:], '\n')
			rows[n] = [3]named{nodes.named(text[:first]), nodes.named(text[first+1 : second]), needs.named(text[first+1 : end])}
			text = text[end+1:]
		}
		nodes.warm(rows[:n], 0)
		needs.warm(rows[:n], 2)
		for _, row := range rows[:n] {
			supplier, customer, need := nodes.number(row[0]), nodes.number(row[1]), needs.number(row[2])
			if int(need) == len(customers) {
				customers = append(customers, customer)
			}
			suppliers, served = append(suppliers, supplier), append(served, need)
		}
	}
	return lay(nodes.len(), suppliers, served, customers), nodes
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

// Names number texts, by a table of open addresses.
type Names struct {
	seed   maphash.Seed
	text   []byte   // of all, one after the other
	end    []uint32 // by number, and the beginning of all
	slots  []slot
	warmed uint32 // sum of what was read ahead
}

type slot struct{ hash, number uint32 } // number + 1; 0 = free

// named is a text with its hash.
type named struct {
	text []byte
	hash uint32
}

func newNames() *Names {
	return &Names{seed: maphash.MakeSeed(), end: make([]uint32, 1), slots: make([]slot, 1024)}
}

func (n *Names) len() int { return len(n.end) - 1 }

func (n *Names) named(text []byte) named { return named{text, uint32(maphash.Bytes(n.seed, text))} }

// Find is the number of a name that was met.
func (n *Names) Find(name string) (int32, bool) {
	s := n.slot(n.named([]byte(name)))
	return int32(s.number) - 1, s.number > 0
}

// number is that of a text, which may be new.
func (n *Names) number(name named) uint32 {
	s := n.slot(name)
	if s.number > 0 {
		return s.number - 1
	}
	n.text = append(n.text, name.text...)
	n.end = append(n.end, uint32(len(n.text)))
	*s = slot{name.hash, uint32(n.len())}
	if 2*n.len() > len(n.slots) {
		n.grow()
	}
	return uint32(n.len() - 1)
}

// slot is that of a text, or a free one for it.
func (n *Names) slot(name named) *slot {
	for at := name.hash; ; at++ {
		s := &n.slots[at&uint32(len(n.slots)-1)]
		if s.number == 0 || s.hash == name.hash && string(n.text[n.end[s.number-1]:n.end[s.number]]) == string(name.text) {
			return s
		}
	}
}

// warm reads ahead what one column of some rows asks for.
func (n *Names) warm(rows [][3]named, column int) {
	var number [batch]uint32
	for r := range rows {
		number[r] = n.slots[rows[r][column].hash&uint32(len(n.slots)-1)].number
	}
	for r := range rows {
		number[r] = n.end[number[r]]
	}
	for r := range rows {
		if at := int(number[r]) - 1; at >= 0 {
			n.warmed += uint32(n.text[at])
		}
	}
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
