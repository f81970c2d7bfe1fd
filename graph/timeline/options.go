package timeline

// Options of Run. The zero value takes every default.
type Options struct {
	// Best takes rows without a max_share to carry whatever the need asks for. The
	// default is that they have no spare capacity. The two are no bounds for days:
	// who runs on longer may use up another's stock.
	Best bool

	// MaxEvents ends the run once there are so many events, of 48 bytes each; the Result
	// says whether and when. Default: DefaultMaxEvents.
	MaxEvents int
}

// DefaultMaxEvents are some seconds of work. Where goods are on the way in cycles, each
// event has echoes, and there may be any number.
const DefaultMaxEvents = 4_000_000
