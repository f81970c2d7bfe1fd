package graph

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxWord is the longest word, in letters, for which a name is searched.
const maxWord = 100

// Nearest lists at most limit of the names that a mistyped word may stand for,
// nearest first: those within a third of its length in edits, or one if it has
// two letters, and those that contain it.
func Nearest(word string, names iter.Seq[string], limit int) []string {
	word = strings.ToLower(word)
	letters := []rune(word)
	if len(letters) == 0 || len(letters) > maxWord || limit <= 0 {
		return nil
	}
	most := max(len(letters)/3, min(1, len(letters)-1))
	var found []suggestion
	for name := range names {
		lower := strings.ToLower(name)
		s := suggestion{name, edits(letters, lower, most)}
		if s.edits > most {
			if len(letters) < 3 || !strings.Contains(lower, word) {
				continue
			}
			s.edits = len(letters) // behind those that differ by a slip
		}
		if at, known := slices.BinarySearchFunc(found, s, suggestion.compare); !known && at < limit {
			found = slices.Insert(found, at, s)
			if len(found) >= limit {
				found = found[:limit]
				most = min(most, found[limit-1].edits) // farther ones need no exact count
			}
		}
	}
	var list []string
	for _, s := range found {
		list = append(list, s.name)
	}
	return list
}

// Nearest lists at most limit ids that a mistyped id may stand for.
func (n *Network) Nearest(id string, limit int) []string {
	return Nearest(id, n.ids.all(), limit)
}

type suggestion struct {
	name  string
	edits int
}

func (s suggestion) compare(t suggestion) int {
	return cmp.Or(cmp.Compare(s.edits, t.edits), cmp.Compare(len(s.name), len(t.name)), cmp.Compare(s.name, t.name))
}

// edits is how many letters must be put in, taken out, exchanged or swapped with
// the next to make the word the name (optimal string alignment), or some number
// above most if that is more.
func edits(word []rune, name string, most int) int {
	if d := utf8.RuneCountInString(name) - len(word); d > most || d < -most {
		return most + 1
	}
	// By how many letters of word are taken: its edits to name as far as read,
	// and as far as one and two letters before.
	var rows [3][maxWord + 1]int
	now, before, earlier := rows[0][:len(word)+1], rows[1][:len(word)+1], rows[2][:len(word)+1]
	for i := range now {
		now[i] = i
	}
	last := rune(-1)
	for _, letter := range name {
		now, before, earlier = earlier, now, before
		now[0] = before[0] + 1
		least := now[0]
		for i, w := range word {
			switch {
			case w == letter:
				now[i+1] = before[i]
			case i > 0 && w == last && word[i-1] == letter:
				now[i+1] = min(now[i], before[i+1], before[i], earlier[i-1]) + 1
			default:
				now[i+1] = min(now[i], before[i+1], before[i]) + 1
			}
			least = min(least, now[i+1])
		}
		if least > most {
			return least
		}
		last = letter
	}
	return now[len(word)]
}
