// Package backtest holds a prediction against what really happened: the
// expectations of a scenario.
//
// A real stop or reduction is a hit if an effect at least as strong is predicted
// while it lasted, else a miss. Where nothing really happened, through a day, an
// effect predicted by then is a false alarm. How early or late the prediction was is
// stated apart, and so is a stop predicted where output only fell: neither is
// excused by a hit.
package backtest
