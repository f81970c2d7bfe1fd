package render

import (
	"encoding/json"
	"fmt"
	"slices"
)

// job is what the parent tells the child, in the environment variable skipinit.Env.
type job struct {
	Format Format
	Options
}

// ready is the child's first line of output. A child that ends without it never
// got as far as our code: go-graphviz failed to load, which a bad cache can cause.
const ready = "linestop render 1\n"

// The child's exit statuses, beside 0 and those of a crash.
const (
	exitDOT = 65 // message on standard error
	exitUse = 64 // the marker holds no job: somebody else set it
)

// check keeps names that Graphviz would take for a plug-in of its own out of its hands.
func (j job) check() error {
	if !slices.Contains([]Format{SVG, Layout, Plain}, j.Format) {
		return fmt.Errorf("no picture format %q", string(j.Format))
	}
	return nil
}

func (j job) encode() (string, error) {
	b, err := json.Marshal(j)
	return string(b), err
}

func decodeJob(s string) (job, error) {
	var j job
	if err := json.Unmarshal([]byte(s), &j); err != nil {
		return j, err
	}
	return j, j.check()
}
