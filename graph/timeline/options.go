package timeline

// Options of Run. The zero value takes every default.
type Options struct {
	// Best takes rows without a max_share to carry whatever the need asks for. The
	// default is that they have no spare capacity. The two are no bounds for days:
	// who runs on longer may use up another's stock.
	Best bool

	// MaxEvents ends the run after so many events: by default DefaultMaxEvents. The
	// Result says whether and when.
	MaxEvents int
}

// DefaultMaxEvents is enough for a year of a nation's firms.
const DefaultMaxEvents = 10_000_000
