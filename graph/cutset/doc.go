// Package cutset answers which losses break a product, in the structure reading:
// its single points of failure, and its minimal cut sets, the smallest sets of
// losses that together break it.
//
// What is lost is a group of nodes: each node by itself, or what an owner or a
// country has (graph.Groups). The loss of the product itself does not count: it
// breaks by what it needs.
package cutset
