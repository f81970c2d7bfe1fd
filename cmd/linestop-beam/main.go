// Command linestop-beam does a sweep on Apache Beam: the pieces of linestop's rank or simulate, on whatever
// runs pipelines, into one part of which linestop merge makes the answer.
//
//	linestop-beam --data firms --output all.part rank --each=country
//	linestop merge all.part -f csv
//
// The question comes last, as linestop takes it: rank with --each, --where and --by, simulate with --runs,
// --seed and what is cut. What comes before are the flags below and those of Beam, such as --runner: prism, the
// default, runs here; flink, spark and dataflow elsewhere (docs/sweeps.md).
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

// version is that of linestop: it merges what its own version made. A release sets both by -ldflags.
var version = "0.1.0-dev"

var (
	data   = flag.String("data", "", "where every worker finds the data: a path, gs://BUCKET/OBJECT, or example:NAME")
	output = flag.String("output", "", "where to write the part: a path, or gs://BUCKET/OBJECT")
)

func main() {
	flag.Parse()
	beam.Init()
	if err := run(context.Background(), question{*data, flag.Args()}, *output); err != nil {
		fmt.Fprintf(os.Stderr, "linestop-beam: error: %v\n", err)
		os.Exit(2)
	}
}

func run(ctx context.Context, q question, output string) error {
	if q.Data == "" || output == "" {
		return errors.New("--data and --output are needed")
	}
	a, err := q.ask(ctx)
	if err != nil {
		return err
	}
	return beamx.Run(ctx, pipeline(q, a, output))
}
