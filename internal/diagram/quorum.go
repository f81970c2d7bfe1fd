package diagram

// AtLeast is the minimal sets of those that hold a set of at least k of the families,
// up to a size.
func (s *Sets) AtLeast(k int, families []ID, size int) ID {
	return atLeast(k, families, s.Union, func(a, b ID) ID { return s.Product(a, b, size) })
}

// atLeast goes through all ways to have j of the last few, for each j that still
// matters: k × len(list) steps, one for each of them if k is 1 or all.
func atLeast(k int, list []ID, or, and func(a, b ID) ID) ID {
	ways := make([]ID, k+1)
	ways[0] = Unit
	for n := len(list) - 1; n >= 0; n-- {
		for j := k; j >= max(1, k-n); j-- {
			ways[j] = or(ways[j], and(list[n], ways[j-1]))
		}
	}
	return ways[k]
}
