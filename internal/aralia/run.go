package main

import (
	"bufio"
	"encoding/json"
	"io"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ask is a program with a question.
type ask struct {
	program string
	args    []string
	counts  func(*bufio.Reader) []string // from an answer; nil = there is none
}

// result is how many sets there are of each order, nil if the program did not finish, and the
// time it took.
type result struct {
	counts []string
	time   time.Duration
}

// by is the question to SCRAM in one of its ways.
func (a ask) by(way string) ask {
	a.args = slices.Clone(a.args)
	a.args[1] = "--" + way
	return a
}

// whole is the question with all of the answer.
func (a ask) whole() ask {
	counts := a.counts
	a.args = slices.DeleteFunc(slices.Clone(a.args), func(arg string) bool { return arg == "--count" })
	a.counts = func(r *bufio.Reader) []string {
		c := counts(r)
		_, _ = io.Copy(io.Discard, r) // a program that is cut off has been so by its limit
		return c
	}
	return a
}

// run starts the program and stops it once the answer is known.
func (a ask) run() result {
	cmd := exec.Command("sh", append([]string{"-c", "ulimit -t " + strconv.Itoa(limit) + `; exec "$0" "$@"`, a.program}, a.args...)...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return result{}
	}
	if err := cmd.Start(); err != nil {
		return result{}
	}
	counts := a.counts(bufio.NewReader(out))
	_ = cmd.Process.Kill() // it may have ended
	_ = cmd.Wait()         // killed
	return result{counts, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
}

func median(times []time.Duration) time.Duration {
	slices.Sort(times)
	return times[len(times)/2]
}

var distribution = regexp.MustCompile(`<sum-of-products .* products="\d+"(?: distribution="([\d ]+)")?`)

// scramCounts reads the distribution of SCRAM's report, which comes before the products.
func scramCounts(r *bufio.Reader) []string {
	for {
		line, err := r.ReadString('\n')
		if found := distribution.FindStringSubmatch(line); found != nil {
			return trimmed(strings.Fields(found[1]))
		}
		if err != nil {
			return nil
		}
	}
}

// linestopCounts reads the "counts" of linestop's answer, which come after the sets.
func linestopCounts(r *bufio.Reader) []string {
	complete, depth := false, 0
	for dec := json.NewDecoder(r); ; {
		t, err := dec.Token()
		switch {
		case err != nil:
			return nil
		case t == json.Delim('['):
			depth++
		case t == json.Delim(']'):
			depth--
		case depth > 0: // what is listed may have any name
		case t == "complete":
			if dec.Decode(&complete) != nil || !complete {
				return nil
			}
		case t == "counts":
			var counts map[string]json.Number
			if dec.Decode(&counts) != nil {
				return nil
			}
			list := []string{}
			for order := 1; len(list) < len(counts); order++ {
				list = append(list, counts[strconv.Itoa(order)].String())
			}
			return trimmed(list)
		}
	}
}

// trimmed leaves out the orders at the end that have no sets.
func trimmed(counts []string) []string {
	for len(counts) > 0 && counts[len(counts)-1] == "0" {
		counts = counts[:len(counts)-1]
	}
	if counts == nil {
		return []string{}
	}
	return counts
}
