package graph

import (
	"fmt"
	"hash/maphash"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// ids finds ids that cannot be typed and ids that differ only in what the eye
// passes over.
func (j *judge) ids() {
	looks := newLexicon[int32](maphash.MakeSeed())
	var first []NodeID // by look
	for i := range Each(j.ctx, NodeID(j.NumNodes())) {
		id := j.ID(i)
		if id == "" {
			j.err("empty-id", j.met(i), "a node has an empty id")
			continue
		}
		if strings.ContainsFunc(id, unicode.IsControl) {
			j.err("control-character", j.met(i), "id %q holds a control character", id)
		}
		if look := looks.add(fold(id)); int(look) == len(first) {
			first = append(first, i)
		} else {
			earlier := first[look]
			j.warn("similar-ids", j.met(i), "%q and %q%s look like one node", id, j.ID(earlier), in(j.met(earlier)))
		}
	}
}

// similarNeeds finds needs of one customer whose names look alike: meant as one,
// their rows would be alternatives; as two, each is essential.
func (j *judge) similarNeeds() {
	looks := newLexicon[int32](maphash.MakeSeed())
	look := make([]int32, j.symbols.len()) // by name, counted from 1
	var latest []NeedID                    // by look
	for k := range Each(j.ctx, NeedID(j.NumNeeds())) {
		name := j.needNames.at(int(k))
		if name == 0 {
			continue
		}
		if look[name] == 0 {
			look[name] = looks.add(fold(j.needName(k))) + 1
		}
		l := int(look[name] - 1)
		if l == len(latest) {
			latest = append(latest, -1)
		}
		if earlier := latest[l]; earlier >= 0 && j.CustomerOf(earlier) == j.CustomerOf(k) {
			s, before := j.SourcesOf(k)[0], j.SourcesOf(earlier)[0]
			j.warn("similar-needs", j.rowPlace(int(s)), "needs %q and %q%s of %q look like one", j.needName(k),
				j.needName(earlier), in(j.rowPlace(int(before))), j.ID(j.CustomerOf(k)))
		}
		latest[l] = k
	}
}

// fold maps names that look alike to one: by case, by accents, by letters of
// full width, by characters without ink, and by what stands between the words.
func fold(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) {
		name = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Cf, r) || r >= 0x300 && r <= 0x36f {
				return -1
			}
			return r
		}, norm.NFKD.String(name))
	}
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return r == '_' || unicode.IsSpace(r) || unicode.Is(unicode.Pd, r)
	})
	return strings.Join(words, " ")
}

// strangers finds parents, suppliers and customers that the node table, if there is
// one, does not have, and reports each once.
func (j *judge) strangers() {
	if len(j.nodeRows.node) == 0 {
		return
	}
	j.told = make([]bool, j.NumNodes())
	for i := range Each(j.ctx, NodeID(len(j.parent))) {
		if p := j.Parent(i); p != None && !j.Declared(p) {
			j.unknown("parent", p, j.parentPlace(j.rowOf(i)))
		}
	}
	var rows []SourceID
	for i := range Each(j.ctx, NodeID(j.NumNodes())) {
		if !j.Declared(i) && !j.told[i] {
			if s, ok := j.firstRow(i); ok {
				rows = append(rows, s)
			}
		}
	}
	slices.Sort(rows)
	for _, s := range eachOf(j.ctx, rows) {
		supplier, customer := j.Ends(s)
		j.unknown("supplier", supplier, j.rowPlace(int(s)))
		j.unknown("customer", customer, j.customerPlace(s))
	}
}

func (j *judge) unknown(role string, i NodeID, at Place) {
	if j.told[i] || j.Declared(i) {
		return
	}
	j.told[i] = true
	mentions := len(j.Children(i)) + len(j.Deliveries(i))
	for k := range j.Needs(i) {
		mentions += len(j.SourcesOf(k))
	}
	more := ""
	if mentions > 1 {
		more = fmt.Sprintf("; in all %d rows name it", mentions)
	}
	j.err("unknown-"+role, at, "%s %q is not in the node table%s%s", role, j.ID(i), j.meant(i), more)
}

// maxCompared bounds the search for ids that were meant to about a second.
const maxCompared = 2_000_000

// meant is a hint at the described node that an undescribed one may stand for.
func (j *judge) meant(i NodeID) string {
	if j.compared += j.NumNodes(); j.compared > maxCompared {
		return ""
	}
	for _, id := range j.Nearest(j.ID(i), 5) {
		if k, _ := j.Lookup(id); k != i && j.Declared(k) {
			return fmt.Sprintf(" (did you mean %q?)", id)
		}
	}
	return ""
}
