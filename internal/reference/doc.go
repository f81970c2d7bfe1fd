// Package reference answers what a cut breaks by the definitions themselves:
// whole rounds over all nodes, maps, and all worlds one by one. It is the slow
// twin that the engine must agree with, on networks of some dozens of nodes.
//
// Its terms: a need is met while at least its quorum of sources run; a source
// runs while its row is not cut and its supplier runs. Only critical needs stop
// a node. Rows count one by one, so a supplier named twice in a need counts twice.
//
// It imports nothing of the engine and leaves days, shares and partial cuts alone.
package reference
