package netgen

import (
	"fmt"
	"slices"
	"strings"
)

// Setting is an economy that benchmarks ask for by name.
type Setting struct {
	Name           string
	SourcesPerNode float64
	SingleShare    float64
}

// Settings are those there are: in a mild economy half of the needs have several sources, in a fragile one few, and
// one of degree 40 has as many rows as data without a threshold.
func Settings() []Setting {
	return []Setting{{"mild", 5, 0.5}, {"fragile", 5, 0.85}, {"degree-40", 40, 0.5}}
}

// Economy is the setting with so many nodes.
func (s Setting) Economy(nodes int) EconomyConfig {
	return EconomyConfig{Nodes: nodes, SourcesPerNode: s.SourcesPerNode, SingleShare: s.SingleShare}
}

// ParseSetting reads a setting by its name.
func ParseSetting(name string) (Setting, error) {
	all := Settings()
	if i := slices.IndexFunc(all, func(s Setting) bool { return s.Name == name }); i >= 0 {
		return all[i], nil
	}
	var names []string
	for _, s := range all {
		names = append(names, s.Name)
	}
	return Setting{}, fmt.Errorf("no economy %q: there are %s", name, strings.Join(names, ", "))
}
