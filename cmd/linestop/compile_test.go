package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"linestop/internal/netgen"
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

// Who is killed while he compiles leaves the older file as it was, and none that is half
// written; the next one puts his own there.
func TestCompileKilled(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "net.lsn")
	if code, text := asks("compile", "example:hello", "-o", path); code != 0 {
		t.Fatal(text)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data := filepath.Join(t.TempDir(), "economy.csv")
	f, err := os.Create(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(netgen.WriteCSV(f, 1, netgen.EconomyConfig{Nodes: 20_000}), f.Close()); err != nil {
		t.Fatal(err)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	child := &exec.Cmd{Path: program, Args: []string{"linestop", "compile", data, "-o", path}}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	half := func() []string { found, _ := filepath.Glob(filepath.Join(folder, ".linestop-*")); return found }
	for deadline := time.Now().Add(time.Minute); half() == nil && time.Now().Before(deadline); {
		time.Sleep(100 * time.Microsecond)
	}
	_ = child.Process.Kill()
	_ = child.Wait()
	if child.ProcessState.Success() || half() == nil {
		t.Skip("it was too quick to be killed")
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, before) {
		t.Error("the older file is not what it was", err)
	}
	if code, text := asks("check", path); code != 0 || !strings.Contains(text, "10 nodes") {
		t.Error(text)
	}
	if code, text := asks("compile", data, "-o", path, "-q"); code != 0 {
		t.Error(text)
	}
	if code, text := asks("check", path); code != 0 || !strings.Contains(text, "nodes") || strings.Contains(text, "10 nodes") {
		t.Error(text)
	}
}

// Numbers that lead nowhere are an error of the file, whoever meets them: here of one whose
// checksums are in order, because its maker lied.
func TestCompiledLies(t *testing.T) {
	path := filepath.Join(t.TempDir(), "net.lsn")
	if code, text := asks("compile", "example:hello", "-o", path); code != 0 {
		t.Fatal(text)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lie(data, "out customer")
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	for _, question := range []string{"cut power", "rank", "spof", "draw"} {
		code, text := asks(append(strings.Fields(question), "-d", path)...)
		if code != 2 || !strings.HasPrefix(text, "linestop: error: "+path+" is damaged or cut short: its numbers lead nowhere (runtime error: ") {
			t.Errorf("%s: exit %d: %s", question, code, text)
		}
	}
}

// lie has a section lead far away, in a file of less than a mebibyte, and mends the checksums.
func lie(data []byte, section string) {
	entry := data[bytes.LastIndex(data, []byte(section+"\x00"))+24:]
	from := binary.LittleEndian.Uint64(entry)
	for at := range binary.LittleEndian.Uint64(entry[8:]) {
		data[from+at] = 0x7f
	}
	castagnoli := crc32.MakeTable(crc32.Castagnoli)
	end := data[len(data)-32:]
	body := binary.LittleEndian.Uint64(end)
	binary.LittleEndian.PutUint32(data[body:], crc32.Checksum(data[:body], castagnoli))
	binary.LittleEndian.PutUint32(end[16:], crc32.Checksum(data[body:len(data)-16], castagnoli))
}
