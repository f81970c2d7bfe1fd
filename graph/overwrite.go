package graph

import "slices"

// overwriteNode takes from by what is given there; the id stays.
func overwriteNode(node *Node, by Node) {
	set(&node.Name, by.Name)
	set(&node.Kind, by.Kind)
	set(&node.Sector, by.Sector)
	set(&node.Parent, by.Parent)
	set(&node.Country, by.Country)
	set(&node.Product, by.Product)
	setNumber(&node.Volume, by.Volume)
	set(&node.Unit, by.Unit)
	setNumber(&node.StockDays, by.StockDays)
	setNumber(&node.RecoverDays, by.RecoverDays)
	setNumber(&node.PFail, by.PFail)
	set(&node.Note, by.Note)
	set(&node.Evidence, by.Evidence)
	set(&node.AsOf, by.AsOf)
	set(&node.Confidence, by.Confidence)
	node.Attrs = slices.Concat(node.Attrs, by.Attrs) // of two with one name the Builder takes the last
	if by.Place != (Place{}) {
		node.Place, node.ParentColumn, node.CountryColumn = by.Place, 0, 0
		unplace(&node.Volume, &node.StockDays, &node.RecoverDays, &node.PFail)
	}
}

func overwriteSource(s *Source, by Source) {
	setNumber(&s.Share, by.Share)
	setNumber(&s.MaxShare, by.MaxShare)
	setNumber(&s.SwitchDays, by.SwitchDays)
	setNumber(&s.TransitDays, by.TransitDays)
	setNumber(&s.BufferDays, by.BufferDays)
	setNumber(&s.Refill, by.Refill)
	setNumber(&s.Quorum, by.Quorum)
	setNumber(&s.Weight, by.Weight)
	setNumber(&s.Flow, by.Flow)
	set(&s.Level, by.Level)
	set(&s.Note, by.Note)
	set(&s.Evidence, by.Evidence)
	set(&s.AsOf, by.AsOf)
	set(&s.Confidence, by.Confidence)
	s.Attrs = slices.Concat(s.Attrs, by.Attrs)
	if by.Place != (Place{}) {
		s.Place, s.CustomerColumn = by.Place, 0
		unplace(&s.Share, &s.MaxShare, &s.SwitchDays, &s.TransitDays, &s.BufferDays, &s.Refill, &s.Quorum, &s.Weight, &s.Flow)
	}
}

func set[T comparable](field *T, by T) {
	var blank T
	if by != blank {
		*field = by
	}
}

// setNumber leaves the column: it is one of the row, not of the change.
func setNumber(field *Number, by Number) {
	if by.Given {
		by.Column = field.Column
		*field = by
	}
}

// unplace forgets the columns of a row that is now placed where a change overwrote it: what
// is wrong with it since then is to be mended there.
func unplace(numbers ...*Number) {
	for _, v := range numbers {
		v.Column = 0
	}
}
