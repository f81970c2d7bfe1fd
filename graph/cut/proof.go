package cut

import (
	"cmp"
	"slices"

	"linestop/graph"
)

// Proof shows why a node fails: its last entry is that node, and every reason
// comes before what it explains.
type Proof []ProofStep

// ProofStep is one failure with its reason: the cut, or a need and what became of
// each of its sources. A need fails when its running sources are fewer than its
// quorum; steps of dead suppliers are smaller than Step, so no proof is circular.
type ProofStep struct {
	Node    graph.NodeID
	Step    int
	Need    graph.NeedID // NoNeed: the node is cut
	Sources []ProofSource
}

// ProofSource is one source of a need.
type ProofSource struct {
	Row      graph.SourceID
	Supplier graph.NodeID
	Fate     Fate
	Step     int // of the supplier's own failure, if it is Dead
}

// Fate is what became of a source in a proof.
type Fate uint8

const (
	Alive  Fate = iota // delivers, or failed too late to be a reason
	Dead               // its supplier has failed at an earlier step
	RowCut             // the row itself is cut
	Absent             // unsure: the row may not exist
)

// Proof returns the proof that node i fails, nil if it does not. Where i fails
// surely, the proof leans on no unsure row.
func (r *Result) Proof(i graph.NodeID) Proof {
	failures := r.sure()
	if _, sure := failures[i]; !sure {
		failures = r.byNode()
	}
	if _, ok := failures[i]; !ok {
		return nil
	}
	return r.prover(failures).proof(i)
}

func (r *Result) prover(failures map[graph.NodeID]Failure) prover {
	return prover{r.ix.Net, r.Set, func(i graph.NodeID) (Failure, bool) {
		f, failed := failures[i]
		return f, failed
	}}
}

// prover knows how nodes failed in one world.
type prover struct {
	net     *graph.Network
	set     Set
	failure func(graph.NodeID) (Failure, bool)
}

func (p prover) proof(i graph.NodeID) Proof {
	var proof Proof
	queued := map[graph.NodeID]bool{i: true}
	for queue := []graph.NodeID{i}; len(queue) > 0; queue = queue[1:] {
		f, _ := p.failure(queue[0])
		step := p.step(f)
		proof = append(proof, step)
		for _, s := range step.Sources {
			if s.Fate == Dead && !queued[s.Supplier] {
				queued[s.Supplier] = true
				queue = append(queue, s.Supplier)
			}
		}
	}
	slices.SortFunc(proof, func(a, b ProofStep) int {
		return cmp.Or(cmp.Compare(a.Step, b.Step), cmp.Compare(a.Node, b.Node))
	})
	return proof
}

func at(list []Failure) map[graph.NodeID]Failure {
	m := make(map[graph.NodeID]Failure, len(list))
	for _, f := range list {
		m[f.Node] = f
	}
	return m
}

func (p prover) step(f Failure) ProofStep {
	step := ProofStep{Node: f.Node, Step: f.Step, Need: f.Need}
	if f.Need == NoNeed {
		return step
	}
	var running int
	step.Sources, running = p.sources(f.Need, f.Step)
	// Where too many still run, the failure leans on unsure rows that may not
	// exist. Enough of them are unsure: see index.World.
	for i := range step.Sources {
		s := &step.Sources[i]
		if running >= p.net.NeedQuorum(f.Need) && s.Fate == Alive && !p.net.Sure(s.Row) {
			s.Fate = Absent
			running--
		}
	}
	return step
}

// sources tells what became of each source of need k before a step, and how many
// are alive.
func (p prover) sources(k graph.NeedID, before int) (list []ProofSource, alive int) {
	for _, row := range p.net.SourcesOf(k) {
		supplier, _ := p.net.Ends(row)
		s := ProofSource{Row: row, Supplier: supplier}
		if has(p.set.Rows, row) {
			s.Fate = RowCut
		} else if dead, failed := p.failure(supplier); failed && dead.Step < before {
			s.Fate, s.Step = Dead, dead.Step
		} else {
			alive++
		}
		list = append(list, s)
	}
	return list, alive
}
