package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// TestPeersAgree asks every peer that is installed the same.
func TestPeersAgree(t *testing.T) {
	folder := t.TempDir()
	plan, _, err := newPlan(folder, "mild-500", time.Second/4)
	if err != nil {
		t.Fatal(err)
	}
	peers, err := newPeers(folder)
	if err != nil {
		t.Fatal(err)
	}
	said := map[string]outcome{}
	for name := range inGo {
		said[name] = asGo(t, name, plan)
	}
	for _, p := range peers {
		switch {
		case p.probe == nil:
		case p.absent:
			t.Logf("%s is not installed", p.name)
		default:
			said[p.name] = p.run(plan, time.Minute)
		}
	}
	for name, o := range said {
		if o.failure != "" {
			t.Errorf("%s: %s", name, o.failure)
		}
		for item, want := range said["linestop"].answers {
			got, ok := o.answers[item]
			if item == sweep && !ok {
				continue
			}
			if n := len(got.Counts); n == 0 || !slices.Equal(got.Counts, want.Counts[:min(n, len(want.Counts))]) || got.Seconds <= 0 {
				t.Errorf("%s, %s: got %v, want %v", name, item, got, want.Counts)
			}
		}
	}
}

func asGo(t *testing.T, name string, p plan) outcome {
	question, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	if err := be(name, bytes.NewReader(question), &said); err != nil {
		return outcome{failure: err.Error()}
	}
	return read(&said)
}

// TestTable shows one peer that is not done in time, one that errs, one that broke off and one that is not there.
func TestTable(t *testing.T) {
	of := func(item string, seconds float64, counts ...int) answer {
		return answer{Item: item, Seconds: seconds, Counts: counts, Peak: 3000}
	}
	us, slow, wrong, broken, absent := &peer{name: "us"}, &peer{name: "slow"}, &peer{name: "wrong"}, &peer{name: "broken"}, &peer{name: "absent", absent: true}
	said := func(failure string, answers ...answer) outcome {
		o := outcome{answers: map[string]answer{}, failure: failure}
		for _, a := range answers {
			o.answers[a.Item], o.peak = a, a.Peak
		}
		return o
	}
	table := table{
		size: "mild-50", nodes: 50, rows: 300, peers: []*peer{us, slow, wrong, broken, absent},
		questions: map[string]int{load: 2, closure: 1, hubs: 4, shares: 4, singles: 2, sweep: 2},
		outcomes: map[*peer][]outcome{
			us: {
				said("", of(load, 0.1, 50, 300), of(closure, 0.002, 7), of(hubs, 0.5, 1, 2, 3, 4), of(singles, 0.001, 2, 3), of(sweep, 0.01, 2, 3)),
				said("", of(load, 0.3, 50, 300), of(closure, 0.002, 7), of(hubs, 0.5, 1, 2, 3, 4), of(singles, 0.001, 2, 3), of(sweep, 0.01, 2, 3)),
				said("", of(load, 0.2, 50, 300), of(closure, 0.002, 7), of(hubs, 0.5, 1, 2, 3, 4), of(singles, 0.001, 2, 3), of(sweep, 0.01, 2, 3)),
			},
			slow:   {said("", of(load, 40, 50, 300), of(closure, 0.2, 7), of(hubs, 60, 1), of(singles, 3, 2, 3))},
			wrong:  {said("", of(load, 0.1, 51, 300), of(closure, 0.002, 8), of(singles, 0.001, 2, 4))},
			broken: {said("was stopped after 1s", of(load, 0.1, 50, 300))},
		},
	}
	want := `### mild-50: 50 nodes, 300 rows

| peer | runs | CSV to ready | closure | 20 hubs | 20 × 1 % | 1,000 nodes | every node | peak, bytes a row |
|---|---|---|---|---|---|---|---|---|
| us | 3 | 0.20 (1.0) | 0.0020 (1.0) | 0.50 (1.0) | none | 0.0010 (1.0) | 0.010 (1.0) | 10 |
| slow | 1 | 40 (200) | 0.20 (100) | ~240 (480) | none | 3.0 (3000) | ~75 (7500) | 10 |
| wrong | 1 | another answer | another answer | none | none | another answer | another answer | 10 |
| broken | 1 | 0.10 (0.50) | none | none | none | none | none | 10 |

broken was stopped after 1s.

absent is not installed.
`
	if got := table.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestBrief(t *testing.T) {
	for x, want := range map[float64]string{0: "0", 0.00123: "0.0012", 0.5: "0.50", 0.999: "1.0", 9.96: "10", 12.6: "13", 45678: "46000"} {
		if got := brief(x); got != want {
			t.Errorf("%g is %s, want %s", x, got, want)
		}
	}
}

func TestBetween(t *testing.T) {
	page := filepath.Join(t.TempDir(), "page.md")
	for text, want := range map[string]string{
		"a\n" + begin + "old\n" + end + "z\n": "a\n" + begin + "\nnew\n" + end + "z\n",
		"a\n" + begin + "old\n":               "has no lines",
	} {
		if err := os.WriteFile(page, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := between(page, "new")
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
