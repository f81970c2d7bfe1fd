package graph

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxWord is the longest word, in letters, for which a name is searched.
const maxWord = 100

// Nearest lists at most limit of the names that a mistyped word may stand for,
// nearest first: those within a third of its length in edits, or that contain it.
func Nearest(word string, names iter.Seq[string], limit int) []string {
	word = strings.ToLower(word)
	letters := []rune(word)
	if len(letters) == 0 || len(letters) > maxWord {
		return nil
	}
	most := max(1, len(letters)/3)
	distance := map[string]int{}
	for name := range names {
		lower := strings.ToLower(name)
		if d := edits(letters, lower, most); d <= most {
			distance[name] = d
		} else if len(letters) >= 3 && strings.Contains(lower, word) {
			distance[name] = len(letters) // behind those that differ by a slip
		}
	}
	found := slices.SortedFunc(maps.Keys(distance), func(a, b string) int {
		return cmp.Or(cmp.Compare(distance[a], distance[b]), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
	return found[:min(limit, len(found))]
}

// Nearest lists at most limit ids that a mistyped id may stand for.
func (n *Network) Nearest(id string, limit int) []string {
	return Nearest(id, n.ids.all(), limit)
}

// edits is how many letters must be put in, taken out or exchanged to make the
// word the name (Levenshtein), or some number above most if that is more.
func edits(word []rune, name string, most int) int {
	if d := utf8.RuneCountInString(name) - len(word); d > most || d < -most {
		return most + 1
	}
	var row [maxWord + 1]int // by length of a beginning of word: its edits to the letters of name so far
	for i := range len(word) + 1 {
		row[i] = i
	}
	for _, letter := range name {
		diagonal := row[0]
		row[0]++
		least := row[0]
		for i, w := range word {
			exchanged := diagonal
			if w != letter {
				exchanged++
			}
			diagonal = row[i+1]
			row[i+1] = min(row[i]+1, row[i+1]+1, exchanged)
			least = min(least, row[i+1])
		}
		if least > most {
			return least
		}
	}
	return row[len(word)]
}
