package loaders

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// IsScenario says whether ref stands for a scenario and not for a data set, by its
// form: a file of YAML, or of JSON that cuts or changes something; EXAMPLE/NAME; else
// a word that is no path of anything.
func IsScenario(ctx context.Context, ref string, opts Options) bool {
	if isScenarioFile(ref) {
		return path.Ext(ref) != ".json" || scenarioJSON(ctx, ref, opts)
	}
	example, _, named := strings.Cut(strings.TrimPrefix(ref, examplePrefix), "/")
	if named && slices.Contains(exampleNames(opts.Examples), example) {
		return true
	}
	if ref == "-" || strings.HasPrefix(ref, examplePrefix) || filepath.Base(ref) != ref {
		return false
	}
	_, err := os.Stat(ref)
	return err != nil && !slices.Contains([]string{".zip", ".csv", ".tsv", ".xml"}, path.Ext(ref))
}

// scenarioJSON says whether a file is JSON with a key that only a scenario has.
func scenarioJSON(ctx context.Context, name string, opts Options) bool {
	l, err := newLoad(ctx, name, opts)
	if err != nil {
		return false
	}
	f, err := os.Open(name)
	if err != nil {
		return false
	}
	defer ignore(f.Close)
	text, err := l.smallText(name, f)
	if err != nil {
		return false // a scenario is never so long
	}
	d := parse(name, text)
	if d.root == nil {
		return false
	}
	o := d.object(d.root, "", "cuts changes")
	return o.has("cuts") || o.has("changes")
}
