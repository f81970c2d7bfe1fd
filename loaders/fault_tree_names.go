package loaders

import (
	"fmt"
	"strings"

	"linestop/graph"
)

// name is what an element is called. A full stop would make it a path.
func (t *faultTree) name(e *element) string {
	name := e.attr("name")
	switch {
	case name == "":
		t.problem(e.place, "empty-id", "<%s> has no name", e.name)
	case strings.Contains(name, "."):
		t.problem(e.place, "full-stop", "name %q holds a full stop", name)
		return ""
	}
	return name
}

// isPrivate says whether an element, or what stands in it, is known by its path only.
func (t *faultTree) isPrivate(e *element, in scope) bool {
	switch role := e.attr("role"); role {
	case "private":
		return true
	case "public":
		return false
	case "":
	default:
		t.problem(e.place, "role", "role %q is neither public nor private", role)
	}
	return in.private
}

// find is the event that a formula in a scope means: the nearest of the containers around it
// (4.3.2 of the format), else a public one.
func (t *faultTree) find(f *formula, path string) (int32, bool) {
	for {
		if i, ok := t.paths[path+f.event]; ok && t.fits(i, f) {
			return i, true
		}
		if path == "" {
			break
		}
		path = path[:strings.LastIndexByte(path[:len(path)-1], '.')+1]
	}
	i, ok := t.public[f.event]
	if ok && t.fits(i, f) {
		return i, true
	}
	if !ok {
		i, ok = t.paths[f.event]
	}
	if ok {
		v := t.events[i].node
		t.problem(f.place, "wrong-kind", "%q is a %s (at %s) and no %s", f.event, v.Kind, v.Place, f.kind)
	} else {
		t.problem(f.place, "undefined", "%s %q is not defined%s", f.kind, f.event, t.meant(f.event))
	}
	return 0, false
}

// fits says whether an event is of the kind that is asked for; events of any kind are "event".
func (t *faultTree) fits(i int32, f *formula) bool {
	return f.kind == t.events[i].node.Kind || f.kind == anyEvent
}

// meant is a hint at the name that an undefined one may stand for. It is looked for among the first few
// millions of names.
func (t *faultTree) meant(name string) string {
	if t.compared += len(t.events); t.compared > 2_000_000 {
		return ""
	}
	near := graph.Nearest(name, func(yield func(string) bool) {
		for _, v := range t.events {
			if !yield(v.node.ID) {
				return
			}
		}
	}, 1)
	if len(near) == 0 {
		return ""
	}
	return fmt.Sprintf(" (did you mean %q?)", near[0])
}
