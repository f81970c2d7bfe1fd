package reference

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"linestop/graph"
	"linestop/internal/netgen"
)

// The network of the hand-made proofs, rows numbered from 0 as written. Needs:
// a 0, alloy 1, part 2, shop 3 and 4 (optional), b 5.
//
//	ore -> alloy -2|
//	       scrap -2|-> part -> shop <- a <-+
//	    dust (a) -2|                   +---+
//
//	ore -|
//	  b -|-> b
const proofRows = `
	a->a
	ore->alloy
	alloy->part:metal 2
	scrap->part:metal
	dust->part:metal assumed
	part->shop
	a->shop optional
	ore->b:in
	b->b:in`

func TestCheckProof(t *testing.T) {
	net := network(t, proofRows)
	cut := cutOf(t, net, "ore scrap->part")
	node := func(id string) graph.NodeID {
		i, ok := net.Lookup(id)
		if !ok {
			t.Fatal(id)
		}
		return i
	}
	need := func(s graph.SourceID) graph.NeedID { return net.NeedOf(s) }
	var (
		ore   = ProofStep{Node: node("ore"), Cut: true}
		alloy = ProofStep{Node: node("alloy"), Step: 1, Need: need(1)}
		part  = ProofStep{Node: node("part"), Step: 2, Need: need(2)}
		shop  = ProofStep{Node: node("shop"), Step: 3, Need: need(5)}
		with  = func(s ProofStep, change func(*ProofStep)) ProofStep {
			change(&s)
			return s
		}
	)
	for _, c := range []struct {
		name, want string
		steps      []ProofStep
	}{
		{"nothing", "", nil},
		{"whole", "", []ProofStep{ore, alloy, part, shop}},
		{"any order", "", []ProofStep{shop, alloy, ore, part}},
		{"steps with gaps", "", []ProofStep{ore, with(alloy, func(s *ProofStep) { s.Step = 7 })}},
		{"part for want of scrap and dust", "", []ProofStep{with(part, func(s *ProofStep) { s.Absent = []graph.SourceID{4} })}},

		{
			"no such node", `entry 1: no node has number 99`,
			[]ProofStep{ore, {Node: 99}},
		},
		{
			"twice", `entry 2: node "alloy" comes twice`,
			[]ProofStep{ore, alloy, alloy},
		},
		{
			"not cut", `entry 0: node "alloy": it is not cut`,
			[]ProofStep{{Node: node("alloy"), Cut: true}},
		},
		{
			"cut late", `entry 0: node "ore": it is cut at step 1, not 0`,
			[]ProofStep{{Node: node("ore"), Cut: true, Step: 1}},
		},
		{
			"too early", `entry 1: node "alloy": it fails at step 0, below 1`,
			[]ProofStep{ore, with(alloy, func(s *ProofStep) { s.Step = 0 })},
		},
		{
			"no such need", `entry 1: node "alloy": no need has number -1`,
			[]ProofStep{ore, with(alloy, func(s *ProofStep) { s.Need = -1 })},
		},
		{
			"need of another", `entry 1: node "alloy": need 3 is that of "shop"`,
			[]ProofStep{ore, with(alloy, func(s *ProofStep) { s.Need = need(5) })},
		},
		{
			"optional need", `entry 0: node "shop": need 4 is optional, not critical`,
			[]ProofStep{with(shop, func(s *ProofStep) { s.Need = need(6) })},
		},
		{
			"reason left out", `entry 0: node "alloy": need 1 is met: 1 sources run, quorum 1`,
			[]ProofStep{alloy},
		},
		{
			"reason of the same step", `entry 2: node "part": need 2 is met: 2 sources run, quorum 2`,
			[]ProofStep{ore, alloy, with(part, func(s *ProofStep) { s.Step = 1 })},
		},
		{
			"circle", `entry 0: node "a": need 0 is met: 1 sources run, quorum 1`,
			[]ProofStep{{Node: node("a"), Step: 1, Need: need(0)}},
		},
		{
			"one source left", `entry 1: node "b": need 5 is met: 1 sources run, quorum 1`,
			[]ProofStep{ore, {Node: node("b"), Step: 1, Need: need(7)}},
		},

		{
			"sure row absent", `entry 0: node "part": row 3 cannot be absent: it is sure`,
			[]ProofStep{with(part, func(s *ProofStep) { s.Absent = []graph.SourceID{3} })},
		},
		{
			"absent row of another need", `entry 0: node "shop": row 4 cannot be absent: it is none of need 3`,
			[]ProofStep{with(shop, func(s *ProofStep) { s.Absent = []graph.SourceID{4} })},
		},
		{
			"no such absent row", `entry 0: node "part": row 99 cannot be absent: it is none of need 2`,
			[]ProofStep{with(part, func(s *ProofStep) { s.Absent = []graph.SourceID{99} })},
		},
		{
			"absent twice", `entry 0: node "part": row 4 is absent twice`,
			[]ProofStep{with(part, func(s *ProofStep) { s.Absent = []graph.SourceID{4, 4} })},
		},
	} {
		got := ""
		if err := CheckProof(net, cut, c.steps); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestCheckProofOfANeedThatCouldNeverBeMet(t *testing.T) {
	net := network(t, `
		x->p:in 2
		y->p:in assumed`)
	p, _ := net.Lookup("p")
	err := CheckProof(net, cutOf(t, net, "x"), []ProofStep{{Node: p, Step: 1, Absent: []graph.SourceID{1}}})
	if want := `entry 0: node "p": need 0 could never be met: 1 rows, quorum 2`; err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// prove gives for each node that is broken in the world without the absent rows
// its first critical need that is not met before its step.
func prove(net *graph.Network, cut Cut, absent map[graph.SourceID]bool) []ProofStep {
	broken, cutRow := brokenWithout(absent, net, cut), setOf(cut.Rows)
	var proof []ProofStep
	for i := range graph.NodeID(net.NumNodes()) {
		step, fails := broken[i]
		if !fails {
			continue
		}
		if step == 0 {
			proof = append(proof, ProofStep{Node: i, Cut: true})
			continue
		}
		for k := range net.Needs(i) {
			need := net.Need(k)
			present, running := 0, 0
			entry := ProofStep{Node: i, Step: step, Need: k}
			for _, s := range need.Sources {
				supplier, _ := net.Ends(s)
				if absent[s] {
					entry.Absent = append(entry.Absent, s)
					continue
				}
				present++
				if at, fails := broken[supplier]; !cutRow[s] && (!fails || at >= step) {
					running++
				}
			}
			if need.Level == graph.Critical && present > 0 && running < need.Quorum {
				proof = append(proof, entry)
				break
			}
		}
	}
	return proof
}

// What is broken in a world has a proof that supposes its absent rows.
func TestWhatBreaksHasAProof(t *testing.T) {
	random(t, netgen.Config{}, func(net *graph.Network, cut, _ Cut) {
		for absent := range absences(net) {
			if !viable(net, absent) {
				continue
			}
			proof := prove(net, cut, absent)
			if got, want := len(proof), len(brokenWithout(absent, net, cut)); got != want {
				t.Errorf("proof of %d of %d nodes", got, want)
			}
			if err := CheckProof(net, cut, proof); err != nil {
				t.Errorf("absent %v: %v", absent, err)
			}
		}
	})
}

// A proof that holds shows nodes that are broken, or possible if it supposes
// rows absent. Proofs of a bigger cut, spoilt at random, hold now and then.
func TestProofsAreSound(t *testing.T) {
	rng := rand.New(rand.NewPCG(17, 19))
	held, failed := map[string]int{}, 0
	random(t, netgen.Config{MaxNodes: 8, Raw: 0.2, Unsure: 0.4}, func(net *graph.Network, cut, big Cut) {
		broken := keys(Broken(net, cut))
		_, possible := Certainty(net, cut)
		for absent := range absences(net) {
			if !viable(net, absent) {
				continue
			}
			proof := spoil(rng, prove(net, big, absent))
			if CheckProof(net, cut, proof) != nil {
				failed++
				continue
			}
			shown, supposed := map[graph.NodeID]bool{}, false
			for _, s := range proof {
				shown[s.Node] = true
				supposed = supposed || len(s.Absent) > 0
			}
			if !within(shown, possible) || !supposed && !within(shown, broken) {
				t.Errorf("accepted %v", proof)
			}
			held["supposing "+strconv.FormatBool(supposed)]++
		}
	})
	for _, kind := range []string{"supposing true", "supposing false"} {
		if held[kind] < 100 || failed < 100 {
			t.Errorf("too few proofs tried: %v held, %d failed", held, failed)
		}
	}
}

// spoil drops entries and absent rows and shifts steps.
func spoil(rng *rand.Rand, proof []ProofStep) []ProofStep {
	for n := range proof {
		switch s := &proof[n]; rng.IntN(12) {
		case 0:
			s.Step += rng.IntN(4) - 1
		case 1:
			s.Absent = nil
		case 2:
			s.Cut = !s.Cut
		}
	}
	return slices.DeleteFunc(proof, func(ProofStep) bool { return rng.IntN(4) == 0 })
}
