// Package diff holds two answers against each other, before and after: two
// scenarios of the same data, or two data sets. Nodes are matched by their ids. Ask compares what
// becomes of each node; Points, where nothing is cut, the single points of failure of
// each product.
package diff
