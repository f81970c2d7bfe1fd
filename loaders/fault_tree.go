package loaders

import (
	"bufio"
	"bytes"

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
