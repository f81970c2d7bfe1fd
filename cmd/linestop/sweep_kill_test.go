package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"linestop/internal/netgen"
	"linestop/internal/shard"
)

// TestSweepSurvivesKill kills a shard, as kill -9 does, once it has done some pieces: the part is not taken for
// whole, keeps what was done, and going on gives what one machine says.
func TestSweepSurvivesKill(t *testing.T) {
	t.Chdir(t.TempDir())
	f, err := os.Create("e.csv")
	if err != nil {
		t.Fatal(err)
	}
	if err := netgen.WriteCSV(f, 1, netgen.EconomyConfig{Nodes: 700}); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	sweep := func(more ...string) *exec.Cmd {
		cmd := exec.Command("linestop", append(strings.Fields("sweep rank -d e.csv --by output --shard 1/1 -o part -q"), more...)...)
		cmd.Stderr = os.Stderr
		return cmd
	}
	child := sweep()
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	var before *shard.Part
	for deadline := time.Now().Add(time.Minute); before == nil || len(before.Given) < 5; {
		time.Sleep(time.Millisecond)
		before, _ = shard.Read("part") // not there yet
		if time.Now().After(deadline) {
			t.Fatal("no piece was done")
		}
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := child.Wait(); err == nil {
		t.Fatal("it was done before it could be killed")
	}
	said := func(args ...string) string {
		t.Helper()
		var out, errs bytes.Buffer
		run(args, strings.NewReader(""), &out, &errs)
		return out.String() + errs.String()
	}
	if got := said("merge", "part", "-q"); !strings.Contains(got, `error: "part", shard 1/1, is not finished: `) {
		t.Error(got)
	}
	left := before.Left()
	if err := sweep("--resume").Run(); err != nil {
		t.Fatal(err)
	}
	after, err := shard.Read("part")
	if err != nil || after.Left() != 0 || left == 0 {
		t.Fatalf("%v; %d pieces were left, now %d", err, left, after.Left())
	}
	if got, want := said("merge", "part", "-f", "csv", "-q"), said(strings.Fields("rank -d e.csv --by output -f csv -q")...); got != want {
		t.Error("the answer is another")
	}
}
