// Package netgen makes networks for tests and benchmarks: [All] and [Distinct]
// every small one, [Random] odd ones of up to some dozens of nodes, [Economy]
// one with the shape of a nation's firms, of up to ten million nodes.
//
// Same arguments, same network. What comes out holds no error that
// graph.Validate knows. The package judges no answers: see internal/reference.
package netgen
