package shard

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// ErrUnfinished is that a part has pieces still to do.
var ErrUnfinished = errors.New("is not finished")

// Join puts parts together. They are all the shards of one job, in any order, each once and
// finished: else the errors say what is wrong with each, and which are missing.
func Join(parts []*Part) ([][]byte, error) {
	if len(parts) == 0 {
		return nil, errors.New("no parts to join")
	}
	first, there := parts[0], map[int]*Part{}
	var apart, errs []error
	for _, p := range parts {
		if what := first.Apart(p.Header); what != "" {
			apart = append(apart, fmt.Errorf("%q and %q are of different sweeps: they differ in %s", first.Path, p.Path, what))
		}
		if twin := there[p.Shard.Number]; twin != nil {
			errs = append(errs, fmt.Errorf("%q and %q are both shard %s", twin.Path, p.Path, p.Shard))
		}
		if p.Left() > 0 {
			errs = append(errs, fmt.Errorf("%q, shard %s, %w: %d of its %d pieces are missing", p.Path, p.Shard, ErrUnfinished, p.Left(), p.Shard.size(p.Pieces)))
		}
		there[p.Shard.Number] = p
	}
	if apart == nil {
		apart = append(errs, missing(there, first.Shard.Of))
	}
	if err := errors.Join(apart...); err != nil {
		return nil, err
	}
	gave := make([][]byte, first.Pieces)
	for _, p := range parts {
		for piece, bytes := range p.Given {
			gave[piece] = bytes
		}
	}
	return gave, nil
}

// missing is an error that names the shards that are not there.
func missing(there map[int]*Part, of int) error {
	var list []string
	for n := 1; n <= of; n++ {
		if there[n] == nil {
			list = append(list, strconv.Itoa(n))
		}
	}
	switch {
	case len(list) == 0:
		return nil
	case len(list) == 1:
		return fmt.Errorf("shard %s of %d is missing", list[0], of)
	case len(list) > 10:
		list = append(list[:10], fmt.Sprintf("and %d more", len(list)-10))
	}
	return fmt.Errorf("shards %s of %d are missing", strings.Join(list, ", "), of)
}
