package graph

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// Validate judges a network: all problems met while reading it and all it finds
// itself, sorted by place. Errors make every answer meaningless; warnings are
// doubtful but have a meaning. Cost O(nodes + rows) plus a sort of the ids.
func Validate(n *Network) Problems {
	j := judge{Network: n, found: n.problems.copy()}
	j.ids()
	j.nodes()
	j.parents()
	for s := range SourceID(n.NumSources()) {
		j.source(s)
	}
	for k := range NeedID(n.NumNeeds()) {
		j.need(k)
	}
	j.repeats()
	j.products()
	return j.found.list()
}

// judge collects the problems of a network. One method, one subject.
type judge struct {
	*Network
	found collector
}

func (j *judge) err(code string, at Place, format string, args ...any) {
	j.found.add(Problem{Severity: Error, Code: code, Place: at, Message: fmt.Sprintf(format, args...)})
}

func (j *judge) warn(code string, at Place, format string, args ...any) {
	j.found.add(Problem{Severity: Warning, Code: code, Place: at, Message: fmt.Sprintf(format, args...)})
}

// met is where node i was first read: its own row, else the first that names it.
func (j *judge) met(i NodeID) Place {
	if row := j.nodeRow[i]; row >= 0 {
		return j.place(j.nodeRows[row].spot)
	}
	at, found := Place{}, false
	keep := func(s SourceID, customer bool) {
		p := j.place(j.sources[s].spot)
		if customer {
			p.Column = int(j.sources[s].customerColumn)
		}
		if !found || p.Compare(at) < 0 {
			at, found = p, true
		}
	}
	if rows := j.Deliveries(i); len(rows) > 0 {
		keep(rows[0], false)
	}
	for k := range j.Needs(i) {
		keep(j.SourcesOf(k)[0], true)
	}
	return at
}

// ids finds ids that cannot be typed and ids that differ only in what the eye
// passes over.
func (j *judge) ids() {
	first := make(map[string]NodeID, len(j.Network.ids))
	for i, id := range j.Network.ids {
		if id == "" {
			j.err("empty-id", j.met(NodeID(i)), "a node has an empty id")
			continue
		}
		if strings.ContainsFunc(id, unicode.IsControl) {
			j.err("control-character", j.met(NodeID(i)), "id %q holds a control character", id)
		}
		seen := fold(id)
		if earlier, ok := first[seen]; ok {
			j.warn("similar-ids", j.met(NodeID(i)), "%q and %q%s look like one node", j.Network.ids[earlier], id, j.readAt(earlier))
			continue
		}
		first[seen] = NodeID(i)
	}
}

// fold maps ids that look alike to one: case, composed and full-width letters,
// and runs of blanks.
func fold(id string) string {
	ascii := true
	for i := range len(id) {
		if id[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if !ascii {
		id = norm.NFKC.String(id)
	}
	return strings.Join(strings.Fields(strings.ToLower(id)), " ")
}

// readAt is " (at PLACE)", or nothing for what was made by code.
func (j *judge) readAt(i NodeID) string { return in(j.met(i)) }

func in(p Place) string {
	if p == (Place{}) {
		return ""
	}
	return " (at " + p.String() + ")"
}

func (j *judge) nodes() {
	isCode := map[string]bool{"": true}
	for row, r := range j.nodeRows {
		node := j.nodeAt(row)
		if first := j.nodeRow[r.node]; int(first) != row {
			j.err("duplicate-node", node.Place, "node %q is already described%s", node.ID, in(j.place(j.nodeRows[first].spot)))
		}
		if _, ok := isCode[node.Country]; !ok {
			isCode[node.Country] = isCountry(node.Country)
		}
		if !isCode[node.Country] {
			j.warn("unknown-country", Place{node.Place.File, node.Place.Line, node.CountryColumn},
				"country %q of %q is not an ISO 3166-1 code", node.Country, node.ID)
		}
		j.atLeastZero(node.Place, "volume", node.Volume)
		j.atLeastZero(node.Place, "stock_days", node.StockDays)
		j.atLeastZero(node.Place, "recover_days", node.RecoverDays)
		if _, err := ParseConfidence(string(node.Confidence)); err != nil {
			j.err("confidence", node.Place, "%v", err)
		}
		i := r.node
		if len(j.Deliveries(i)) == 0 && j.firstNeed[i] == j.firstNeed[i+1] && len(j.Children(i)) == 0 {
			j.warn("isolated-node", node.Place, "node %q has no supplier, no customer and nothing that belongs to it", node.ID)
		}
	}
}

func isCountry(code string) bool {
	r, err := language.ParseRegion(code)
	return err == nil && r.IsCountry() && (r.String() == code || r.ISO3() == code)
}

// parents finds parents that nobody describes, and loops. Each loop is reported
// once, at its node that was read first.
func (j *judge) parents() {
	state := make([]NodeID, len(j.parent)) // the walk, counted from 1, that came by
	for start := range NodeID(len(j.parent)) {
		i := start
		for i != None && state[i] == 0 {
			state[i] = start + 1
			i = j.parent[i]
		}
		if i != None && state[i] == start+1 {
			j.loop(i)
		}
	}
	for _, r := range j.nodeRows {
		if p := j.parent[r.node]; p != None && !j.Declared(p) {
			j.err("unknown-parent", Place{j.files[r.file], int(r.line), int(r.parentColumn)},
				"parent %q of %q is not in the node table%s", j.Network.ids[p], j.Network.ids[r.node], j.near(p))
		}
	}
}

func (j *judge) loop(member NodeID) {
	loop := []NodeID{member}
	for i := j.parent[member]; i != member; i = j.parent[i] {
		loop = append(loop, i)
	}
	least := slices.Index(loop, slices.Min(loop))
	loop = slices.Concat(loop[least:], loop[:least+1])
	if len(loop) == 2 {
		j.err("parent-loop", j.met(loop[0]), "node %q is its own parent", j.Network.ids[loop[0]])
		return
	}
	j.err("parent-loop", j.met(loop[0]), "parents form a loop: %s", j.path(loop))
}

func (j *judge) path(nodes []NodeID) string {
	names := make([]string, len(nodes))
	for i, node := range nodes {
		names[i] = fmt.Sprintf("%q", j.Network.ids[node])
	}
	return strings.Join(names, " belongs to ")
}

// near is a hint at the described node that an undescribed one may stand for.
func (j *judge) near(i NodeID) string {
	for _, id := range j.Nearest(j.Network.ids[i], 5) {
		if k, _ := j.Lookup(id); k != i && j.Declared(k) {
			return fmt.Sprintf(" (did you mean %q?)", id)
		}
	}
	return ""
}

func (j *judge) products() {
	if len(j.Products()) == 0 && j.NumNodes() > 0 {
		j.warn("no-product", Place{}, "no product: mark some, or give an expression that selects them")
	}
	for _, i := range j.Products() {
		if j.firstNeed[i] == j.firstNeed[i+1] {
			j.warn("unsupplied-product", j.met(i), "product %q has no supplies: only a cut of itself can break it", j.Network.ids[i])
		}
	}
}

func (j *judge) atLeastZero(row Place, name string, v Number) {
	if v.Given && !(v.Value >= 0 && v.Value <= math.MaxFloat64) {
		j.err("out-of-range", cell(row, v), "%s %v is not a number from 0 up", name, v.Value)
	}
}

func (j *judge) part(row Place, name string, v Number) {
	if v.Given && !(v.Value >= 0 && v.Value <= 1) {
		j.err("out-of-range", cell(row, v), "%s %v is not from 0 to 1", name, v.Value)
	}
}

// cell is the place of a number in a row.
func cell(row Place, v Number) Place {
	row.Column = cmp.Or(int(v.Column), row.Column)
	return row
}
