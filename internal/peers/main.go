// Command peers holds linestop beside other programs on the same networks: it has each answer the same questions,
// compares their answers, measures them, and writes tables between two markers of a page.
//
//	peers [-sizes mild-100000,fragile-100000] [-rounds 3] [-limit 60s] PAGE
//
// Each peer is a process of its own, which reads the file and answers from memory: Go ones are this program again, the
// others scripts for python3 and node (variables PYTHON and NODE name other interpreters). One that is not
// installed is left out, and the page says so. Peers take turns, round by round.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(2)
	}
}

func run() error {
	sizes := flag.String("sizes", "mild-100000,fragile-100000,degree-40-100000", "networks by comma: an economy and its number of nodes")
	rounds := flag.Int("rounds", 3, "how often each peer is asked")
	limit := flag.Duration("limit", 10*time.Second, "time of a processor for each item; what is not done by then is extrapolated. A peer whose all takes 4 times as long\nis asked once, one whose all takes 40 times as long is stopped")
	as := flag.String("as", "", "be a peer, which reads its plan from standard input")
	flag.Parse()
	switch {
	case *as != "":
		return be(*as, os.Stdin, os.Stdout)
	case flag.NArg() != 1:
		return fmt.Errorf("usage: peers [flags] PAGE")
	}
	page := flag.Arg(0)
	if _, err := between(page, ""); err != nil { // before an hour of measuring
		return err
	}
	folder, err := os.MkdirTemp("", "peers")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	peers, err := newPeers(folder)
	if err != nil {
		return err
	}
	var text strings.Builder
	fmt.Fprintf(&text, "%s. Limit for each item: %s of a processor.\n", machine(), *limit)
	for size := range strings.SplitSeq(*sizes, ",") {
		t, err := measure(folder, strings.TrimSpace(size), peers, *rounds, *limit)
		if err != nil {
			return err
		}
		text.WriteString("\n" + t.String())
		fmt.Fprintln(os.Stderr, t)
	}
	whole, err := between(page, text.String())
	if err != nil {
		return err
	}
	return os.WriteFile(page, []byte(whole), 0o644)
}

// The text goes between these lines of a page.
const begin, end = "<!-- peers -->\n", "<!-- end of peers -->\n"

// between is a page with another text.
func between(page, text string) (string, error) {
	old, err := os.ReadFile(page)
	if err != nil {
		return "", err
	}
	head, rest, ok := strings.Cut(string(old), begin)
	_, tail, ended := strings.Cut(rest, end)
	if !ok || !ended {
		return "", fmt.Errorf("%s has no lines %q and %q", page, strings.TrimSpace(begin), strings.TrimSpace(end))
	}
	return head + begin + "\n" + text + "\n" + end + tail, nil
}
