// Package graph holds a supply network and judges it.
//
// A [Network] has nodes (anything that can stop), needs (one thing a customer
// must have to run) and sources (one supplier that can meet a need, a row of
// supplies.csv). All needs of a node must be met; any source of a need will do,
// or any q of them if the need has a quorum q.
//
// A Network is filled through a [Builder], by code or by package loaders, then
// never changes. [Validate] says what is wrong or doubtful in it, [Network.Select]
// finds nodes by an expression, [Network.Graph] shows it as a dominikbraun/graph.
//
// What a cut breaks is answered elsewhere, on a compiled form: see graph/index
// and graph/cut.
package graph
