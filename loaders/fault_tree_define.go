package loaders

import (
	"slices"
	"strings"

	"linestop/graph"
)

// define reads a gate, a basic event or a house event.
func (t *faultTree) define(e *element, in scope) {
	name, kind := t.name(e), strings.ReplaceAll(strings.TrimPrefix(e.name, "define-"), "-", " ")
	if name == "" {
		return
	}
	in.private = t.isPrivate(e, in)
	id := name
	if in.private {
		id = in.path + name
	}
	t.begin(e.place, kind, id, in)
	var body []*element
	for i := range e.children {
		switch c := &e.children[i]; c.name {
		case "label":
			t.tell("name", c.text, c.place)
		case "attributes":
			t.attributes(c)
		default:
			body = append(body, c)
		}
	}
	v := event{scope: in.path}
	switch {
	case len(body) > 1:
		t.problem(body[1].place, "second-value", "%s %q has more than one value", kind, id)
	case kind == gate && body == nil:
		t.problem(e.place, "no-formula", "gate %q has no formula", id)
	case kind == gate:
		v.formula = t.formula(body[0])
	case body == nil:
	case kind == houseEvent:
		v.certain = t.constant(body[0])
	default:
		t.probability(id, body[0])
	}
	t.add(v, e, name, in)
}

const gate, basicEvent, houseEvent = "gate", "basic event", "house event"

// begin begins the row of a node with what every one has.
func (t *faultTree) begin(at graph.Place, kind, id string, in scope) {
	t.keyed.begin(at)
	t.tell("id", id, at)
	t.tell("kind", kind, at)
	if in.component == "" {
		return
	}
	if f := t.field("component", at); f != nil {
		t.give(f, in.component, at)
	}
}

// tell sets a column that attributes cannot.
func (t *faultTree) tell(column, text string, at graph.Place) {
	t.give(t.own(t.table.find(column)), text, at)
}

func (t *faultTree) give(f *keyField[graph.Node], text string, at graph.Place) {
	t.set(&f.field, text, at)
	f.row = t.count
}

// attributes reads what the format does not know.
func (t *faultTree) attributes(list *element) {
	for i := range list.children {
		a := &list.children[i]
		switch f := t.field(a.attr("name"), a.place); {
		case f == nil:
		case f.row == t.count:
			t.warn(a.place, "not-read", "attribute %s is not read: it is said before", f.title())
		default:
			t.give(f, a.attr("value"), a.place)
		}
	}
}

func (t *faultTree) probability(id string, e *element) {
	if theirs, told := t.Columns["p_fail"]; told && theirs == "" {
		return
	}
	switch e.name {
	case "float", "int", "bool":
		t.tell("p_fail", e.attr("value"), e.place)
	default:
		t.warn(e.place, "not-read", "the probability of %q is not read: <%s> is no number", id, e.name)
	}
}

// add keeps an event with the node that has been read for it. Of two with the same name the
// first counts.
func (t *faultTree) add(v event, e *element, name string, in scope) {
	path := in.path + name
	first, taken := t.paths[path]
	if !taken && !in.private {
		first, taken = t.public[name]
	}
	if taken {
		t.problem(e.place, "duplicate-event", "%q is already defined (at %s)", t.row.ID, t.events[first].node.Place)
		return
	}
	v.node = t.row
	v.node.Attrs = slices.Clone(t.attrs)
	i := int32(len(t.events))
	t.events = append(t.events, &v)
	t.paths[path] = i
	if !in.private {
		t.public[name] = i
	}
}
