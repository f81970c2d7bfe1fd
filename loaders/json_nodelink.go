package loaders

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"linestop/graph"
)

// ends finds the nodes that node-link JSON means by the ends of its links. They
// are ids, unless no node has one: then, as in older files for d3, a node's id
// is its name or position, and links give positions.
type ends struct {
	ids     []string // of the nodes so far, while none has an id of its own
	own     bool     // some node has
	numbers bool     // links were read before the nodes, with numbers for ends
}

// amend gives a node without an id one, as long as no node had one.
func (e *ends) amend(n *graph.Node) {
	switch {
	case n.ID != "":
		e.own = true
	case !e.own:
		n.ID = n.Name
		if n.ID == "" {
			n.ID = strconv.Itoa(len(e.ids))
		}
		e.ids = append(e.ids, n.ID)
	}
}

// number is the id that a number stands for.
func (e *ends) number(n json.Number) (string, error) {
	if e.ids == nil {
		e.numbers = true
		return n.String(), nil
	}
	i, err := strconv.Atoi(n.String())
	if err != nil || i < 0 || i >= len(e.ids) {
		return "", fmt.Errorf("there is no node at position %s; the positions are 0 to %d", n, len(e.ids)-1)
	}
	return e.ids[i], nil
}

func (j *jsonNetwork) readNodes(at graph.Place) error {
	rows := newJSONRows(j, nodeTable)
	before := j.ends.numbers
	if !slices.Contains(j.seen, "linestop") {
		rows.amend = j.ends.amend
	}
	if err := rows.read("nodes", at); err != nil {
		return err
	}
	switch {
	case before && j.ends.ids != nil:
		return fail(at, "", "nodes without ids must come before the links that number them")
	case j.ends.own && j.ends.ids != nil:
		j.problem(at, "empty-id", "some nodes have an id and some do not")
	}
	return nil
}

func (j *jsonNetwork) readSupplies(key string, at graph.Place) error {
	rows := newJSONRows(j, supplyTable)
	if key != "supplies" {
		rows.rename = map[string]string{"source": "supplier", "target": "customer"}
		rows.number = j.ends.number
	}
	err := rows.read(key, at)
	j.rows += rows.count
	return err
}
