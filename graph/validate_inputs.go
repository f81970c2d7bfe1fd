package graph

import (
	"fmt"
	"slices"
)

// inputs judges what the data say of the goods of sectors.
func (j *judge) inputs() {
	first := map[[2]string]Place{}
	for _, row := range eachOf(j.ctx, j.Network.inputs) {
		if _, err := ParseEffect(row.Effect); err != nil {
			j.err("effect", inColumn(row.Place, row.EffectColumn), "%v", err)
		}
		j.sector(row.unknown[0], row.SupplierSector, row.Place)
		j.sector(row.unknown[1], row.CustomerSector, inColumn(row.Place, row.CustomerColumn))
		pair := [2]string{row.SupplierSector, row.CustomerSector}
		if at, ok := first[pair]; ok {
			j.err("duplicate-input", row.Place, "the effect of %q on %q is already given%s", pair[0], pair[1], in(at))
		} else {
			first[pair] = row.Place
		}
	}
}

// sector reports a sector that no node is of.
func (j *judge) sector(unknown bool, name string, at Place) {
	if !unknown {
		return
	}
	hint := ""
	if near := Nearest(name, slices.Values(j.sectors()), 1); len(near) > 0 {
		hint = fmt.Sprintf(" (did you mean %q?)", near[0])
	}
	j.err("unknown-sector", at, "no node is of the sector %q%s", name, hint)
}
