package loaders

import (
	"bufio"
	"bytes"
	"strings"

	"linestop/graph"
)

// faultTree reads fault trees in Open-PSA's Model Exchange Format (Epstein and Rauzy, version
// 2.0d, 2008, part IV), as far as they are coherent: more failures never mend anything.
//
//	<opsa-mef>
//	  <define-fault-tree name="T">
//	    <define-gate name="top"> <and> <gate name="g"/> <basic-event name="e"/> </and> </define-gate>
//	    <define-gate name="g"> <atleast min="2"> ... </atleast> </define-gate>
//	  </define-fault-tree>
//	  <model-data>
//	    <define-basic-event name="e"> <float value="0.01"/> </define-basic-event>
//	  </model-data>
//	</opsa-mef>
//
// Definitions may stand in any order, so rows are made of them when all are read: see
// fault_tree_needs.go.
type faultTree struct {
	keyed[graph.Node]
	*xmlTokens
	events   []*event
	public   map[string]int32 // by name
	paths    map[string]int32
	compared int // names compared in search of those that were meant
	needs    []treeNeed
	never    int32 // the event that never happens, -1 while nothing asks for it
	always   int32 // the one that always does
}

// event is a gate, a basic event or a house event.
type event struct {
	node    graph.Node
	scope   string   // in which its formula is to be understood
	formula *formula // of a gate
	parts   int      // formulas within it that became gates of their own
	needs   int      // its needs that have a name
	asked   bool     // by some gate
	certain bool     // happens whatever fails
	unnamed bool     // is not in the file by itself
}

// scope is a container that definitions stand in.
type scope struct {
	path      string // "tree.pump."; empty for the model
	private   bool   // unless they say otherwise
	component string // the path of the innermost component; may be empty
}

// isFaultTree says whether text begins as a fault tree does.
func isFaultTree(text *bufio.Reader) bool {
	start, _ := text.Peek(chunk) // an error comes again when it is read
	return bytes.HasPrefix(bytes.TrimSpace(start), []byte("<")) && bytes.Contains(start, []byte("<opsa-mef"))
}

func readFaultTree(l *load, name string, text *bufio.Reader) error {
	t := &faultTree{
		keyed:     newKeyed(l, nodeTable),
		xmlTokens: newXMLTokens(name, text, l.Limits.Record),
		public:    map[string]int32{}, paths: map[string]int32{},
		never: -1, always: -1,
	}
	root, err := t.next()
	if err != nil {
		return err
	}
	if root.name != "opsa-mef" {
		return fail(root.place, "", "the outermost element is <%s>, not <opsa-mef>", root.name)
	}
	l.info.MayFail = `kind == "` + basicEvent + `"`
	if err := t.container(scope{}); err != nil {
		return err
	}
	if err := t.end(); err != nil {
		return err
	}
	if l.build == nil {
		l.begin()
	}
	t.write()
	return nil
}

// container reads definitions up to the end of what they stand in.
func (t *faultTree) container(in scope) error {
	for {
		t.passed()
		e, err := t.next()
		if err != nil || e == nil {
			return err
		}
		switch e.name {
		case "define-fault-tree", "define-component", "model-data":
			err = t.container(t.enter(e, in))
		default:
			if err = t.fill(e); err == nil {
				t.item(e, in)
			}
		}
		if err != nil {
			return err
		}
	}
}

// enter is the scope of a container within another.
func (t *faultTree) enter(e *element, in scope) scope {
	if e.name == "model-data" {
		return in
	}
	path := in.path + t.name(e)
	if e.name == "define-component" {
		in.component = path
	}
	return scope{path + ".", t.isPrivate(e, in), in.component}
}

// item reads one thing in a container.
func (t *faultTree) item(e *element, in scope) {
	switch e.name {
	case "label":
		if t.info.Title == "" && t.build == nil {
			t.info.Title = e.text
		}
		return
	case "define-parameter": // tells nothing by itself
		return
	}
	if t.build == nil { // what describes the model comes first
		t.load.begin()
	}
	switch e.name {
	case "define-gate", "define-basic-event", "define-house-event":
		t.define(e, in)
	case "define-substitution":
		t.problem(e.place, "not-coherent", "<%s> is not read, and it changes what fails", e.name)
	case "define-CCF-group":
		t.warn(e.place, "not-read", "the common cause of <%s> is not read: its members are taken to fail independently", e.name)
		t.members(e, in)
	default:
		t.warn(e.place, "not-read", "<%s> is not read", e.name)
	}
}

// members defines the basic events that a group with a common cause lists.
func (t *faultTree) members(group *element, in scope) {
	var events, probability []element
	for _, c := range group.children {
		switch c.name {
		case "members":
			events = c.children
		case "distribution":
			probability = c.children
		}
	}
	for _, e := range events {
		e.name, e.children = "define-basic-event", probability
		t.define(&e, in)
	}
}

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
	if in.component != "" {
		t.give(t.field("component", at), in.component, at)
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
