package reference

import "linestop/graph"

// Shocked are the levels of nodes, 1 before a shock.
type Shocked struct {
	Down, Up []float64 // by node: what its inputs, its customers allow
	Steps    int
}

// ESRI follows a shock by the equations of Diem et al. (Scientific Reports 12:7719, 2022), a step at a
// time for all nodes at once, until a step changes no level by more than eps, or for so many
// steps. It starts with what the shock leaves of each node; effect says what a lost row does.
//
// Cost O(steps × rows) with maps throughout.
func ESRI(net *graph.Network, left []float64, effect func(graph.SourceID) graph.Effect, eps float64, steps int) Shocked {
	n := net.NumNodes()
	out, in, of := make([]float64, n), make([]float64, n), make([]map[string]float64, n) // of: bought by sector
	for s := range graph.SourceID(net.NumSources()) {
		i, j := net.Ends(s)
		flow := net.Flow(s).Value
		out[i] += flow
		in[j] += flow
		if of[j] == nil {
			of[j] = map[string]float64{}
		}
		if effect(s) == graph.Essential {
			of[j][net.Sector(i)] += flow
		}
	}
	now := Shocked{Down: left, Up: left}
	for now.Steps < steps {
		market := map[string]float64{}
		for i := range n {
			market[net.Sector(graph.NodeID(i))] += out[i] * now.Down[i]
		}
		share := func(i graph.NodeID) float64 {
			if rest := market[net.Sector(i)]; rest > out[i] {
				return out[i] / rest
			}
			return 1
		}
		linear, sales := make([]float64, n), make([]float64, n)
		essential := make([]map[string]float64, n)
		for i := range n {
			linear[i], essential[i] = 1, map[string]float64{}
			if out[i] == 0 {
				sales[i] = 1
			}
		}
		for s := range graph.SourceID(net.NumSources()) {
			i, j := net.Ends(s)
			flow := net.Flow(s).Value
			if flow == 0 {
				continue
			}
			missing := flow * share(i) * (1 - now.Down[i])
			switch effect(s) {
			case graph.Essential:
				essential[j][net.Sector(i)] += missing / of[j][net.Sector(i)]
			case graph.Linear:
				linear[j] -= missing / in[j]
			}
			sales[i] += flow / out[i] * now.Up[j]
		}
		next := Shocked{Down: make([]float64, n), Up: make([]float64, n), Steps: now.Steps + 1}
		change := 0.
		for i := range n {
			next.Down[i] = max(0, min(left[i], linear[i]))
			for _, lost := range essential[i] {
				next.Down[i] = max(0, min(next.Down[i], 1-lost))
			}
			next.Up[i] = min(left[i], sales[i])
			change = max(change, now.Down[i]-next.Down[i], now.Up[i]-next.Up[i])
		}
		if now = next; change <= eps {
			break
		}
	}
	return now
}

// ESRILoss is the part of all output that is lost: in all, downstream and upstream.
func ESRILoss(net *graph.Network, s Shocked) (total, down, up float64) {
	made := 0.
	for r := range graph.SourceID(net.NumSources()) {
		i, _ := net.Ends(r)
		flow := net.Flow(r).Value
		made += flow
		total += flow * (1 - min(s.Down[i], s.Up[i]))
		down += flow * (1 - s.Down[i])
		up += flow * (1 - s.Up[i])
	}
	return total / made, down / made, up / made
}
