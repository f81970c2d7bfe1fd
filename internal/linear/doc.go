// Package linear solves sparse equations x = b + A x in which no coefficient is
// below 0, as accurately as the numbers are given.
//
// The gain of such equations is the spectral radius of A. If it is below 1, and only
// then, x is what the rounds x := b + A x approach from any start, however slowly, and
// I - A is a nonsingular M-matrix (Berman and Plemmons, Nonnegative Matrices in the
// Mathematical Sciences, 1979, chapter 6): every pivot of its elimination is above 0
// in every order, and its inverse has no entry below 0. All that is done here leans
// on these two facts.
//
// Unknowns with few neighbours are eliminated; if a large knot is left over it is
// iterated. Either way the result is refined with residuals of twice the precision,
// so that a gain of 1 - 1e-9 costs no digits.
package linear
