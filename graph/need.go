package graph

import "fmt"

// NeedID numbers the needs of a Network from 0, grouped by customer.
type NeedID int32

// SourceID numbers the source rows of a Network from 0, in the order they were read.
type SourceID int32

// Level says what the loss of a need does to its customer.
type Level uint8

const (
	Critical  Level = iota // stops it
	Degrading              // takes the need's weight of its rate
	Optional               // loses a variant or an option, never stops it
	Capital                // stops new capacity, not today's output
)

var levels = [...]string{"critical", "degrading", "optional", "capital"}

func (l Level) String() string { return levels[l] }

// ParseLevel reads a level by its name.
func ParseLevel(s string) (Level, error) {
	for i, name := range levels {
		if s == name {
			return Level(i), nil
		}
	}
	return 0, fmt.Errorf("level %q is none of critical, degrading, optional, capital", s)
}

// DefaultWeight is the part of its customer's rate that a degrading need takes
// when lost and no weight is given.
const DefaultWeight = 0.5

// Need is one thing a customer must have to run, as its rows together state it.
type Need struct {
	Customer NodeID
	Name     string // empty: the need has one row and no name of its own
	Level    Level
	Quorum   int     // sources that must run, at least 1
	Weight   float64 // 0..1, of a degrading need
	Buffer   Number  // days of normal use held by the customer
	Refill   Number  // extra intake that may rebuild the buffer, as part of full use
	Sources  []SourceID
}

// Source is one supplier that can meet a need: a row of supplies.csv. Its last
// five numbers and its level speak of the need; rows of one need agree on them
// or leave them blank.
type Source struct {
	Supplier string
	Customer string
	Need     string // rows of a customer with the same name are alternatives; empty = a need of its own

	Share       Number // part of the need met today, 0..1
	MaxShare    Number // part of the need it could meet at most, which may be above 1
	SwitchDays  Number // days to get from Share to MaxShare
	TransitDays Number // days on the way
	Flow        Number // money that the customer pays for it, per period

	BufferDays Number
	Refill     Number
	Quorum     Number
	Weight     Number
	Level      string // a Level's name, or blank

	Note, Evidence, AsOf string
	Confidence           Confidence
	Attrs                []Attr

	Place          Place // of the supplier's cell, or of the change that overwrote the row
	CustomerColumn int
}

// Attr is a column the format does not know, kept as it was read.
type Attr struct{ Name, Value string }
