// Package level finds the levels at which nodes settle when some of them, or some
// of their sources, deliver less: 1 is a node's full rate, 0 a stop.
//
// A node runs at the least of what is left of it, of what each critical need is
// met by, and of what its degrading needs leave. Of all levels that fit, those are
// taken that are greatest: output falls only as far as something forces it. They exist
// and are unique, since the map is monotone (Tarski, Pacific J. Math. 5, 1955,
// theorem 1).
//
// The readings steady (once, for a cut that lasts) and timeline (at each event)
// settle the same System; only rows around what moves are touched.
package level
