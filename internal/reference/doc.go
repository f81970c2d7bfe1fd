// Package reference answers what a cut breaks by the definitions themselves:
// whole rounds over all nodes, maps, all worlds one by one, days in small steps. It is the
// slow twin that the engines must agree with, on networks of some dozens of nodes.
//
// Its terms: a need is met while at least its quorum of sources run; a source
// runs while its row is not cut and its supplier runs. Only critical needs stop
// a node. Rows count one by one, so a supplier named twice in a need counts twice. Shares,
// levels and days are for [Steady] and [Timeline] alone.
//
// It imports nothing of the engines.
package reference
