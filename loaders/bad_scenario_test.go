package loaders_test

import (
	"strings"
	"testing"

	"linestop/loaders"
)

var badScenarios = []struct{ name, text, want string }{
	{"empty", "", `s.yaml: error: the scenario is empty [missing-key]`},
	{"only a comment", "# nothing\n", `s.yaml: error: the scenario is empty [missing-key]`},
	{"a list", "- target: a\n", `s.yaml:1:1: error: the scenario must be keys and values [wrong-type]`},
	{"no cuts", "name: x\n", `s.yaml:1:1: error: the scenario has neither cuts nor changes [missing-key]`},
	{"cuts are no list", "cuts: {target: a}\n", `s.yaml:1:7: error: cuts must be a list [wrong-type]`},
	{"YAML syntax", "cuts:\n  - target: 'a\n", `s.yaml:2: error: not YAML: found unexpected end of stream [syntax]`},
	{"JSON", "{\"cuts\": [\n\t{\"target\": \"é\", \"lefd\": 1}]}", `s.yaml:2:19: error: cut 1 has no key "lefd"; did you mean "left"? [unknown-key]`},
	{"a web page", "<html>", `s.yaml: error: is XML or a web page, which is not read [unreadable]`},
	{"keys", "tittle: a\ncuts:\n  - targets: a\n  - é: a\n    target: a\n", `s.yaml:1:1: error: the scenario has no key "tittle"; did you mean "title"? [unknown-key]
s.yaml:3:5: error: cut 1 has no key "targets"; did you mean "target"? [unknown-key]
s.yaml:3:5: error: cut 1 has none of target, where, supply [missing-key]
s.yaml:4:5: error: cut 2 has no key "é"; the keys are target, where, supply, left, curve, from, until, delay [unknown-key]`},
	{"start", "start: 26.10.2025\nhorizon: 0\ncuts: [{target: a, from: 2025-10-27}]\n", `s.yaml:1:8: error: start "26.10.2025" is no date such as 2025-10-28 [date]
s.yaml:2:10: error: horizon 0 leaves no day to follow [out-of-range]`},
	{"horizon", "horizon: [1]\ncuts: [{target: a}]\n", `s.yaml:1:10: error: horizon must be a number [wrong-type]`},
	{"days", "start: 2025-10-26\ncuts:\n  - {target: a, from: 2025-10-25}\n  - {target: a, from: 28-10-2025}\n  - {target: a, from: -1}\n" +
		"  - {target: a, from: 5, until: 5}\n  - {target: a, from: soon, delay: 40%}\n  - {target: a, from: {a: b}}\n", `s.yaml:3:23: error: from 2025-10-25 is before the start, 2025-10-26 [date]
s.yaml:4:23: error: from "28-10-2025" is neither a day number nor a date such as 2025-10-28 [date]
s.yaml:5:23: error: from -1 is not from 0 to 1000000 days [out-of-range]
s.yaml:6:33: error: until 5 is not after from 5 [order]
s.yaml:7:23: error: from "soon" is not a number [number]
s.yaml:7:36: error: delay "40%" is a percentage: write a plain number [number]
s.yaml:8:23: error: from must be a number [wrong-type]`},
	{"dates without a start", "cuts:\n  - {target: a, from: 2025-10-25, until: 7}\n", `s.yaml:2:23: error: from is a date, but the scenario has no start [date]`},
	{"what is cut", "cuts:\n  - {left: 0.4}\n  - {target: a, where: b}\n  - {supply: {supplier: a}}\n  - {supply: a->b}\n  - {target: ''}\n" +
		"  - target: [a]\n  - a\n  - {target: a, supply: {supplier: a, customer: b, neeed: c}}\n", `s.yaml:2:5: error: cut 1 has none of target, where, supply [missing-key]
s.yaml:3:24: error: cut 2 has both target and where: make two of it [conflict]
s.yaml:4:14: error: the supply of cut 3 has no customer [missing-key]
s.yaml:5:14: error: the supply of cut 4 must be keys and values [wrong-type]
s.yaml:6:5: error: cut 5 has no target [missing-key]
s.yaml:7:13: error: target must be a text [wrong-type]
s.yaml:8:5: error: cut 7 must be keys and values [wrong-type]
s.yaml:9:25: error: cut 8 has both target and supply: make two of it [conflict]
s.yaml:9:52: error: the supply of cut 8 has no key "neeed"; did you mean "need"? [unknown-key]`},
	{"what is left", "cuts:\n  - {target: a, left: 1.5}\n  - {target: a, left: 40%, delay: 3}\n  - {target: a, left: 0, curve: {0: 1}}\n" +
		"  - {target: a, delay: 1, curve: {0: 1}}\n  - {target: a, left: -0.1}\n", `s.yaml:2:23: error: left 1.5 is not from 0 to 1, or 0% to 100% [out-of-range]
s.yaml:3:23: error: cut 2 has both delay and left: one says all [conflict]
s.yaml:4:33: error: cut 3 has both left and curve: one says all [conflict]
s.yaml:5:34: error: cut 4 has both delay and curve: one says all [conflict]
s.yaml:6:23: error: left -0.1 is not from 0 to 1, or 0% to 100% [out-of-range]`},
	{"curve", "cuts:\n  - {target: a, curve: {0: 0.5, 7: 0.2, 7.0: 0.1, 3: 2}}\n  - {target: a, curve: {}}\n  - {target: a, curve: 1}\n  - {target: a, curve: {0: 1, 0: 2}}\n", `s.yaml:2:41: error: day 7 of the curve is not after day 7: the days must rise [order]
s.yaml:2:51: error: day 3 of the curve is not after day 7: the days must rise [order]
s.yaml:2:54: error: left 2 is not from 0 to 1, or 0% to 100% [out-of-range]
s.yaml:3:24: error: the curve is empty [missing-key]
s.yaml:4:24: error: curve must be keys and values [wrong-type]
s.yaml:5:31: error: curve has the key "0" twice [duplicate-key]`},
	{"a curve beyond the end", "cuts:\n  - {target: a, from: 3, until: 9, curve: {0: 0.5, 5.5: 0.2, 6: 1}}\n", `s.yaml:2:62: error: day 6 of the curve is day 9 of the scenario, and the cut ends on day 9 [order]`},
	{"an alias", "cuts:\n  - &a {target: a}\n  - *a\n", `s.yaml:3:5: error: cut 2 is an alias, which is not read: write it out [wrong-type]`},
	{"changes", "changes:\n  - {add: {supplier: a}}\n  - {add: {id: a, share: 1}}\n  - {set: {customer: a, share: lots, level: vital}}\n" +
		"  - {remove: {supplier: a, customer: b, note: c}}\n  - {remove: {id: a, kind: b}}\n  - {}\n  - {add: {}, set: {}}\n  - {add: 1}\n  - 1\n  - {add: {id: [a]}}\n", `s.yaml:2:11: error: change 1 names neither a node by id nor a row by supplier and customer [missing-key]
s.yaml:3:19: error: change 2 has no key "share"; the keys are id, name, kind, sector, parent, country, product, volume, unit, stock_days, recover_days, p_fail, note, evidence, confidence, as_of [unknown-key]
s.yaml:4:32: error: share "lots" is not a number [number]
s.yaml:4:45: error: level "vital" is none of critical, degrading, optional, capital [level]
s.yaml:5:41: error: change 4 has no key "note"; the keys are supplier, customer, need [unknown-key]
s.yaml:6:22: error: change 5 has no key "kind"; the keys are id [unknown-key]
s.yaml:7:5: error: change 6 has none of add, remove, set [missing-key]
s.yaml:8:11: error: change 7 names neither a node by id nor a row by supplier and customer [missing-key]
s.yaml:8:20: error: change 7 has both add and set: make two of it [conflict]
s.yaml:9:11: error: change 8 must be keys and values [wrong-type]
s.yaml:10:5: error: change 9 must be keys and values [wrong-type]
s.yaml:11:16: error: id must be a text or a number [wrong-type]`},
	{"expectations", "start: 2025-10-26\ncuts: [{target: a}]\nexpect:\n  - {node: a}\n  - {effect: stop}\n  - {node: a, effect: halt, use: tests}\n" +
		"  - {node: a, effect: none, from: 1}\n  - {node: a, effect: stop, through: 1}\n  - {node: a, effect: stop, from: 3, until: 2}\n  - a\n", `s.yaml:4:5: error: expectation 1 has no effect [missing-key]
s.yaml:5:5: error: expectation 2 has no node [missing-key]
s.yaml:6:23: error: effect "halt" is none of stop, reduce, none [unknown-word]
s.yaml:6:34: error: use "tests" is none of test, control, partial, calibrate [unknown-word]
s.yaml:7:35: error: expectation 4 of effect none has no from [conflict]
s.yaml:8:38: error: expectation 5 of effect stop has no through [conflict]
s.yaml:9:45: error: until 2 is before from 3 [order]
s.yaml:10:5: error: expectation 7 must be keys and values [wrong-type]`},
	{"percentages above 100", "cuts:\n  - {target: a, left: 150%}\n  - {target: a, curve: {0: 40%, 7: 101 %}}\n  - {target: a, left: -5%}\n", `s.yaml:2:23: error: left 150% is not from 0 to 1, or 0% to 100% [out-of-range]
s.yaml:3:36: error: left 101 % is not from 0 to 1, or 0% to 100% [out-of-range]
s.yaml:4:23: error: left -5% is not from 0 to 1, or 0% to 100% [out-of-range]`},
	{"not a number", "horizon: .nan\ncuts:\n  - {target: a, left: NaN}\n  - {target: a, from: .inf}\n  - {target: a, curve: {NaN: 0}}\n  - {target: a, delay: -.Inf}\n", `s.yaml:1:10: error: horizon ".nan" is not a number [number]
s.yaml:3:23: error: left "NaN" is not a number [number]
s.yaml:4:23: error: from ".inf" is not a number [number]
s.yaml:5:25: error: a day of the curve "NaN" is not a number [number]
s.yaml:6:24: error: delay "-.Inf" is not a number [number]`},
	{"negative days", "start: 2025-10-26\nhorizon: -5\ncuts:\n  - {target: a, delay: -1}\n  - {target: a, curve: {-1: 0.5}}\n  - {target: a, until: -3}\n  - {target: a, until: 2025-10-01}\n", `s.yaml:2:10: error: horizon -5 is not from 0 to 1000000 days [out-of-range]
s.yaml:4:24: error: delay -1 is not from 0 to 1000000 days [out-of-range]
s.yaml:5:25: error: a day of the curve -1 is not from 0 to 1000000 days [out-of-range]
s.yaml:6:24: error: until -3 is not from 0 to 1000000 days [out-of-range]
s.yaml:7:24: error: until 2025-10-01 is before the start, 2025-10-26 [date]`},
	{"dates in the wrong order", "start: 2025-10-26\ncuts:\n  - {target: a, from: 2025-12-01, until: 2025-11-30}\n  - {target: a, until: 2025-10-26}\n", `s.yaml:3:42: error: until 2025-11-30 is not after from 2025-12-01 [order]
s.yaml:4:24: error: until 2025-10-26 is not after from 0 [order]`},
	{"days without end", "horizon: 1e7\ncuts:\n  - {target: a, from: 1e400}\n  - {target: a, until: 1e300}\n  - {target: a, delay: 1000001}\n", `s.yaml:1:10: error: horizon 1e7 is not from 0 to 1000000 days [out-of-range]
s.yaml:3:23: error: from "1e400" is too large [number]
s.yaml:4:24: error: until 1e300 is not from 0 to 1000000 days [out-of-range]
s.yaml:5:24: error: delay 1000001 is not from 0 to 1000000 days [out-of-range]`},
	{"days that no calendar has", "start: 2025-02-29\ncuts:\n  - {target: a, from: 2025-11-31}\n", `s.yaml:1:8: error: start "2025-02-29" is no date such as 2025-10-28 [date]
s.yaml:3:23: error: from "2025-11-31" is neither a day number nor a date such as 2025-10-28 [date]`},
	{"cuts nothing", "name: x\ncuts: []\n", `s.yaml:2:7: error: the scenario cuts nothing [no-cut]`},
	{"cuts that leave everything", "cuts:\n  - {target: a, left: 100%}\n  - {target: a, delay: 0}\n  - {target: a, curve: {0: 1, 5: 1}}\n", `s.yaml:2:3: error: the scenario cuts nothing [no-cut]`},
	{"begins when all is over", "start: 2018-01-01\ncuts:\n  - {target: a}\n  - {target: b, from: 2020-01-01}\n", `s.yaml:4:5: error: cut 2 begins on day 730, and the scenario ends on day 365: set its horizon [out-of-range]`},
	{"aliases that explode", "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\ncuts: &d [*c,*c]\nchanges: *d\n", `s.yaml:1:1: error: the scenario has no key "a"; the keys are name, title, description, start, horizon, cuts, changes, expect [unknown-key]
s.yaml:2:1: error: the scenario has no key "b"; the keys are name, title, description, start, horizon, cuts, changes, expect [unknown-key]
s.yaml:3:1: error: the scenario has no key "c"; the keys are name, title, description, start, horizon, cuts, changes, expect [unknown-key]
s.yaml:4:11: error: cut 1 is an alias, which is not read: write it out [wrong-type]
s.yaml:4:14: error: cut 2 is an alias, which is not read: write it out [wrong-type]
s.yaml:5:10: error: changes is an alias, which is not read: write it out [wrong-type]`},
	{"an alias of itself", "cuts: &a [*a]\n", `s.yaml:1:11: error: cut 1 is an alias, which is not read: write it out [wrong-type]`},
	{"an alias of nothing", "cuts:\n  - *ban\n", `s.yaml:2:5: error: not YAML: unknown anchor 'ban' referenced [syntax]`},
	{"keys merged", "cuts:\n  - &a {target: a}\n  - <<: *a\n    left: 0.5\n", `s.yaml:3:5: error: cut 2 has no key "<<"; the keys are target, where, supply, left, curve, from, until, delay [unknown-key]
s.yaml:3:5: error: cut 2 has none of target, where, supply [missing-key]`},
	{"nested without end", "cuts: " + strings.Repeat("[", 20_000), `s.yaml:1: error: not YAML: exceeded max depth of 10000 [syntax]`},
	{"syntax on the first line", "cuts: [a: b: c]", `s.yaml:1: error: not YAML: did not find expected ',' or ']' [syntax]`},
	{"a list that ends too early", "name: x\ncuts:\n  - target: a\n   left: 1\n", `s.yaml:3: error: not YAML: did not find expected '-' indicator [syntax]`},
	{"too long", strings.Repeat("#", 1<<20+1), `s.yaml: error: is longer than 1048576 bytes [unreadable]`},
}

func TestBadScenarios(t *testing.T) {
	for _, test := range badScenarios {
		t.Run(test.name, func(t *testing.T) {
			_, problems := loaders.ReadScenario(t.Context(), "s.yaml", strings.NewReader(test.text), loaders.Options{})
			if got := list(problems); got != test.want {
				t.Error(diff(got, test.want))
			}
		})
	}
}
