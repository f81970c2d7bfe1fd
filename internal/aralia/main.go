// Command aralia holds linestop beside SCRAM, a fault-tree program, on a folder of fault trees: it compares how
// many minimal cut sets of each order both find, measures both, and writes a table at the end of a page.
//
//	aralia LINESTOP SCRAM FOLDER PAGE
//
// LINESTOP and SCRAM are the programs; what PAGE says after its marker is replaced. All times are those of a processor (user and system, all threads),
// which other work on the machine disturbs least, from the start of a program until its answer has said how
// many sets there are, or has listed all of them. Programs take turns; each time is the median of several runs.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"linestop/graph"
	"linestop/loaders"
)

const limit = 10 // seconds of a processor for one run

// orders are the largest ones asked for; 0 = all.
var orders = []int{2, 3, 4, 0}

func main() {
	if len(os.Args) != 5 {
		fmt.Fprintln(os.Stderr, "aralia: usage: aralia LINESTOP SCRAM FOLDER PAGE")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2], os.Args[3], os.Args[4]); err != nil {
		fmt.Fprintln(os.Stderr, "aralia:", err)
		os.Exit(2)
	}
}

// marker is what the table follows in the page.
const marker = "<!-- measured -->\n"

func run(linestop, scram, folder, page string) error {
	text, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	head, _, ok := strings.Cut(string(text), marker)
	if !ok {
		return fmt.Errorf("%s has no line %q", page, strings.TrimSpace(marker))
	}
	least, err := smallest()
	if err != nil {
		return err
	}
	defer os.Remove(least)
	start, err := measure(linestop, scram, least)
	if err != nil {
		return err
	}
	files, _ := filepath.Glob(filepath.Join(folder, "*.xml")) // its only error is a bad pattern
	var rows []row
	for _, file := range files {
		r, err := measure(linestop, scram, file)
		if err != nil {
			return err
		}
		rows = append(rows, r)
		fmt.Fprintln(os.Stderr, r)
	}
	return os.WriteFile(page, []byte(head+marker+"\n"+tables(start, rows)), 0o644)
}

// smallest writes a tree for which programs take no more time than to start.
func smallest() (string, error) {
	f, err := os.CreateTemp("", "*.xml")
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(`<opsa-mef><define-fault-tree name="T"><define-gate name="top"><and><event name="a"/><event name="b"/></and></define-gate>
<define-basic-event name="a"/><define-basic-event name="b"/></define-fault-tree></opsa-mef>`)
	return f.Name(), errors.Join(err, f.Close())
}

// row is what was found of one tree.
type row struct {
	name          string
	refused       int // places that make it not coherent
	gates, events int
	answers       []pair // by orders
	listed        pair   // of the order before all, each set written
}

// pair is what both programs said.
type pair struct {
	linestop, scram result
	way             string // of SCRAM, its fastest
}

func measure(linestop, scram, file string) (row, error) {
	r := row{name: strings.TrimSuffix(filepath.Base(file), ".xml")}
	net, err := loaders.Open(context.Background(), file, loaders.Options{})
	if err != nil {
		return r, err
	}
	problems, err := graph.Validate(context.Background(), net)
	if r.refused = problems.Errors(); err != nil || r.refused > 0 {
		return r, err
	}
	for i := range graph.NodeID(net.NumNodes()) {
		switch net.Kind(i) {
		case "gate":
			r.gates++
		case "basic event":
			r.events++
		}
	}
	top := net.ID(net.Products()[0])
	ways := []string{"bdd", "zbdd", "mocus"}
	for _, order := range orders {
		ours := ask{linestop, []string{"cutsets", top, "--data", file, "--columns", "p_fail=", "--quiet", "--count", "--format", "json", "--order", "all"}, linestopCounts}
		theirs := ask{scram, []string{file, "", "--limit-order", "10000"}, scramCounts} // 20 if left out
		if order > 0 {
			ours.args[len(ours.args)-1] = fmt.Sprint(order)
			theirs.args[len(theirs.args)-1] = fmt.Sprint(order)
		}
		var p pair
		p, ways = race(ours, theirs, ways)
		r.answers = append(r.answers, p)
		if order == 4 && p.scram.counts != nil {
			r.listed, _ = race(ours.whole(), theirs.whole(), []string{p.way})
		}
	}
	return r, nil
}

// race measures both programs, and of SCRAM the fastest of some ways. It returns those that may be the fastest
// for a larger order, which is no easier.
func race(ours, theirs ask, ways []string) (p pair, others []string) {
	tried := map[string]result{}
	for _, way := range ways {
		r := theirs.by(way).run()
		tried[way] = r
		if r.counts != nil && (p.scram.counts == nil || r.time < p.scram.time) {
			p.scram, p.way = r, way
		}
	}
	for _, way := range ways {
		if r := tried[way]; r.counts != nil && r.time < 20*p.scram.time {
			others = append(others, way)
		}
	}
	p.linestop = ours.run()
	a, b := []time.Duration{p.linestop.time}, []time.Duration{p.scram.time}
	runs := 5
	if max(a[0], b[0]) > time.Second {
		runs = 3
	}
	for len(a) < runs && p.linestop.counts != nil {
		a = append(a, ours.run().time)
		if p.scram.counts != nil {
			b = append(b, theirs.by(p.way).run().time)
		}
	}
	p.linestop.time, p.scram.time = median(a), median(b)
	return p, others
}
