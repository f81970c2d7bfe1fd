// Package sweep is the engine behind questions that lose one thing after another and only count
// what breaks: rankings, single points of failure, pairs, hardening. It leaves steps, reasons and
// what is exposed to package cut.
//
// There are three ways, all exact:
//
//   - touched only (Trail): a loss costs the rows of what it breaks, and can be taken back
//   - together (Lanes): up to 64 losses in one pass, a bit for each
//   - along a forest (Forest, Walk): single losses of which one forces the other share all that
//     they have in common
//
// A forest serves each of many groups lost alone, in an order of its own. Sets serves any others, and
// finds out by trial which of the first two ways is faster for them (docs/decisions/0026).
package sweep
