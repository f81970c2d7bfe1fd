// Command linestop tells which products of a supply network break when a
// supplier is cut, and why.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
