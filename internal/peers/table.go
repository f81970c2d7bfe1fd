package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"
)

// table is what was measured on one network.
type table struct {
	size        string
	nodes, rows int
	questions   map[string]int // by item
	peers       []*peer
	outcomes    map[*peer][]outcome
}

// measure asks all peers, by turns. One that took long in the first round is left out of the others.
func measure(folder, size string, peers []*peer, rounds int, limit time.Duration) (*table, error) {
	p, net, err := newPlan(folder, size, limit)
	if err != nil {
		return nil, err
	}
	defer os.Remove(p.File)
	t := &table{
		size: size, nodes: net.NumNodes(), rows: net.NumSources(), peers: peers,
		questions: map[string]int{load: 2, closure: 1, sweep: 1_000}, outcomes: map[*peer][]outcome{},
	}
	for _, c := range p.Cuts {
		t.questions[c.Item] = len(c.Sets)
	}
	slow := map[*peer]bool{}
	for range rounds {
		for _, peer := range peers {
			if peer.absent || slow[peer] {
				continue
			}
			start := time.Now()
			o := peer.run(p, 40*limit)
			t.outcomes[peer] = append(t.outcomes[peer], o)
			slow[peer] = o.failure != "" || o.took > 4*limit
			fmt.Fprintln(os.Stderr, size, peer.name, time.Since(start).Round(time.Millisecond), o.failure)
		}
	}
	return t, nil
}

// String is the table as Markdown, with what has to be said of it.
func (t *table) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "### %s: %d nodes, %d rows\n\n| peer | runs |", t.size, t.nodes, t.rows)
	for _, item := range items {
		fmt.Fprintf(&b, " %s |", item)
	}
	fmt.Fprintf(&b, " peak, bytes a row |\n|---|%s---|\n", strings.Repeat("---|", len(items)+1))
	var notes []string
	for _, p := range t.peers {
		all := t.outcomes[p]
		if p.absent {
			notes = append(notes, p.name+" is not installed.")
			continue
		}
		fmt.Fprintf(&b, "| %s | %d |", strings.TrimSpace(p.name+" "+all[0].version), len(all))
		for _, item := range items {
			fmt.Fprintf(&b, " %s |", t.cell(p, item))
		}
		var peaks []float64
		for _, o := range all {
			peaks = append(peaks, float64(o.peak)/float64(t.rows))
			if o.failure != "" {
				notes = append(notes, p.name+" "+o.failure+".")
			}
		}
		fmt.Fprintf(&b, " %s |\n", brief(median(peaks)))
	}
	for _, note := range slices.Compact(notes) {
		fmt.Fprintf(&b, "\n%s\n", note)
	}
	return b.String()
}

// cell is the time of an item and its ratio to linestop's, or why there is none.
func (t *table) cell(p *peer, item string) string {
	took, guessed, err := t.seconds(p, item)
	if err != nil {
		return err.Error()
	}
	ours, _, _ := t.seconds(t.peers[0], item)
	text := fmt.Sprintf("%s (%s)", brief(took), brief(took/ours))
	if guessed {
		text = "~" + text
	}
	return text
}

// seconds is the median time of an item. It is extrapolated if not all of the questions were answered in time, or if
// they are a sample of all nodes.
func (t *table) seconds(p *peer, item string) (seconds float64, guessed bool, err error) {
	var times []float64
	for _, o := range t.outcomes[p] {
		asked, of := item, float64(t.questions[item])
		a, ok := o.answers[item]
		if !ok && item == sweep {
			asked, of, guessed = singles, float64(t.nodes), true
			a, ok = o.answers[singles]
		}
		if !ok {
			return 0, false, errors.New("none")
		}
		if n := min(len(a.Counts), len(t.want(asked))); n == 0 || !slices.Equal(a.Counts[:n], t.want(asked)[:n]) {
			return 0, false, errors.New("another answer")
		}
		if item != load && item != sweep || guessed {
			guessed = guessed || len(a.Counts) < t.questions[asked]
			a.Seconds *= of / float64(len(a.Counts))
		}
		times = append(times, a.Seconds)
	}
	return median(times), guessed, nil
}

// want is what linestop answers. Its sweep has all of the single nodes, in time or not.
func (t *table) want(item string) []int {
	answers := t.outcomes[t.peers[0]][0].answers
	if item == singles {
		item = sweep
	}
	return answers[item].Counts
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// brief is a number in two digits.
func brief(x float64) string {
	if x <= 0 || math.IsInf(x, 0) || math.IsNaN(x) {
		return "0"
	}
	x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'e', 1, 64), 64) // its own digits
	return strconv.FormatFloat(x, 'f', max(0, 1-int(math.Floor(math.Log10(x)))), 64)
}

var model = regexp.MustCompile(`model name\s*: (.*)`)

// machine is where and with what it was measured.
func machine() string {
	text := fmt.Sprintf("%d processors, %s/%s", runtime.NumCPU(), runtime.GOOS, runtime.GOARCH)
	if cpu, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		if m := model.FindSubmatch(cpu); m != nil {
			text = fmt.Sprintf("%d × %s, %s/%s", runtime.NumCPU(), m[1], runtime.GOOS, runtime.GOARCH)
		}
	}
	text += "; " + strings.Replace(runtime.Version(), "go", "Go ", 1)
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == "gonum.org/v1/gonum" || m.Path == "github.com/dominikbraun/graph" {
				text += "; " + strings.TrimPrefix(m.Path, "github.com/") + " " + m.Version
			}
		}
	}
	return text + "; " + time.Now().Format(time.DateOnly)
}
