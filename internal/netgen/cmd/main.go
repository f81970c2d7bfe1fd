// Command cmd writes the economy of a benchmark as supplies.csv, or says what it is like:
//
//	go run ./internal/netgen/cmd -nodes 1000000 -economy fragile -o fragile.csv
//	go run ./internal/netgen/cmd -nodes 1000000 -economy fragile -statistics
//
// It needs 12 bytes of memory for each node, whatever the rows.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"linestop/internal/netgen"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "netgen:", err)
		os.Exit(2)
	}
}

func run() error {
	nodes := flag.Int("nodes", 1_000_000, "how many nodes, 10 to 10,000,000")
	economy := flag.String("economy", "mild", "mild, fragile or degree-40")
	seed := flag.Uint64("seed", 1, "another seed makes another network of the same kind")
	output := flag.String("o", "", "file to write (default standard output)")
	statistics := flag.Bool("statistics", false, "only say what it is like, as a row of a table")
	flag.Parse()
	setting, err := netgen.ParseSetting(*economy)
	if err != nil {
		return err
	}
	c := setting.Economy(*nodes)
	if *statistics {
		s := netgen.Describe(*seed, c)
		_, err := fmt.Printf("| %s | %d | %d | %d | %d | %.2f | %.2f | %.2f | %d |\n",
			setting.Name, s.Nodes, s.Rows, s.Needs, s.SingleSource, s.Cycle, s.In, s.Out, s.MostRows)
		return err
	}
	out := os.Stdout
	if *output != "" {
		if out, err = os.Create(*output); err != nil {
			return err
		}
	}
	return errors.Join(netgen.WriteCSV(out, *seed, c), out.Close())
}
