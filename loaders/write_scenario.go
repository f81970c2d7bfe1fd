package loaders

import (
	"io"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"linestop/graph"
)

// WriteScenario writes a scenario in YAML, as ReadScenario reads it. Further columns of
// rows that a change adds have no place there and are left out.
func WriteScenario(w io.Writer, s graph.Scenario) error {
	root := mapping{}
	root.text("name", s.Name)
	root.text("title", s.Title)
	root.text("description", strings.TrimSpace(s.Description))
	if !s.Start.IsZero() {
		root.plain("start", s.Start.Format(time.DateOnly))
	}
	if s.Horizon > 0 {
		root.number("horizon", graph.Num(s.Horizon))
	}
	var cuts, changes, expect []*yaml.Node
	for _, c := range s.Cuts {
		cuts = append(cuts, cutNode(c))
	}
	for _, c := range s.Changes {
		changes = append(changes, changeNode(c))
	}
	for _, e := range s.Expect {
		expect = append(expect, expectNode(e))
	}
	root.list("cuts", cuts)
	root.list("changes", changes)
	root.list("expect", expect)
	text, err := yaml.Marshal(root.node(0))
	if err != nil {
		return err
	}
	_, err = w.Write(text)
	return err
}

// mapping is a YAML mapping in the making. What is blank is left out.
type mapping []*yaml.Node

func (m *mapping) put(key string, value *yaml.Node) {
	var k yaml.Node
	k.SetString(key)
	*m = append(*m, &k, value)
}

func (m *mapping) text(key, text string) {
	if text != "" {
		var v yaml.Node
		v.SetString(text)
		m.put(key, &v)
	}
}

// plain writes what needs no quotes.
func (m *mapping) plain(key, text string) {
	if text != "" {
		m.put(key, &yaml.Node{Kind: yaml.ScalarNode, Value: text})
	}
}

func (m *mapping) number(key string, n graph.Number) { m.plain(key, n.String()) }

func (m *mapping) list(key string, items []*yaml.Node) {
	if len(items) > 0 {
		m.put(key, &yaml.Node{Kind: yaml.SequenceNode, Content: items})
	}
}

func (m mapping) node(style yaml.Style) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Style: style, Content: m}
}

func cutNode(c graph.Cut) *yaml.Node {
	m := mapping{}
	m.text("target", c.Target)
	m.text("where", c.Where)
	if c.Supply != nil {
		s := mapping{}
		s.text("supplier", c.Supply.Supplier)
		s.text("customer", c.Supply.Customer)
		s.text("need", c.Supply.Need)
		m.put("supply", s.node(yaml.FlowStyle))
	}
	if c.Left > 0 {
		m.number("left", graph.Num(c.Left))
	}
	curve := mapping{}
	for _, step := range c.Curve {
		curve = append(curve, &yaml.Node{Kind: yaml.ScalarNode, Value: graph.Num(step.Day).String()})
		curve = append(curve, &yaml.Node{Kind: yaml.ScalarNode, Value: graph.Num(step.Left).String()})
	}
	if len(curve) > 0 {
		m.put("curve", curve.node(yaml.FlowStyle))
	}
	if c.From > 0 {
		m.number("from", graph.Num(c.From))
	}
	m.number("until", c.Until)
	m.number("delay", c.Delay)
	return m.node(0)
}

func changeNode(c graph.Change) *yaml.Node {
	body := columnsNode(supplyTable, c.Source)
	if c.Node != nil {
		body = columnsNode(nodeTable, *c.Node)
	}
	m := mapping{}
	m.put(c.Action.String(), body)
	return m.node(0)
}

// columnsNode is a row as a mapping of its columns.
func columnsNode[T any](t *table[T], row T) *yaml.Node {
	m := mapping{}
	for i := range t.columns {
		c := &t.columns[i]
		if text := c.value(&row); c.text != nil {
			m.text(c.name, text)
		} else {
			m.plain(c.name, text)
		}
	}
	return m.node(yaml.FlowStyle)
}

func expectNode(e graph.Expectation) *yaml.Node {
	m := mapping{}
	m.text("node", e.Node)
	m.text("effect", e.Effect)
	m.number("from", e.From)
	m.number("until", e.Until)
	m.number("through", e.Through)
	m.text("use", e.Use)
	m.text("evidence", e.Evidence)
	return m.node(yaml.FlowStyle)
}
