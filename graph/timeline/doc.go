// Package timeline answers when: the days on which nodes slow down, stop and are
// back, how much is lost on the way, and the chain of events behind it.
//
// [NewPlan] turns the cuts of a scenario into what is left of nodes and rows from
// day to day; Run follows the network through it. Needs live on their stock
// before they bind; what is on the way still arrives; alternates take their time.
// Levels are constant between events, so Run jumps from event to event and is exact
// but for the rounding of numbers: there is no time step.
//
// All days are counted from the scenario's start, all levels are parts of a node's
// full rate, 0..1, all stocks are days of normal use. docs/model.md, section
// Timeline, has the equations.
package timeline
