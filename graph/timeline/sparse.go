package timeline

// sparse is a map from the numbers of nodes, needs or rows. It takes the time of what it
// holds to clear, whatever it once held.
type sparse[K ~int32, V any] struct {
	at     []int32 // by key: where its value is, from 1 on; 0 if it has none
	keys   []K
	values []V
}

func newSparse[K ~int32, V any](n int) sparse[K, V] { return sparse[K, V]{at: make([]int32, n)} }

// get is the value of a key, if it has one. The pointer is valid until one is added.
func (s *sparse[K, V]) get(k K) *V {
	if at := s.at[k]; at > 0 {
		return &s.values[at-1]
	}
	return nil
}

// add gives a key, which must have none, a value.
func (s *sparse[K, V]) add(k K, v V) *V {
	s.keys, s.values = append(s.keys, k), append(s.values, v)
	s.at[k] = int32(len(s.keys))
	return &s.values[len(s.values)-1]
}

func (s *sparse[K, V]) clear() {
	for _, k := range s.keys {
		s.at[k] = 0
	}
	s.keys, s.values = s.keys[:0], s.values[:0]
}
