package loaders

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"linestop/graph"
)

// parse reads a cell into row. at is the column where it was met.
func (c *column[T]) parse(row *T, text string, at int) error {
	switch {
	case c.number != nil:
		v, err := parseNumberOrRange(text, c.part)
		if err != nil {
			return fmt.Errorf("%s %w", c.name, err)
		}
		v.Column = uint32(at)
		*c.number(row) = v
	case c.mark != nil:
		m, err := parseMark(text)
		if err != nil {
			return fmt.Errorf("%s %w", c.name, err)
		}
		*c.mark(row) = m
	case c.check != nil:
		checked, err := c.check(text)
		if err != nil {
			return err
		}
		*c.text(row) = checked
	default:
		*c.text(row) = text
	}
	if c.at != nil {
		*c.at(row) = at
	}
	return nil
}

// code names the problem of a cell that parse refuses.
func (c *column[T]) code() string {
	switch {
	case c.number != nil:
		return "number"
	case c.mark != nil:
		return "true-or-false"
	}
	return c.name
}

// parseNumberOrRange reads a number, or LOW..HIGH where only its ends are known.
func parseNumberOrRange(text string, part bool) (graph.Number, error) {
	from, to, isRange := strings.Cut(text, "..")
	if isRange && strings.HasSuffix(to, "%") && !strings.HasSuffix(from, "%") {
		from += "%"
	}
	low, err := parseNumber(strings.TrimSpace(from), part)
	if !isRange || err != nil {
		return graph.Num(low), err
	}
	high, err := parseNumber(strings.TrimSpace(to), part)
	switch {
	case err != nil:
		return graph.Number{}, err
	case high < low:
		return graph.Number{}, fmt.Errorf("%q is upside down: the lower end comes first", text)
	case high == low:
		return graph.Num(low), nil
	}
	return graph.Between(low, high), nil
}

// parseNumber reads a number as tables write it: "0.4", "0,4", "1e3" and, of a
// part, "40%". A lone comma is a decimal one unless it could part thousands;
// then nobody can tell. Words such as NaN and Inf are no numbers.
func parseNumber(text string, part bool) (float64, error) {
	digits, percent := strings.CutSuffix(text, "%")
	digits = strings.TrimRight(digits, " ")
	if strings.Trim(digits, "0123456789+-.,eE") != "" {
		return 0, fmt.Errorf("%q is not a number", text)
	}
	if strings.Count(digits, ",") == 1 && !strings.Contains(digits, ".") {
		whole, rest, _ := strings.Cut(digits, ",")
		if whole = strings.TrimLeft(whole, "+-"); len(rest) == 3 && len(whole) <= 3 && whole != "" && whole != "0" {
			return 0, fmt.Errorf("%q is %[2]s%[3]s or %[2]s.%[3]s: write it without a comma", text, whole, rest)
		}
		digits = strings.Replace(digits, ",", ".", 1)
	}
	if percent && !part {
		return 0, fmt.Errorf("%q is a percentage: write a plain number", text)
	}
	if percent {
		digits += "e-2" // rounds once, a division by 100 would round twice
	}
	v, err := strconv.ParseFloat(digits, 64)
	switch {
	case errors.Is(err, strconv.ErrRange):
		return 0, fmt.Errorf("%q is too large", text)
	case err != nil:
		return 0, fmt.Errorf("%q is not a number", text)
	}
	return v, nil
}

// parseMark reads yes and no as spreadsheets write them.
func parseMark(text string) (graph.Mark, error) {
	switch strings.ToLower(text) {
	case "true", "t", "yes", "y", "1", "x":
		return graph.Yes, nil
	case "false", "f", "no", "n", "0":
		return graph.No, nil
	}
	return graph.Unmarked, fmt.Errorf("%q is neither true nor false", text)
}
