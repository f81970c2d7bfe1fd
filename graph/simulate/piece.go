package simulate

import (
	"encoding/binary"
	"errors"
	"math"

	"linestop/graph"
)

// errForeign is that pieces are not those of the simulation.
var errForeign = errors.New("the pieces are not those of this simulation")

// appendRun writes what was lost in a run: how many losses and, of each, the node, the day on which it
// stopped or NaN, and the days lost. Floating-point numbers are the 8 bytes that they are.
func appendRun(piece []byte, losses []loss) []byte {
	piece = binary.AppendUvarint(piece, uint64(len(losses)))
	for _, l := range losses {
		stop := math.NaN()
		if l.stop.Given {
			stop = l.stop.Value
		}
		piece = binary.AppendUvarint(piece, uint64(l.node))
		piece = binary.LittleEndian.AppendUint64(piece, math.Float64bits(stop))
		piece = binary.LittleEndian.AppendUint64(piece, math.Float64bits(l.lost))
	}
	return piece
}

// readRun reads a run, and gives back what follows it. It may be handed anything; false means that it
// is no run in a network of so many nodes, which rise.
func readRun(piece []byte, nodes int) (losses []loss, rest []byte, ok bool) {
	many, digits := binary.Uvarint(piece)
	if digits <= 0 || many > uint64(len(piece)) {
		return nil, nil, false
	}
	piece = piece[digits:]
	last := -1
	for range many {
		node, digits := binary.Uvarint(piece)
		if digits <= 0 || node >= uint64(nodes) || int(node) <= last || len(piece) < digits+16 {
			return nil, nil, false
		}
		l := loss{node: graph.NodeID(node), lost: float(piece[digits+8:])}
		if stop := float(piece[digits:]); !math.IsNaN(stop) {
			l.stop = graph.Num(stop)
		}
		last = int(node)
		losses, piece = append(losses, l), piece[digits+16:]
	}
	return losses, piece, true
}

func float(at []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(at)) }
