package graph

import (
	"context"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// field reads one variable of an expression.
type field struct {
	zero any // of its type
	of   func(NodeID) any
}

var textFields = map[string]int{
	"name": nodeName, "kind": kind, "sector": sector, "country": country, "unit": unit, "note": nodeNote,
	"evidence": nodeEvidence, "confidence": nodeConfidence, "as_of": nodeAsOf,
}

var numberFields = map[string]int{"volume": volume, "stock_days": stockDays, "recover_days": recoverDays, "p_fail": pFail}

func (n *Network) field(name string) (field, bool) {
	switch name {
	case "under": // a function
		return field{}, false
	case "id":
		return field{"", func(i NodeID) any { return n.ID(i) }}, true
	case "product":
		return field{false, func(i NodeID) any { return n.IsProduct(i) }}, true
	case "tier":
		return field{0, func(i NodeID) any { return n.Tier(i) }}, true
	case "parent":
		return field{"", func(i NodeID) any {
			if p := n.Parent(i); p != None {
				return n.ID(p)
			}
			return ""
		}}, true
	}
	if c, ok := textFields[name]; ok {
		return field{"", func(i NodeID) any { return n.nodeText(i, c) }}, true
	}
	if c, ok := numberFields[name]; ok {
		return field{0.0, func(i NodeID) any { return n.nodeNumber(i, c).Or(math.NaN()) }}, true
	}
	for _, a := range n.nodeRows.attrs {
		if identifier(a.name) == name {
			return n.attrField(a), true
		}
	}
	return field{}, false
}

// ownNames lists what expressions may name in every network.
func (n *Network) ownNames() []string {
	names := []string{"id", "parent", "product", "tier", "under"}
	names = slices.AppendSeq(names, maps.Keys(textFields))
	return slices.AppendSeq(names, maps.Keys(numberFields))
}

// Fields lists what Select and Groups may name, sorted.
func (n *Network) Fields() []string { return n.fieldNames(nil) }

// fieldNames lists what an expression may name, without the hidden fields.
func (n *Network) fieldNames(hidden []string) []string {
	names := n.ownNames()
	for _, a := range n.nodeRows.attrs {
		names = append(names, identifier(a.name))
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(name string) bool { return slices.Contains(hidden, name) })
}

// identifier makes a column's name one that can stand in an expression.
func identifier(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '_'
	}, name)
	if name != "" && unicode.IsDigit(rune(name[0])) {
		name = "_" + name
	}
	return name
}

// attrField is a number if each cell of the column is one, else text.
func (n *Network) attrField(a attrColumn) field {
	text := func(i NodeID) string {
		if row := n.rowOf(i); row >= 0 {
			return n.symbols.at(symbol(a.values.at(row)))
		}
		return ""
	}
	if !n.isNumeric(a) {
		return field{"", func(i NodeID) any { return text(i) }}
	}
	return field{0.0, func(i NodeID) any {
		v, err := strconv.ParseFloat(text(i), 64)
		if err != nil {
			return math.NaN()
		}
		return v
	}}
}

func (n *Network) isNumeric(a attrColumn) bool {
	given := false
	for _, s := range a.values.given(context.Background()) {
		if _, err := strconv.ParseFloat(n.symbols.at(symbol(s)), 64); err != nil {
			return false
		}
		given = true
	}
	return given
}
