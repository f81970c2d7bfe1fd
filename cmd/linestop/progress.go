package main

import (
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/urfave/cli/v2"
)

// progress shows on a terminal how far the reading of data has come, once it
// takes long enough to be asked about.
func (p *program) progress(c *cli.Context) func(done, total int64) {
	if c.Bool("quiet") || !isTerminal(p.err) {
		return nil
	}
	const unasked = time.Second
	start := time.Now()
	var bar *progressbar.ProgressBar
	return func(done, total int64) {
		if bar == nil {
			if time.Since(start) < unasked {
				return
			}
			if total == 0 {
				total = -1
			}
			bar = progressbar.NewOptions64(total, progressbar.OptionSetWriter(p.err), progressbar.OptionShowBytes(true),
				progressbar.OptionSetDescription("reading"), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
		}
		_ = bar.Set64(done)
	}
}
