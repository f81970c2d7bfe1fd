package loaders

import (
	"strings"

	"linestop/graph"
)

// The columns of the two tables and the other names they are known by.
//
// "same" holds plain translations. "guess" holds names that carry the meaning
// only in their usual setting, and whose use is therefore reported:
//   - In a bill of materials the component supplies the assembly, so component
//     and its like are suppliers, and assembly and its like are customers, where
//     nothing better names the two ends.
//   - Beside two named ends the same words name the goods: rows of a customer
//     with the same goods are then alternatives, hence a need.
//   - A name column names an end only where no id does.
//
// Words that stand for either end in different trades (plant, site, company)
// are in no list: a wrong direction gives a wrong answer without a sign.
var supplyTable = &table[graph.Source]{
	name:   "supplies",
	needed: true,
	place:  func(s *graph.Source) *graph.Place { return &s.Place },
	attrs:  func(s *graph.Source) *[]graph.Attr { return &s.Attrs },
	add:    (*graph.Builder).AddSource,
	columns: []column[graph.Source]{
		{
			name: "supplier", needed: true, text: func(s *graph.Source) *string { return &s.Supplier },
			same:  "supplier_id vendor vendor_id seller seller_id provider provider_id source source_id from from_id src supplied_by upstream",
			guess: "supplier_name vendor_name component component_id child child_id child_part child_item part item input material raw_material",
		},
		{
			name: "customer", needed: true, text: func(s *graph.Source) *string { return &s.Customer },
			same:  "customer_id buyer buyer_id purchaser client consumer target target_id to to_id dst recipient downstream",
			guess: "customer_name buyer_name assembly assembly_id parent parent_id parent_part parent_item used_in where_used product output",
			at:    func(s *graph.Source) *int { return &s.CustomerColumn },
		},
		{
			name: "need", text: func(s *graph.Source) *string { return &s.Need },
			guess: "item part component material input product commodity good goods sku item_number part_number material_number",
		},
		{name: "share", part: true, number: func(s *graph.Source) *graph.Number { return &s.Share }},
		{name: "max_share", part: true, number: func(s *graph.Source) *graph.Number { return &s.MaxShare }},
		{name: "switch_days", number: func(s *graph.Source) *graph.Number { return &s.SwitchDays }},
		{name: "transit_days", number: func(s *graph.Source) *graph.Number { return &s.TransitDays }},
		{name: "buffer_days", number: func(s *graph.Source) *graph.Number { return &s.BufferDays }},
		{name: "refill", part: true, number: func(s *graph.Source) *graph.Number { return &s.Refill }},
		{name: "quorum", number: func(s *graph.Source) *graph.Number { return &s.Quorum }},
		{name: "level", text: func(s *graph.Source) *string { return &s.Level }, check: level},
		{name: "weight", part: true, number: func(s *graph.Source) *graph.Number { return &s.Weight }},
		{name: "flow", number: func(s *graph.Source) *graph.Number { return &s.Flow }},
		{name: "note", text: func(s *graph.Source) *string { return &s.Note }},
		{name: "evidence", text: func(s *graph.Source) *string { return &s.Evidence }},
		{name: "confidence", text: func(s *graph.Source) *string { return (*string)(&s.Confidence) }, check: confidence},
		{name: "as_of", text: func(s *graph.Source) *string { return &s.AsOf }, check: graph.ParseAsOf},
	},
}

var nodeTable = &table[graph.Node]{
	name:  "nodes",
	place: func(n *graph.Node) *graph.Place { return &n.Place },
	attrs: func(n *graph.Node) *[]graph.Attr { return &n.Attrs },
	add:   (*graph.Builder).AddNode,
	columns: []column[graph.Node]{
		{name: "id", needed: true, text: func(n *graph.Node) *string { return &n.ID }, same: "node node_id"},
		{name: "name", text: func(n *graph.Node) *string { return &n.Name }, same: "label"},
		{name: "kind", text: func(n *graph.Node) *string { return &n.Kind }, guess: "type"},
		{name: "sector", text: func(n *graph.Node) *string { return &n.Sector }},
		{
			name: "parent", text: func(n *graph.Node) *string { return &n.Parent },
			same: "parent_id belongs_to", guess: "owner", at: func(n *graph.Node) *int { return &n.ParentColumn },
		},
		{
			name: "country", text: func(n *graph.Node) *string { return &n.Country },
			same: "country_code", at: func(n *graph.Node) *int { return &n.CountryColumn },
		},
		{name: "product", mark: func(n *graph.Node) *graph.Mark { return &n.Product }, same: "is_product"},
		{name: "volume", number: func(n *graph.Node) *graph.Number { return &n.Volume }},
		{name: "unit", text: func(n *graph.Node) *string { return &n.Unit }},
		{name: "stock_days", number: func(n *graph.Node) *graph.Number { return &n.StockDays }},
		{name: "recover_days", number: func(n *graph.Node) *graph.Number { return &n.RecoverDays }},
		{name: "p_fail", part: true, number: func(n *graph.Node) *graph.Number { return &n.PFail }},
		{name: "note", text: func(n *graph.Node) *string { return &n.Note }},
		{name: "evidence", text: func(n *graph.Node) *string { return &n.Evidence }},
		{name: "confidence", text: func(n *graph.Node) *string { return (*string)(&n.Confidence) }, check: confidence},
		{name: "as_of", text: func(n *graph.Node) *string { return &n.AsOf }, check: graph.ParseAsOf},
	},
}

// inputTable says what the goods of sectors are to others.
var inputTable = &table[graph.Input]{
	name:  "inputs",
	place: func(in *graph.Input) *graph.Place { return &in.Place },
	attrs: func(in *graph.Input) *[]graph.Attr { return &in.Attrs },
	add:   (*graph.Builder).AddInput,
	columns: []column[graph.Input]{
		{name: "supplier_sector", needed: true, text: func(in *graph.Input) *string { return &in.SupplierSector }},
		{
			name: "customer_sector", needed: true, text: func(in *graph.Input) *string { return &in.CustomerSector },
			at: func(in *graph.Input) *int { return &in.CustomerColumn },
		},
		{
			name: "effect", text: func(in *graph.Input) *string { return &in.Effect }, check: lower,
			at: func(in *graph.Input) *int { return &in.EffectColumn },
		},
	},
}

// lower leaves it to Validate to judge the word.
func lower(text string) (string, error) { return strings.ToLower(text), nil }

func level(text string) (string, error) {
	l, err := graph.ParseLevel(strings.ToLower(text))
	if err != nil {
		return "", err
	}
	return l.String(), nil
}

func confidence(text string) (string, error) {
	c, err := graph.ParseConfidence(strings.ToLower(text))
	return string(c), err
}
