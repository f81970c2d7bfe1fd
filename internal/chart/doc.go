// Package chart draws what happens from day to day, when rows stop and restart and how
// much they put out meanwhile, and rankings.
//
// A [Chart] knows labels, days and levels, a [Ranking] labels and lengths, and nothing of networks
// or of who computed them. Their Write draws a picture, or for a terminal. Axes, ticks and lines are gonum/plot's; PNG and PDF are
// painted by package paint, so that names in any script look right and the same
// chart is the same bytes everywhere.
package chart
