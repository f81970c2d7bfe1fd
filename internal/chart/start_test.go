package chart

import (
	"bytes"
	"os"
	"os/exec"
	"testing"
)

// If this fails after a change of Go or of gonum/plot, every command loads a dozen
// fonts that nobody uses: see docs/decisions/0006-charts-by-gonum-plot.md.
func TestPlotSleepsAtStart(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "-test.run=^$")
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	trace, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, trace)
	}
	if !bytes.Contains(trace, []byte("init gonum.org/v1/plot/vg/draw ")) {
		t.Fatalf("no trace of gonum/plot:\n%s", trace)
	}
	for _, name := range []string{"gonum.org/v1/plot", "codeberg.org/go-latex/latex/font/ttf"} {
		if bytes.Contains(trace, []byte("init "+name+" ")) {
			t.Errorf("%s was initialised:\n%s", name, trace)
		}
	}
}
