package loaders_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"linestop/loaders"
)

// bad is data with something wrong in it, and all that is said about it.
type bad struct {
	name  string
	files files
	opts  loaders.Options
	want  string
}

func testBad(t *testing.T, tests []bad) {
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := verdict(test.files.open(t.Context(), test.opts)); got != test.want {
				t.Error(diff(got, test.want))
			}
		})
	}
}

func TestBadTables(t *testing.T) { testBad(t, badTables) }
func TestBadCells(t *testing.T)  { testBad(t, badCells) }
func TestBadSets(t *testing.T)   { testBad(t, badSets) }
func TestBadJSON(t *testing.T)   { testBad(t, badJSON) }

// Every message in the source must be what some test expects, with the words
// exact and anything for the verbs.
func TestEveryMessageIsTested(t *testing.T) {
	var expected []string
	for _, test := range slices.Concat(badTables, badCells, badSets, badJSON, badTrees) {
		expected = append(expected, test.want)
	}
	for _, test := range badScenarios {
		expected = append(expected, test.want)
	}
	for _, test := range badCalls {
		expected = append(expected, test.want)
	}
	for _, test := range badParquet {
		expected = append(expected, test.want)
	}
	all := strings.Join(expected, "\n")
	for _, format := range messages(t) {
		if !asPattern(format).MatchString(all) {
			t.Errorf("no test expects %q", format)
		}
	}
}

// messages lists the formats of all messages in the source.
func messages(t *testing.T) []string {
	argument := map[string]int{"fail": 2, "problem": 2, "warn": 2, "report": 2, "Errorf": 0, "New": 0}
	sources, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var formats []string
	for _, source := range sources {
		if !strings.HasSuffix(source.Name(), ".go") || strings.HasSuffix(source.Name(), "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), source.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			name := ""
			switch f := call.Fun.(type) {
			case *ast.Ident:
				name = f.Name
			case *ast.SelectorExpr:
				name = f.Sel.Name
			}
			if i, ok := argument[name]; ok && i < len(call.Args) {
				if text, ok := call.Args[i].(*ast.BasicLit); ok {
					format, _ := strconv.Unquote(text.Value)
					formats = append(formats, format)
				}
			}
			return true
		})
	}
	if len(formats) < 50 {
		t.Fatalf("only %d messages were found: has the source changed its ways?", len(formats))
	}
	return formats
}

var verb = regexp.MustCompile(`%(\[\d\]|\.\d)?[a-z]`)

func asPattern(format string) *regexp.Regexp {
	words := verb.Split(format, -1)
	for i := range words {
		words[i] = regexp.QuoteMeta(strings.ReplaceAll(words[i], "%%", "%"))
	}
	return regexp.MustCompile(strings.Join(words, ".*"))
}
