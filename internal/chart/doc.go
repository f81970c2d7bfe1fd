// Package chart draws what happens from day to day: when rows stop and restart,
// and how much they put out meanwhile.
//
// A [Chart] knows labels, days and levels, and nothing of networks or of who
// computed them. [Chart.Write] draws it as a picture or for a terminal. Axes, ticks and lines are gonum/plot's; PNG and PDF are
// painted by package paint, so that names in any script look right and the same
// chart is the same bytes everywhere.
package chart
