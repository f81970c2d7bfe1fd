package shard

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Join puts parts together. They are all the shards of one job, in any order, each once and
// finished: else the error says what is wrong with each, and which are missing.
func Join(parts []*Part) ([][]byte, error) {
	if len(parts) == 0 {
		return nil, errors.New("no parts to join")
	}
	parts = slices.Clone(parts)
	slices.SortStableFunc(parts, func(a, b *Part) int { return cmp.Compare(a.Shard.Number, b.Shard.Number) })
	var errs []error
	first, there := parts[0], map[int]*Part{}
	for _, p := range parts {
		what, twin := first.Apart(p.Header), there[p.Shard.Number]
		switch {
		case what != "":
			errs = append(errs, fmt.Errorf("%q and %q are of different sweeps: %s differs", first.Path, p.Path, what))
			continue
		case twin != nil:
			errs = append(errs, fmt.Errorf("%q and %q are both shard %s", twin.Path, p.Path, p.Shard))
		case p.Left() > 0:
			errs = append(errs, fmt.Errorf("%q, shard %s, is not finished: %d of its %d pieces are missing", p.Path, p.Shard, p.Left(), p.Left()+len(p.Given)))
		}
		there[p.Shard.Number] = p
	}
	if err := errors.Join(append(errs, missing(there, first.Shard.Of))...); err != nil {
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
