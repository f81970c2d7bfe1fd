package graph_test

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"linestop/graph"
)

type flawed struct {
	name    string
	info    graph.Info
	nodes   []graph.Node
	sources []graph.Source
	inputs  [][3]string // the sectors of supplier and customer, and the effect
	want    []string    // the whole of what Validate says
}

var num = graph.Num

// flaws has each rule of Validate. Where a case has no nodes, the rows imply them.
var flaws = []flawed{
	{
		name:    "nothing to say",
		info:    graph.Info{Products: `kind == "product"`},
		nodes:   []graph.Node{{ID: "co", Country: "NLD"}, {ID: "a", Country: "CN", Parent: "co"}, {ID: "b"}, {ID: "p", Kind: "product"}},
		sources: []graph.Source{{Supplier: "a", Customer: "p", Need: "x", Share: num(0.4), Level: "degrading", Weight: num(0.2)}, {Supplier: "b", Customer: "p", Need: "x", Share: num(0.6), MaxShare: num(1.2), BufferDays: num(9), Refill: num(0.1), Quorum: num(2), Confidence: "0.7"}},
	},
	{name: "no network"},

	{
		name:    "empty id",
		sources: rows("", "p", "a", "q", "b", ""),
		want: []string{
			`supplies.csv:2:1: error: a node has an empty id [empty-id]`,
		},
	},
	{
		name:    "control character",
		nodes:   nodes("a\tb", "p"),
		sources: rows("a\tb", "p"),
		want:    []string{`nodes.csv:2:1: error: id "a\tb" holds a control character [control-character]`},
	},
	{
		name:    "ids that look alike",
		sources: rows("TSMC", "p", "tsmc", "p", "Müller  AG", "p", "muller-ag", "p", "Ｔ_1", "p", "t\u00a01\u200b", "p", "台积电", "p", "台積電", "p"),
		want: []string{
			`supplies.csv:3:1: warning: "tsmc" and "TSMC" (at supplies.csv:2:1) look like one node [similar-ids]`,
			`supplies.csv:5:1: warning: "muller-ag" and "Müller  AG" (at supplies.csv:4:1) look like one node [similar-ids]`,
			"supplies.csv:7:1: warning: \"t\\u00a01\\u200b\" and \"Ｔ_1\" (at supplies.csv:6:1) look like one node [similar-ids]",
		},
	},
	{
		name:    "ids that look alike, met as customer and as parent",
		nodes:   []graph.Node{{ID: "a", Parent: "B"}, {ID: "c"}},
		sources: rows("a", "c", "c", "b"),
		want: []string{
			`nodes.csv:2:10: error: parent "B" is not in the node table [unknown-parent]`,
			`supplies.csv:3:10: error: customer "b" is not in the node table [unknown-customer]`,
			`supplies.csv:3:10: warning: "b" and "B" (at nodes.csv:2:10) look like one node [similar-ids]`,
		},
	},
	{
		name: "needs that look alike",
		sources: []graph.Source{
			{Supplier: "a", Customer: "p", Need: "Wafers"},
			{Supplier: "b", Customer: "p", Need: "wafers "},
			{Supplier: "b", Customer: "q", Need: "wafers"},
		},
		want: []string{`supplies.csv:3:1: warning: needs "wafers " and "Wafers" (at supplies.csv:2:1) of "p" look like one [similar-needs]`},
	},

	{
		name:    "two rows for one node",
		nodes:   []graph.Node{{ID: "a"}, {ID: "p", Country: "CN"}, {ID: "p", Country: "Mars", Volume: num(-1)}},
		sources: rows("a", "p"),
		want: []string{
			`nodes.csv:4:1: error: node "p" is already described (at nodes.csv:3:1) [duplicate-node]`,
			`nodes.csv:4:20: warning: country "Mars" of "p" is not an ISO 3166-1 code [unknown-country]`,
			`nodes.csv:4:30: error: volume -1 is not a number from 0 up [out-of-range]`,
		},
	},
	{
		name:    "isolated node",
		nodes:   []graph.Node{{ID: "co"}, {ID: "a", Parent: "co"}, {ID: "p"}, {ID: "x"}, {ID: "y", Parent: "co"}},
		sources: rows("a", "p"),
		want: []string{
			`nodes.csv:5:1: warning: node "x" has no supplier, no customer and nothing that belongs to it [isolated-node]`,
			`nodes.csv:6:1: warning: node "y" has no supplier, no customer and nothing that belongs to it [isolated-node]`,
		},
	},
	{
		name: "countries",
		nodes: []graph.Node{
			{ID: "a", Country: "CHN"},
			{ID: "b", Country: "TW"},
			{ID: "c", Country: "cn"},
			{ID: "d", Country: "chn"},
			{ID: "e", Country: "UK"},
			{ID: "f", Country: "EU"},
			{ID: "g", Country: "China"},
			{ID: "p", Country: "156"},
			{ID: "h", Country: "ZZZ"},
		},
		sources: rows("a", "p", "b", "p", "c", "p", "d", "p", "e", "p", "f", "p", "g", "p", "h", "p"),
		want: []string{
			`nodes.csv:4:20: warning: country "cn" of "c" is not an ISO 3166-1 code (did you mean "CN"?) [unknown-country]`,
			`nodes.csv:5:20: warning: country "chn" of "d" is not an ISO 3166-1 code (did you mean "CN"?) [unknown-country]`,
			`nodes.csv:6:20: warning: country "UK" of "e" is not an ISO 3166-1 code (did you mean "GB"?) [unknown-country]`,
			`nodes.csv:7:20: warning: country "EU" of "f" is not an ISO 3166-1 code [unknown-country]`,
			`nodes.csv:8:20: warning: country "China" of "g" is not an ISO 3166-1 code [unknown-country]`,
			`nodes.csv:9:20: warning: country "156" of "p" is not an ISO 3166-1 code (did you mean "CN"?) [unknown-country]`,
			`nodes.csv:10:20: warning: country "ZZZ" of "h" is not an ISO 3166-1 code [unknown-country]`,
		},
	},

	{
		name:    "unknown parent, named again",
		nodes:   []graph.Node{{ID: "nexperia"}, {ID: "a", Parent: "nxperia"}, {ID: "b", Parent: "nxperia"}, {ID: "c", Parent: "nexperia"}, {ID: "p"}},
		sources: rows("a", "p", "b", "p", "c", "p", "nxperia", "p"),
		want: []string{
			`nodes.csv:3:10: error: parent "nxperia" is not in the node table (did you mean "nexperia"?); in all 3 rows name it [unknown-parent]`,
		},
	},
	{
		name:    "parents in loops",
		nodes:   []graph.Node{{ID: "a", Parent: "c"}, {ID: "b", Parent: "a"}, {ID: "c", Parent: "b"}, {ID: "d", Parent: "d"}, {ID: "e", Parent: "a"}},
		sources: rows("a", "e", "b", "e", "c", "e", "d", "e"),
		want: []string{
			`nodes.csv:2:1: error: parents form a loop: "a" belongs to "c" belongs to "b" belongs to "a" [parent-loop]`,
			`nodes.csv:5:1: error: node "d" is its own parent [parent-loop]`,
		},
	},
	{
		name:    "a long loop of parents",
		nodes:   ring(12),
		sources: rows("n0", "n1"),
		want: []string{
			`nodes.csv:2:1: error: parents form a loop: "n0" belongs to "n1" belongs to "n2" belongs to "n3" belongs to "n4" belongs to "n5" belongs to "n6" belongs to "n7" belongs to "n8" belongs to "n9" belongs to 3 more [parent-loop]`,
		},
	},
	{
		name:    "a part that supplies nobody",
		nodes:   []graph.Node{{ID: "asml"}, {ID: "tsmc"}, {ID: "fab18", Parent: "tsmc"}, {ID: "fab21", Parent: "tsmc"}, {ID: "gpu", Product: graph.Yes}},
		sources: rows("asml", "fab18", "asml", "fab21", "fab21", "gpu", "tsmc", "gpu"),
		want:    []string{`nodes.csv:4:1: warning: "fab18" supplies nobody, only "tsmc" that it belongs to does: what breaks it ends there [dead-end]`},
	},

	{
		name:    "unknown supplier and customer",
		nodes:   nodes("asml", "tsmc", "p"),
		sources: rows("asml", "tsmc", "amsl", "p", "tsmc", "p", "tsmc", "q", "amsl", "r", "asml", "x9"),
		want: []string{
			`supplies.csv:3:1: error: supplier "amsl" is not in the node table (did you mean "asml"?); in all 2 rows name it [unknown-supplier]`,
			`supplies.csv:5:10: error: customer "q" is not in the node table [unknown-customer]`,
			`supplies.csv:6:10: error: customer "r" is not in the node table [unknown-customer]`,
			`supplies.csv:7:10: error: customer "x9" is not in the node table [unknown-customer]`,
		},
	},
	{
		name:    "self-supply",
		sources: rows("a", "p", "p", "p"),
		want:    []string{`supplies.csv:3:1: warning: "p" supplies itself: once stopped it cannot start again by this row [self-supply]`},
	},

	{
		name:    "inputs between sectors",
		nodes:   []graph.Node{{ID: "a", Sector: "C10"}, {ID: "p", Sector: "C25"}},
		sources: rows("a", "p"),
		inputs: [][3]string{
			{"C10", "C25", "linear"}, {"C1O", "*", "essential"}, {"*", "C99", "none"}, {"C10", "C25", "essential"}, {"C25", "C25", "vital"}, {"*", "*", ""},
		},
		want: []string{
			`inputs.csv:3:1: error: no node is of the sector "C1O" (did you mean "C10"?) [unknown-sector]`,
			`inputs.csv:4:2: error: no node is of the sector "C99" [unknown-sector]`,
			`inputs.csv:5:1: error: the effect of "C10" on "C25" is already given (at inputs.csv:2:1) [duplicate-input]`,
			`inputs.csv:6:3: error: effect "vital" is none of essential, linear, none [effect]`,
			`inputs.csv:7:3: error: effect "" is none of essential, linear, none [effect]`,
		},
	},
	{
		name: "numbers of nodes out of range",
		nodes: []graph.Node{
			{ID: "a", Volume: num(-1), StockDays: num(math.NaN()), RecoverDays: num(math.Inf(1))},
			{ID: "p", Volume: num(0), StockDays: num(1e9), RecoverDays: num(-0.5), PFail: num(2)},
		},
		sources: rows("a", "p"),
		want: []string{
			`nodes.csv:2:30: error: volume -1 is not a number from 0 up [out-of-range]`,
			`nodes.csv:2:31: error: stock_days NaN is not from 0 to 1000000 days [out-of-range]`,
			`nodes.csv:2:32: error: recover_days +Inf is not from 0 to 1000000 days [out-of-range]`,
			`nodes.csv:3:31: error: stock_days 1000000000 is not from 0 to 1000000 days [out-of-range]`,
			`nodes.csv:3:32: error: recover_days -0.5 is not from 0 to 1000000 days [out-of-range]`,
			`nodes.csv:3:33: error: p_fail 2 is not from 0 to 1, or 0% to 100% [out-of-range]`,
		},
	},
	{
		name: "numbers of rows out of range",
		sources: []graph.Source{
			{Supplier: "a", Customer: "p", Share: num(40), MaxShare: num(-1), SwitchDays: num(-2), TransitDays: num(-3), BufferDays: num(-4), Refill: num(-5), Quorum: num(-6), Level: "degrading", Weight: num(1.5)},
			{Supplier: "b", Customer: "p", Share: num(-0.1), Flow: num(-7), Level: "degrading", Weight: num(200)},
			{Supplier: "c", Customer: "p", Share: num(math.NaN()), SwitchDays: num(1e6), TransitDays: graph.Between(0, 1e6+1), Level: "degrading", Weight: num(math.Inf(-1))},
		},
		want: []string{
			`supplies.csv:2:30: error: share 40 is not from 0 to 1, or 0% to 100% [out-of-range]`,
			`supplies.csv:2:31: error: max_share -1 is below share 40 [max-share]`,
			`supplies.csv:2:31: error: max_share -1 is not a number from 0 up [out-of-range]`,
			`supplies.csv:2:32: error: switch_days -2 is not from 0 to 1000000 days [out-of-range]`,
			`supplies.csv:2:33: error: transit_days -3 is not from 0 to 1000000 days [out-of-range]`,
			`supplies.csv:2:34: error: buffer_days -4 is not from 0 to 1000000 days [out-of-range]`,
			`supplies.csv:2:35: error: refill -5 is not a number from 0 up [out-of-range]`,
			`supplies.csv:2:36: error: quorum -6 of the need of "p" for "a" is not a whole number from 1 to 1, the number of its sources [quorum]`,
			`supplies.csv:2:37: error: weight 1.5 is not from 0 to 1, or 0% to 100% [out-of-range]`,
			`supplies.csv:3:30: error: share -0.1 is not from 0 to 1, or 0% to 100% [out-of-range]`,
			`supplies.csv:3:37: error: weight 200 is not from 0 to 1, or 0% to 100% [out-of-range]`,
			`supplies.csv:3:38: error: flow -7 is not a number from 0 up [out-of-range]`,
			`supplies.csv:4:30: error: share NaN is not from 0 to 1, or 0% to 100% [out-of-range]`,
			`supplies.csv:4:33: error: transit_days 0..1000001 is not from 0 to 1000000 days [out-of-range]`,
			`supplies.csv:4:37: error: weight -Inf is not from 0 to 1, or 0% to 100% [out-of-range]`,
		},
	},
	{
		name: "levels, confidences and dates",
		info: graph.Info{AsOf: "26.10.2025"},
		nodes: []graph.Node{
			{ID: "a", Confidence: "rumoured", AsOf: "2025-13"},
			{ID: "p", Confidence: "1"},
		},
		sources: []graph.Source{
			{Supplier: "a", Customer: "p", Level: "Critical"},
			{Supplier: "a", Customer: "p", Need: "x", Level: "capital", Confidence: "1.1", AsOf: "2025-02-29"},
		},
		want: []string{
			`error: as_of "26.10.2025" is no date such as 2025-10-28, 2025-10 or 2025 [as_of]`,
			`nodes.csv:2:1: error: as_of "2025-13" is no date such as 2025-10-28, 2025-10 or 2025 [as_of]`,
			`nodes.csv:2:1: error: confidence "rumoured" is none of reported, inferred, assumed, nor a number from 0 to 1 [confidence]`,
			`supplies.csv:2:1: error: level "Critical" is none of critical, degrading, optional, capital [level]`,
			`supplies.csv:3:1: error: as_of "2025-02-29" is no date such as 2025-10-28, 2025-10 or 2025 [as_of]`,
			`supplies.csv:3:1: error: confidence "1.1" is none of reported, inferred, assumed, nor a number from 0 to 1 [confidence]`,
		},
	},
	{
		name: "quorum",
		sources: []graph.Source{
			{Supplier: "a", Customer: "p", Need: "x", Quorum: num(3)},
			{Supplier: "b", Customer: "p", Need: "x"},
			{Supplier: "a", Customer: "p", Need: "y", Quorum: num(1.5)},
			{Supplier: "b", Customer: "p", Need: "y"},
			{Supplier: "a", Customer: "p", Need: "z"},
			{Supplier: "b", Customer: "p", Need: "z", Quorum: num(2)},
			{Supplier: "c", Customer: "p", Quorum: num(2)},
			{Supplier: "d", Customer: "p", Quorum: num(0)},
			{Supplier: "a", Customer: "p", Need: "v", Quorum: graph.Between(1, 3)},
			{Supplier: "b", Customer: "p", Need: "v"},
			{Supplier: "c", Customer: "p", Need: "v"},
		},
		want: []string{
			`supplies.csv:2:36: error: quorum 3 of need "x" of "p" is not a whole number from 1 to 2, the number of its sources [quorum]`,
			`supplies.csv:4:36: error: quorum 1.5 of need "y" of "p" is not a whole number from 1 to 2, the number of its sources [quorum]`,
			`supplies.csv:8:36: error: quorum 2 of the need of "p" for "c" is not a whole number from 1 to 1, the number of its sources [quorum]`,
			`supplies.csv:9:36: error: quorum 0 of the need of "p" for "d" is not a whole number from 1 to 1, the number of its sources [quorum]`,
			`supplies.csv:10:36: error: quorum 1..3 of need "v" of "p" is not a whole number from 1 to 3, the number of its sources [quorum]`,
		},
	},
	{
		name: "ranges",
		sources: []graph.Source{
			{Supplier: "a", Customer: "p", Need: "x", Share: graph.Between(0.5, 1.5), BufferDays: graph.Between(-1, 4)},
			{Supplier: "b", Customer: "p", Need: "x", Share: num(0), MaxShare: graph.Between(0.2, 1), BufferDays: graph.Between(0, 3)},
			{Supplier: "a", Customer: "q", Share: num(1), MaxShare: graph.Between(0.9, 2)},
		},
		want: []string{
			`supplies.csv:2:30: error: share 0.5..1.5 is not from 0 to 1, or 0% to 100% [out-of-range]`,
			`supplies.csv:2:34: error: buffer_days -1..4 is not from 0 to 1000000 days [out-of-range]`,
			`supplies.csv:3:34: error: buffer_days 0..3 of need "x" of "p" contradicts -1..4 (at supplies.csv:2:34) [contradiction]`,
			`supplies.csv:4:31: error: max_share 0.9..2 is below share 1 [max-share]`,
		},
	},

	{
		name: "rows of one supplier for one need",
		sources: []graph.Source{
			{Supplier: "a", Customer: "p", Need: "x"},
			{Supplier: "a", Customer: "p", Need: "y"},
			{Supplier: "a", Customer: "p"},
			{Supplier: "b", Customer: "p", Need: "x"},
			{Supplier: "a", Customer: "p", Need: "x"},
			{Supplier: "a", Customer: "p", Need: "x"},
		},
		want: []string{
			`supplies.csv:6:1: error: "a" already supplies need "x" of "p" (at supplies.csv:2:1) [duplicate-row]`,
			`supplies.csv:7:1: error: "a" already supplies need "x" of "p" (at supplies.csv:6:1) [duplicate-row]`,
		},
	},
	{
		name: "rows without a need's name said twice",
		sources: []graph.Source{
			{Supplier: "a", Customer: "p"},
			{Supplier: "a", Customer: "q"},
			{Supplier: "a", Customer: "p", Need: "x"},
			{Supplier: "a", Customer: "p"},
		},
		want: []string{`supplies.csv:5:1: warning: "a" already supplies "p" (at supplies.csv:2:1) [repeated-row]`},
	},
	{
		name: "contradicting rows of one need",
		sources: []graph.Source{
			{Supplier: "a", Customer: "p", Need: "x"},
			{Supplier: "b", Customer: "p", Need: "x", BufferDays: num(10), Refill: num(0.1), Quorum: num(2), Level: "degrading", Weight: num(0.5)},
			{Supplier: "c", Customer: "p", Need: "x", BufferDays: num(20), Refill: num(0.2), Quorum: num(3), Level: "critical", Weight: num(0.6)},
			{Supplier: "d", Customer: "p", Need: "x", BufferDays: num(10), Refill: num(0.1), Quorum: num(2), Level: "degrading", Weight: num(0.5)},
		},
		want: []string{
			`supplies.csv:4:1: error: level critical of need "x" of "p" contradicts degrading (at supplies.csv:3:1) [contradiction]`,
			`supplies.csv:4:34: error: buffer_days 20 of need "x" of "p" contradicts 10 (at supplies.csv:3:34) [contradiction]`,
			`supplies.csv:4:35: error: refill 0.2 of need "x" of "p" contradicts 0.1 (at supplies.csv:3:35) [contradiction]`,
			`supplies.csv:4:36: error: quorum 3 of need "x" of "p" contradicts 2 (at supplies.csv:3:36) [contradiction]`,
			`supplies.csv:4:37: error: weight 0.6 of need "x" of "p" contradicts 0.5 (at supplies.csv:3:37) [contradiction]`,
		},
	},
	{
		name: "shares",
		sources: []graph.Source{
			{Supplier: "a", Customer: "p", Need: "thirds", Share: num(0.33)},
			{Supplier: "b", Customer: "p", Need: "thirds", Share: num(0.33)},
			{Supplier: "c", Customer: "p", Need: "thirds", Share: num(0.33)},
			{Supplier: "a", Customer: "p", Need: "over", Share: num(0.7)},
			{Supplier: "b", Customer: "p", Need: "over", Share: num(0.4)},
			{Supplier: "c", Customer: "p", Need: "over"},
			{Supplier: "a", Customer: "p", Need: "under", Share: num(0.5)},
			{Supplier: "b", Customer: "p", Need: "under", Share: num(0.4)},
			{Supplier: "a", Customer: "p", Need: "open", Share: num(0.5)},
			{Supplier: "b", Customer: "p", Need: "open"},
			{Supplier: "d", Customer: "p", Share: num(0.6)},
			{Supplier: "e", Customer: "p", Share: num(1)},
		},
		want: []string{
			`supplies.csv:6:30: error: shares of need "over" of "p" sum to 1.1, above 1 [share-sum]`,
			`supplies.csv:9:30: warning: shares of need "under" of "p" sum to 0.9 and leave a rest to nobody [share-gap]`,
			`supplies.csv:12:30: warning: share 0.6 of the need of "p" for "d" leaves a rest to nobody: alternatives must name the same need [share-gap]`,
		},
	},
	{
		name: "a quorum of sources that carry nothing",
		sources: []graph.Source{
			{Supplier: "a", Customer: "p", Need: "x", Share: num(1), Quorum: num(2)},
			{Supplier: "b", Customer: "p", Need: "x", Share: num(0), MaxShare: num(1)},
			{Supplier: "a", Customer: "p", Need: "y", Share: num(0.6), Quorum: num(2)},
			{Supplier: "b", Customer: "p", Need: "y"},
			{Supplier: "c", Customer: "p", Need: "y", Share: num(0)},
		},
		want: []string{
			`supplies.csv:2:36: warning: quorum 2 of need "x" of "p" is above 1, the number of its sources that carry something today [quorum-share]`,
		},
	},
	{
		name: "max_share below share",
		sources: []graph.Source{
			{Supplier: "a", Customer: "p", Need: "x", Share: num(0.5), MaxShare: num(0.4)},
			{Supplier: "b", Customer: "p", Need: "x", Share: num(0.5), MaxShare: num(0.5)},
		},
		want: []string{`supplies.csv:2:31: error: max_share 0.4 is below share 0.5 [max-share]`},
	},
	{
		name: "values without effect",
		sources: []graph.Source{
			{Supplier: "a", Customer: "p", Need: "x", Weight: num(0.3)},
			{Supplier: "b", Customer: "p", Need: "x", Level: "degrading"},
			{Supplier: "a", Customer: "p", Need: "y", Weight: num(0.3)},
			{Supplier: "b", Customer: "p", Need: "y", Level: "optional"},
			{Supplier: "a", Customer: "p", Need: "z", Refill: num(0.1)},
			{Supplier: "b", Customer: "p", Need: "z", BufferDays: num(5)},
			{Supplier: "c", Customer: "p", Refill: num(0.1), Weight: num(1)},
			{Supplier: "d", Customer: "p", Refill: num(0)},
			{Supplier: "e", Customer: "p", Need: "w", Weight: num(3)}, // as in a list of edges
			{Supplier: "f", Customer: "p", Need: "w", Weight: num(4)},
		},
		want: []string{
			`supplies.csv:4:37: warning: weight 0.3 of need "y" of "p" has no effect: its level is optional, not degrading [no-effect]`,
			`supplies.csv:8:35: warning: refill 0.1 of the need of "p" for "c" has no effect: it has no buffer_days [no-effect]`,
			`supplies.csv:8:37: warning: weight 1 of the need of "p" for "c" has no effect: its level is critical, not degrading [no-effect]`,
			`supplies.csv:10:37: warning: weight 3 of need "w" of "p" has no effect: its level is critical, not degrading [no-effect]`,
		},
	},

	{
		name:    "no product",
		sources: rows("a", "b", "b", "a"),
		want:    []string{`warning: no product: mark some, or give an expression that selects them [no-product]`},
	},
	{
		name:    "an expression that selects no product",
		info:    graph.Info{Products: ` kind == "car" `},
		sources: rows("a", "b"),
		want:    []string{`warning: no product: kind == "car" selects none [no-product]`},
	},
	{
		name:    "an expression that is none",
		info:    graph.Info{Products: `kind = "car"`},
		sources: rows("a", "b"),
		want:    []string{`error: products: expression "kind = \"car\"": unexpected token Operator("=") at column 6 [products]`},
	},
	{
		name:    "a product that depends on the products",
		info:    graph.Info{Products: `tier == 0`},
		sources: rows("a", "b"),
		want:    []string{`error: products: expression "tier == 0": unknown name tier at column 1; known are as_of, confidence, country, evidence, id, kind, name, note, p_fail, parent, recover_days, sector, stock_days, under, unit, volume [products]`},
	},
	{
		name:    "products that nothing can break",
		nodes:   []graph.Node{{ID: "a"}, {ID: "p", Product: graph.Yes}, {ID: "car", Product: graph.Yes}, {ID: "axle", Parent: "car"}},
		sources: rows("a", "axle", "p", "axle"),
		want: []string{
			`nodes.csv:3:1: warning: product "p" has no supplies: only a cut of itself can break it [unsupplied-product]`,
			`nodes.csv:4:1: warning: product "car" has no supplies of its own: what breaks its parts does not break it [unsupplied-product]`,
		},
	},
	{
		name:    "a product that only loops supply",
		sources: rows("a", "b", "b", "a", "b", "p", "c", "q"),
		want:    []string{`supplies.csv:4:10: warning: product "p" is supplied only out of loops: all that lies upstream needs something in turn [unreachable-product]`},
	},

	{
		name: "columns that expressions cannot name",
		nodes: []graph.Node{
			{ID: "a", Attrs: []graph.Attr{{Name: "tier", Value: "2"}, {Name: "HS code", Value: "85"}, {Name: "HS_code", Value: "86"}}},
			{ID: "p"},
		},
		sources: rows("a", "p"),
		want: []string{
			`warning: column "HS_code" of the node table cannot be selected by: "HS_code" stands for something else [hidden-column]`,
			`warning: column "tier" of the node table cannot be selected by: "tier" stands for something else [hidden-column]`,
		},
	},

	{
		name:  "several at once, by place",
		nodes: []graph.Node{{ID: "p", Country: "Mars"}, {ID: "p"}, {ID: "a", Volume: num(-1)}},
		sources: []graph.Source{
			{Supplier: "zz", Customer: "p", Need: "x", Share: num(2), MaxShare: num(1)},
			{Supplier: "p", Customer: "p", Level: "none"},
			{Supplier: "a", Customer: "a"},
		},
		want: []string{
			`nodes.csv:2:20: warning: country "Mars" of "p" is not an ISO 3166-1 code [unknown-country]`,
			`nodes.csv:3:1: error: node "p" is already described (at nodes.csv:2:1) [duplicate-node]`,
			`nodes.csv:4:1: warning: product "a" is supplied only out of loops: all that lies upstream needs something in turn [unreachable-product]`,
			`nodes.csv:4:30: error: volume -1 is not a number from 0 up [out-of-range]`,
			`supplies.csv:2:1: error: supplier "zz" is not in the node table [unknown-supplier]`,
			`supplies.csv:2:30: error: share 2 is not from 0 to 1, or 0% to 100% [out-of-range]`,
			`supplies.csv:2:31: error: max_share 1 is below share 2 [max-share]`,
			`supplies.csv:3:1: error: level "none" is none of critical, degrading, optional, capital [level]`,
			`supplies.csv:3:1: warning: "p" supplies itself: once stopped it cannot start again by this row [self-supply]`,
			`supplies.csv:4:1: warning: "a" supplies itself: once stopped it cannot start again by this row [self-supply]`,
		},
	},
}

// ring is a loop of parents.
func ring(size int) []graph.Node {
	var list []graph.Node
	for i := range size {
		list = append(list, graph.Node{ID: fmt.Sprintf("n%d", i), Parent: fmt.Sprintf("n%d", (i+1)%size)})
	}
	return list
}

func TestValidate(t *testing.T) {
	for _, c := range flaws {
		t.Run(c.name, func(t *testing.T) {
			b := graph.NewBuilder(c.info)
			addAll(b, c.nodes, c.sources)
			addInputs(b, c.inputs)
			got := lines(validate(t, b.Build()))
			if !slices.Equal(got, c.want) {
				t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func lines(problems graph.Problems) []string {
	var list []string
	for _, p := range problems {
		list = append(list, fmt.Sprintf("%s [%s]", p, p.Code))
	}
	return list
}

// TestEveryRuleHasACase reads the codes off the sources.
func TestEveryRuleHasACase(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var tested []string
	for _, c := range flaws {
		for _, line := range c.want {
			tested = append(tested, line[strings.LastIndex(line, "["):])
		}
	}
	code := regexp.MustCompile(`j\.(?:err|warn)\("([a-z-]+)"|Code: +"([a-z-]+)"`)
	rules := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range code.FindAllStringSubmatch(string(text), -1) {
			rules++
			rule := m[1] + m[2]
			isOfRule := func(code string) bool { return strings.HasPrefix(code, "["+rule) }
			if !slices.ContainsFunc(tested, isOfRule) {
				t.Errorf("%s: rule %q has no case", file, rule)
			}
		}
	}
	if rules < 25 {
		t.Errorf("found only %d rules", rules)
	}
}

func TestValidateKeepsWhatTheReaderReported(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	place := graph.Place{File: "supplies.csv", Line: 3, Column: 5}
	b.Report(graph.Problem{Code: "number", Place: place, Message: `share "x" is not a number`})
	b.Report(graph.Problem{Severity: graph.Warning, Code: "encoding", Place: graph.Place{File: "nodes.csv"}, Message: "not UTF-8"})
	addAll(b, nil, rows("a", "p", "p", "p"))
	net := b.Build()
	want := []string{
		`nodes.csv: warning: not UTF-8 [encoding]`,
		`supplies.csv:3:1: warning: "p" supplies itself: once stopped it cannot start again by this row [self-supply]`,
		`supplies.csv:3:5: error: share "x" is not a number [number]`,
	}
	for range 2 { // judging twice says the same
		problems := validate(t, net)
		if got := lines(problems); !slices.Equal(got, want) {
			t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if problems.Errors() != 1 {
			t.Errorf("%d errors, want 1", problems.Errors())
		}
	}
}

// TestValidateOfCode: what was not read from a file has no place.
func TestValidateOfCode(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	for _, country := range []string{"CN", "Mars"} {
		b.AddNode(graph.Node{ID: "p", Country: country})
	}
	for range 2 {
		b.AddSource(graph.Source{Supplier: "a", Customer: "p", Need: "x"})
	}
	want := []string{
		`error: node "p" is already described [duplicate-node]`,
		`error: "a" already supplies need "x" of "p" [duplicate-row]`,
		`error: supplier "a" is not in the node table; in all 2 rows name it [unknown-supplier]`,
		`warning: country "Mars" of "p" is not an ISO 3166-1 code [unknown-country]`,
	}
	if got := lines(validate(t, b.Build())); !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestValidateKeepsSoManyOfAKind(t *testing.T) {
	const size = graph.MaxProblems + 7
	var list []graph.Source
	for i := range size {
		list = append(list, graph.Source{Supplier: fmt.Sprintf("n%d", i), Customer: "p", Share: num(-1)})
	}
	list = append(list, graph.Source{Supplier: "p", Customer: "p"})
	problems := validate(t, build(graph.Info{}, nil, list))
	if len(problems) != graph.MaxProblems+2 {
		t.Fatalf("%d problems, want %d", len(problems), graph.MaxProblems+2)
	}
	if got, want := problems.Errors(), size; got != want {
		t.Errorf("%d errors, want %d", got, want)
	}
	if got := problems.Warnings(); got != 1 {
		t.Errorf("%d warnings, want 1", got)
	}
	last := lines(problems[graph.MaxProblems-1:])
	want := []string{
		`supplies.csv:1001:30: error: share -1 is not from 0 to 1, or 0% to 100% [out-of-range]`,
		fmt.Sprintf(`supplies.csv:%d:1: warning: "p" supplies itself: once stopped it cannot start again by this row [self-supply]`, size+2),
		`error: 7 more problems of the kind "out-of-range" are not shown [out-of-range]`,
	}
	if !slices.Equal(last, want) {
		t.Errorf("ends with:\n%s\nwant:\n%s", strings.Join(last, "\n"), strings.Join(want, "\n"))
	}
}

// TestValidateStaysQuickOnBadData: each row names nodes that nobody describes,
// beside many that somebody does.
func TestValidateStaysQuickOnBadData(t *testing.T) {
	b := graph.NewBuilder(graph.Info{})
	declare(b, 100_000)
	for i := range 100_000 {
		b.AddSource(graph.Source{Supplier: fmt.Sprintf("frim-%07d", i), Customer: "firm-0000001", Need: fmt.Sprintf("need %d", i)})
	}
	problems := validate(t, b.Build())
	if got := problems.Errors(); got != 100_000 {
		t.Errorf("%d errors, want 100000", got)
	}
}
