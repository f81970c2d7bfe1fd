package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"
)

// noExpression is what an empty variable of the shell leads to.
func noExpression(flag string) error {
	return fmt.Errorf("--%s is empty: it takes an expression", flag)
}

// dataNamed is the check of --data.
func dataNamed(_ *cli.Context, ref string) error {
	if ref == "" {
		return errors.New("--data is empty: it takes a path, - or example:NAME")
	}
	return nil
}

// atLeast is the check of a flag that counts.
func atLeast(least int, flag string) func(*cli.Context, int) error {
	return func(_ *cli.Context, n int) error {
		if n < least {
			return fmt.Errorf("--%s %d is below %d", flag, n, least)
		}
		return nil
	}
}

// notNegative is the check of a flag that is a time.
func notNegative(flag string) func(*cli.Context, time.Duration) error {
	return func(_ *cli.Context, d time.Duration) error {
		if d < 0 {
			return fmt.Errorf("--%s %v is below 0", flag, d)
		}
		return nil
	}
}

// once leaves of equal words the first: what is named twice is cut once.
func once(list []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(list), func(word string) bool {
		again := seen[word]
		seen[word] = true
		return again
	})
}

// fraction reads 0.4 or 40%: ok if it is from 0 to 1.
func fraction(text string) (v float64, ok bool) {
	number, isPercent := strings.CutSuffix(strings.TrimSpace(text), "%")
	v, err := strconv.ParseFloat(number, 64)
	if isPercent {
		v /= 100
	}
	return v, err == nil && v >= 0 && v <= 1
}

// badValue says in our words that the parser cannot read a flag's value; "" =
// the error is about something else.
func badValue(c *cli.Command, parser error) string {
	text := parser.Error()
	for _, form := range []string{
		"invalid value %q for flag -%s",
		"invalid boolean value %q for -%s",
		"could not parse %q from environment variable %q as value for flag %s",
	} {
		var value, variable, name string
		into := []any{&value, &variable, &name}
		if strings.Count(form, "%") == 2 {
			into = []any{&value, &name}
		}
		if _, err := fmt.Sscanf(text, form, into...); err != nil {
			continue
		}
		name = strings.TrimSuffix(name, ":")
		if variable == "" {
			variable = dashed(name)
		}
		if strings.HasSuffix(text, "out of range") {
			return fmt.Sprintf("%s %q is too large", variable, value)
		}
		return fmt.Sprintf("%s %q is not %s", variable, value, kindOf(c, name))
	}
	return ""
}

// kindOf is what a flag takes.
func kindOf(c *cli.Command, flag string) string {
	for _, f := range c.Flags {
		if !slices.Contains(f.Names(), flag) {
			continue
		}
		switch f.(type) {
		case *cli.BoolFlag:
			return "true or false"
		case *cli.DurationFlag:
			return "a time such as 30s or 5m"
		case *cli.Float64Flag:
			return "a number"
		case *cli.Uint64Flag:
			return "a whole number from 0"
		case *cli.GenericFlag:
			return "a size such as 4GB or 512MB"
		}
	}
	return "a whole number"
}

// dashed is a flag as it is written: -a, --all.
func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
