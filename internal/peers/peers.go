package main

import (
	"bytes"
	"cmp"
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// peer is a program that answers plans.
type peer struct {
	name    string
	command []string
	probe   []string // fails where it is not installed; nil: it is part of this program
	absent  bool
}

//go:embed *.py *.cjs
var scripts embed.FS

// newPeers says which there are. It writes scripts into a folder.
func newPeers(folder string) ([]*peer, error) {
	if err := os.CopyFS(folder, scripts); err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	python, node := cmp.Or(os.Getenv("PYTHON"), "python3"), cmp.Or(os.Getenv("NODE"), "node")
	inGo := func(name, as string) *peer { return &peer{name: name, command: []string{self, "-as", as}} }
	inPython := func(name, script, modules string) *peer {
		return &peer{name: name, command: []string{python, filepath.Join(folder, script)}, probe: []string{python, "-c", "import " + modules}}
	}
	all := []*peer{
		inGo("linestop", "linestop"),
		inGo("bare Go loops", "bare"),
		inPython("pandas and SciPy", "scipy_peer.py", "pandas, scipy"),
		inPython("igraph (Python)", "igraph_peer.py", "igraph"),
		{
			name:    "DuckDB",
			command: []string{node, filepath.Join(folder, "duckdb_peer.cjs")},
			probe:   []string{node, "-e", "require('@duckdb/node-api')"},
		},
		inGo("gonum", "gonum"),
		inPython("SQLite (Python)", "sqlite_peer.py", "sqlite3"),
		inPython("NetworkX", "networkx_peer.py", "networkx"),
		inGo("dominikbraun/graph", "dominikbraun"),
	}
	for _, p := range all {
		p.absent = p.probe != nil && exec.Command(p.probe[0], p.probe[1:]...).Run() != nil
	}
	return all, nil
}

// outcome is what one process of a peer said.
type outcome struct {
	version string
	answers map[string]answer // by item
	peak    int64             // bytes of memory
	took    time.Duration     // of a processor
	failure string            // why there are no more answers
}

// line is an answer, or something about the peer.
type line struct {
	answer
	Version string `json:"version"`
}

// run has a peer answer a plan; all of it may take so long.
func (p *peer) run(plan plan, limit time.Duration) outcome {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	question, _ := json.Marshal(plan) // strings and numbers
	cmd := exec.CommandContext(ctx, p.command[0], p.command[1:]...)
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	cmd.Stdin = bytes.NewReader(question)
	var said, complaint bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &complaint
	err := cmd.Run()
	o := read(&said)
	if cmd.ProcessState != nil { // it was started
		o.took = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	}
	switch {
	case ctx.Err() != nil:
		o.failure = fmt.Sprintf("was stopped after %s", limit)
	case err != nil:
		lines := strings.Split(strings.TrimSpace(complaint.String()), "\n")
		o.failure = fmt.Sprintf("%v: %s", err, lines[len(lines)-1])
	}
	return o
}

// read gathers what a peer said, up to where it broke off.
func read(said io.Reader) outcome {
	o := outcome{answers: map[string]answer{}}
	for d := json.NewDecoder(said); ; {
		var l line
		if err := d.Decode(&l); err != nil {
			if !errors.Is(err, io.EOF) {
				o.failure = err.Error()
			}
			return o
		}
		if l.Version != "" {
			o.version = l.Version
			continue
		}
		o.answers[l.Item] = l.answer
		o.peak = max(o.peak, l.Peak)
	}
}
