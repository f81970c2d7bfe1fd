package diagram

// Of is the family of a list of sets of one size, each of rising variables, listed as in a
// dictionary.
func (s *Sets) Of(list [][]int32) ID {
	if len(list) > 0 && len(list[0]) == 0 {
		return Unit
	}
	id := None
	for end := len(list); end > 0; {
		v, first := list[end-1][0], end-1
		for first > 0 && list[first-1][0] == v {
			first--
		}
		rest := make([][]int32, 0, end-first)
		for _, set := range list[first:end] {
			rest = append(rest, set[1:])
		}
		id = s.at(v, id, s.Of(rest))
		end = first
	}
	return id
}
