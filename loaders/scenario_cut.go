package loaders

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"linestop/graph"
)

func (r *scenarioReader) cut(node *yaml.Node, number int) graph.Cut {
	what := fmt.Sprintf("cut %d", number)
	o := r.object(node, what, "target where supply left curve from until delay")
	c := graph.Cut{
		Target: o.text("target"),
		Where:  o.text("where"),
		Left:   o.part("left").Value,
		From:   r.day(o, "from").Value,
		Until:  r.day(o, "until"),
		Delay:  o.days("delay"),
		Place:  r.place(node),
	}
	if supply := o.values["supply"]; supply != nil {
		s := r.object(supply, "the supply of "+what, "supplier customer need")
		s.need("supplier", "customer")
		c.Supply = &graph.Supply{Supplier: s.text("supplier"), Customer: s.text("customer"), Need: s.text("need")}
	}
	if curve := o.values["curve"]; curve != nil {
		c.Curve = r.curve(o, curve, c)
	}
	if node.Kind == yaml.MappingNode {
		r.exactlyOne(o, "target", "where", "supply")
		r.notBoth(o, "left", "curve")
		r.notBoth(o, "delay", "left")
		r.notBoth(o, "delay", "curve")
		if c.Until.Given && c.Until.Value <= c.From {
			r.report(o.values["until"], "order", "until %s is not after from %s", o.text("until"), cmp.Or(o.text("from"), "0"))
		}
	}
	return c
}

func (r *scenarioReader) exactlyOne(o object, keys ...string) {
	var found []string
	for _, key := range keys {
		if o.has(key) {
			found = append(found, key)
		}
	}
	switch len(found) {
	case 0:
		r.report(o.node, "missing-key", "%s has none of %s", o.what, strings.Join(keys, ", "))
	case 1:
		o.need(found[0])
	default:
		r.report(o.values[found[1]], "conflict", "%s has both %s and %s: make two of it", o.what, found[0], found[1])
	}
}

func (r *scenarioReader) notBoth(o object, first, second string) {
	if o.has(first) && o.has(second) {
		r.report(o.values[second], "conflict", "%s has both %s and %s: one says all", o.what, first, second)
	}
}

// curve reads {day: part left, ...} with rising days, from the first of the cut to its end.
func (r *scenarioReader) curve(o object, node *yaml.Node, c graph.Cut) []graph.Step {
	var steps []graph.Step
	for key, value := range r.pairs(node, "curve") {
		day := o.number("a day of the curve", key, false)
		left := o.number("left", value, true)
		if n := len(steps); n > 0 && day.Given && day.Value <= steps[n-1].Day {
			r.report(key, "order", "day %v of the curve is not after day %v: the days must rise", day.Value, steps[n-1].Day)
		}
		if at := c.From + day.Value; day.Given && c.Until.Given && at >= c.Until.Value {
			r.report(key, "order", "day %v of the curve is day %v of the scenario, and the cut ends on day %v", day.Value, at, c.Until.Value)
		}
		steps = append(steps, graph.Step{Day: day.Value, Left: left.Value})
	}
	if len(steps) == 0 && node.Kind == yaml.MappingNode {
		r.report(node, "missing-key", "the curve is empty")
	}
	return steps
}

// day reads a day number or, if the scenario has a start, a date.
func (r *scenarioReader) day(o object, key string) graph.Number {
	node := o.values[key]
	if node == nil || node.Kind != yaml.ScalarNode {
		return o.days(key)
	}
	text := strings.TrimSpace(node.Value)
	if !strings.Contains(strings.TrimPrefix(text, "-"), "-") {
		return o.days(key)
	}
	at, err := time.Parse(date, text)
	switch {
	case err != nil:
		r.report(node, "date", "%s %q is neither a day number nor a date such as 2025-10-28", key, text)
	case r.badStart:
	case r.start.IsZero():
		r.report(node, "date", "%s is a date, but the scenario has no start", key)
	case at.Before(r.start):
		r.report(node, "date", "%s %s is before the start, %s", key, text, r.start.Format(date))
	default:
		const day = 24 * 60 * 60
		return graph.Num(float64((at.Unix() - r.start.Unix()) / day)) // a time.Duration ends after 292 years
	}
	return graph.Number{}
}
