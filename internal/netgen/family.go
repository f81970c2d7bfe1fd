package netgen

import (
	"iter"
	"math/bits"
	"strconv"

	"linestop/graph"
)

// family is networks that differ in which list of its menu each node has. A
// network of it is written as the numbers of these lists.
type family struct {
	menus [][]list // by node
	fixed int      // so many nodes, the first, keep their names
}

// all yields every network. The slice is reused.
func (f family) all() iter.Seq[[]int] {
	return f.grown(func([]int) bool { return true })
}

// distinct yields one network of each set that are the same but for names: the
// least, as words are compared. The beginning of a word is given up once a renaming makes it
// less, whatever follows (orderly generation: Read, Annals of Discrete Mathematics
// 2, 1978). Of the beginnings of three nodes it takes every one of so many parts.
func (f family) distinct(part, parts int) iter.Seq[[]int] {
	renamings := f.renamings()
	split := min(3, len(f.menus))
	at := -1
	return f.grown(func(word []int) bool {
		for _, r := range renamings {
			if r.less(word) {
				return false
			}
		}
		if len(word) != split {
			return true
		}
		at++
		return at%parts == part
	})
}

// grown yields all words of which every beginning is kept.
func (f family) grown(keep func(word []int) bool) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		word := make([]int, len(f.menus))
		var grow func(i int) bool
		grow = func(i int) bool {
			if i == len(word) {
				return yield(word)
			}
			for word[i] = range f.menus[i] {
				if keep(word[:i+1]) && !grow(i+1) {
					return false
				}
			}
			return true
		}
		grow(0)
	}
}

// renaming says what a network is if its nodes change names.
type renaming struct {
	from []int   // by node: which had its name
	list [][]int // by former node and list: the number of that list, renamed
}

// less says whether any word with this beginning becomes a lesser one.
func (r renaming) less(word []int) bool {
	for to, from := range r.from[:len(word)] {
		if from >= len(word) {
			return false
		}
		if renamed := r.list[from][word[from]]; renamed != word[to] {
			return renamed < word[to]
		}
	}
	return false
}

// renamings are all that the family allows.
func (f family) renamings() (all []renaming) {
	numbers := make([]map[string]int, len(f.menus)) // by node and list
	for i, menu := range f.menus {
		numbers[i] = map[string]int{}
		for x, l := range menu {
			numbers[i][l.key()] = x
		}
	}
	for names := range permutations(len(f.menus), f.fixed) {
		r := renaming{make([]int, len(names)), make([][]int, len(names))}
		for from, to := range names {
			r.from[to] = from
			for _, l := range f.menus[from] {
				r.list[from] = append(r.list[from], numbers[to][l.renamed(names).key()])
			}
		}
		all = append(all, r)
	}
	return all
}

func (l list) renamed(names []int) list {
	var renamed list
	for _, k := range l {
		set := uint8(0)
		for i, name := range names {
			set |= k.suppliers >> i & 1 << name
		}
		renamed = append(renamed, need{set, k.quorum})
	}
	return renamed
}

// permutations yields those of n numbers that leave the first ones in place. The slice is reused.
func permutations(n, fixed int) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		names := make([]int, n)
		for i := range names {
			names[i] = i
		}
		var swap func(i int) bool
		swap = func(i int) bool {
			if i == n {
				return yield(names)
			}
			for j := i; j < n; j++ {
				names[i], names[j] = names[j], names[i]
				more := swap(i + 1)
				names[i], names[j] = names[j], names[i]
				if !more {
					return false
				}
			}
			return true
		}
		swap(fixed)
	}
}

// networks builds what the words stand for.
func (f family) networks(words iter.Seq[[]int]) iter.Seq[*graph.Network] {
	return func(yield func(*graph.Network) bool) {
		for word := range words {
			if !yield(f.build(word)) {
				return
			}
		}
	}
}

func (f family) build(word []int) *graph.Network {
	b := graph.NewBuilder(graph.Info{})
	names := [...]string{"a", "b", "c", "d", "e"}
	for i := range word {
		b.AddNode(graph.Node{ID: names[i]})
	}
	for i, l := range word {
		for x, k := range f.menus[i][l] {
			row := graph.Source{Customer: names[i]}
			if bits.OnesCount8(k.suppliers) > 1 {
				row.Need = strconv.Itoa(x + 1)
				row.Quorum = graph.Num(float64(k.quorum))
			}
			for j := range word {
				if k.suppliers>>j&1 == 1 {
					row.Supplier = names[j]
					b.AddSource(row)
				}
			}
		}
	}
	return b.Build()
}
