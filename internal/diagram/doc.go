// Package diagram holds families of sets and Boolean functions as decision
// diagrams, in which equal parts are stored once: what would take millions of
// sets often takes thousands of nodes.
//
// [Sets] are zero-suppressed diagrams (Minato, DAC 1993) of families in which no set contains
// another, with the operations that keep them so (Rauzy, Reliability Engineering and System Safety
// 40, 1993). [Functions] are binary decision diagrams (Bryant, IEEE Trans. Computers C-35, 1986).
//
// Variables are numbered from 0; those with lower numbers are asked first. A
// store never forgets a node: it serves one question and is dropped. When its limit is passed or its
// context ends, all that it returns from then on is void, and Err says why.
package diagram
