// Package draw turns a network, with or without a cut, into a picture.
//
// [Choose] decides what is in the picture: the whole of a small network, of a
// large one the part that matters, with a count of what was left out. It gives a
// [View], which knows nodes, arrows and words but no format. [View.DOT] writes it
// as DOT text; [View.Write] writes any format.
//
// Laying the text out is the business of package render, painting a layout that
// of package paint.
package draw
