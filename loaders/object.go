package loaders

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"linestop/graph"
)

// object is a mapping in a document whose keys are known.
type object struct {
	*document
	node   *yaml.Node
	what   string // as messages call it
	values map[string]*yaml.Node
}

// object reads a mapping. A key without a value counts as absent.
func (d *document) object(node *yaml.Node, what, keys string) object {
	o := object{d, node, what, map[string]*yaml.Node{}}
	known := strings.Fields(keys)
	for key, value := range d.pairs(node, what) {
		if d.isKnown(key, what, known) && value.Tag != "!!null" {
			o.values[key.Value] = value
		}
	}
	return o
}

// isKnown reports a key that is not.
func (d *document) isKnown(key *yaml.Node, what string, known []string) bool {
	if slices.Contains(known, key.Value) {
		return true
	}
	hint := "the keys are " + strings.Join(known, ", ")
	if near := graph.Nearest(key.Value, slices.Values(known), 1); len(near) > 0 {
		hint = fmt.Sprintf("did you mean %q?", near[0])
	}
	d.report(key, "unknown-key", "%s has no key %q; %s", what, key.Value, hint)
	return false
}

// pairs lists the keys and values of a mapping, each key once.
func (d *document) pairs(node *yaml.Node, what string) iter.Seq2[*yaml.Node, *yaml.Node] {
	return func(yield func(key, value *yaml.Node) bool) {
		if node.Kind != yaml.MappingNode {
			d.wrongKind(node, what, "keys and values")
			return
		}
		seen := map[string]bool{}
		for i := 0; i+1 < len(node.Content); i += 2 {
			key, value := node.Content[i], node.Content[i+1]
			switch {
			case key.Kind != yaml.ScalarNode:
				d.wrongKind(key, "a key of "+what, "a word")
			case seen[key.Value]:
				d.report(key, "duplicate-key", "%s has the key %q twice", what, key.Value)
			case !yield(key, value):
				return
			}
			seen[key.Value] = true
		}
	}
}

func (d *document) wrongKind(node *yaml.Node, what, want string) {
	if node.Kind == yaml.AliasNode {
		d.report(node, "wrong-type", "%s is an alias, which is not read: write it out", what)
		return
	}
	d.report(node, "wrong-type", "%s must be %s", what, want)
}

func (o object) has(key string) bool { return o.values[key] != nil }

// list reads a list; absent, it is empty.
func (o object) list(key string) []*yaml.Node {
	node := o.values[key]
	switch {
	case node == nil:
		return nil
	case node.Kind != yaml.SequenceNode:
		o.wrongKind(node, key, "a list")
		return nil
	}
	return node.Content
}

// text reads a text; absent, it is empty.
func (o object) text(key string) string {
	node := o.values[key]
	switch {
	case node == nil:
		return ""
	case node.Kind != yaml.ScalarNode:
		o.wrongKind(node, key, "a text")
		return ""
	}
	return strings.TrimSpace(node.Value)
}

// need reports the keys that are absent or blank.
func (o object) need(keys ...string) {
	if o.node.Kind != yaml.MappingNode {
		return // reported as such
	}
	for _, key := range keys {
		node := o.values[key]
		if node == nil || node.Kind == yaml.ScalarNode && strings.TrimSpace(node.Value) == "" {
			o.report(o.node, "missing-key", "%s has no %s", o.what, key)
		}
	}
}

// oneOf is text that must be one of words. Absent, it is the empty text.
func (o object) oneOf(key, words string) string {
	text := o.text(key)
	if text != "" && !isOneOf(text, words) {
		o.report(o.values[key], "unknown-word", "%s %q is none of %s", key, text, strings.Join(strings.Fields(words), ", "))
		return ""
	}
	return text
}

// part reads a number from 0 to 1, or a percentage.
func (o object) part(key string) graph.Number { return o.number(key, o.values[key], true) }

// days reads a number of days, from 0 to the longest horizon.
func (o object) days(key string) graph.Number { return o.number(key, o.values[key], false) }

func (o object) number(what string, node *yaml.Node, part bool) graph.Number {
	if node == nil {
		return graph.Number{}
	}
	if node.Kind != yaml.ScalarNode {
		o.wrongKind(node, what, "a number")
		return graph.Number{}
	}
	text := strings.TrimSpace(node.Value)
	v, err := parseNumber(text, part)
	switch {
	case err != nil:
		o.report(node, "number", "%s %v", what, err)
	case part && !(v >= 0 && v <= 1):
		o.report(node, "out-of-range", "%s %s is not from 0 to 1, or 0%% to 100%%", what, text)
	case !part && !(v >= 0 && v <= graph.MaxHorizon):
		o.report(node, "out-of-range", "%s %s is not from 0 to %.0f days", what, text, graph.MaxHorizon)
	default:
		return graph.Num(v)
	}
	return graph.Number{}
}
