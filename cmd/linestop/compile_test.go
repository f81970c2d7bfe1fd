package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
)

// questions go questions to every verb that has answers about data. PRODUCT, NODE and SCENARIO
// are some of the data.
var questions = []string{
	"cut NODE -f json --all", "cut NODE", "cut NODE --scan buffer=0,15", "cut --where kind=='fab' -f csv", "cut --scenario SCENARIO -f json",
	"cut nobody", "cut --supply NODE->nobody", "cut --scenario none",
	"why PRODUCT --cut NODE -f json", "why PRODUCT --scenario SCENARIO",
	"trace NODE -f json", "trace NODE --to PRODUCT",
	"spof -f json", "spof PRODUCT --by country", "cutsets PRODUCT --order 2 -f json",
	"rank -f json", "rank --by output", "rank --pairs -f csv",
	"harden PRODUCT -f json", "harden PRODUCT --scenario SCENARIO",
	"survive -f csv", "simulate --runs 20 --cut NODE -f json",
	"diff - SCENARIO -f json", "backtest all", "backtest SCENARIO -f json",
	"draw -f dot", "draw --scenario SCENARIO -f dot", "draw --as gantt -f text --scenario SCENARIO",
	"check", "check -f json", "convert DATA - --to json", "convert DATA - --to lsn", "convert DATA - --to zip",
}

// A compiled file answers as what it was made of, to the byte, errors among the answers.
func TestCompiledAnswersAlike(t *testing.T) {
	for name, words := range map[string][3]string{
		"hello":    {"bike", "power", "storm"},
		"nexperia": {"honda-celaya", "nexperia", "export-ban"},
	} {
		path := filepath.Join(t.TempDir(), name+".lsn")
		if code, text := asks("compile", "example:"+name, "-o", path); code != 0 {
			t.Fatal(text)
		}
		for _, question := range questions {
			args := strings.Fields(strings.NewReplacer("PRODUCT", words[0], "NODE", words[1], "SCENARIO", words[2]).Replace(question))
			answer := func(data string) (int, string) {
				of := append([]string{args[0]}, args[1:]...)
				for i := range of {
					of[i] = strings.ReplaceAll(of[i], "DATA", data)
				}
				if args[0] != "convert" {
					of = append(of, "--data", data)
				}
				return asks(append(of, "--quiet")...)
			}
			code, want := answer("example:" + name)
			if got, text := answer(path); got != code || strings.ReplaceAll(text, path, "example:"+name) != want {
				t.Errorf("%s of %s: exit %d, not %d; got\n%.2000s\nwant\n%.2000s", question, name, got, code, text, want)
			}
		}
	}
}

// asks runs the program and returns its exit code and all it says.
func asks(args ...string) (int, string) {
	var out bytes.Buffer
	code := run(args, nil, &out, &out)
	return code, out.String()
}
