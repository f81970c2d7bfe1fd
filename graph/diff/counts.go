package diff

import "linestop/graph"

// Counts counts nodes by how they fare.
type Counts struct {
	Both        int // nodes in both networks
	Worse       int // in some respect
	Better      int // in some respect, and worse in none
	NewlyBroken int
	Saved       int
	ForGood     int
	NotForGood  int
	Surer       int // break surely, and only possibly before
	LessSure    int // break only possibly, and surely before
	Earlier     int // stop earlier, or did not stop before
	Later       int // stop later, or no longer
	MoreLost    int // lose more output, or keep less if the cut lasts
	LessLost    int
	OnlyBefore  int
	OnlyAfter   int
}

// Count counts the products and the other nodes.
func (r *Result) Count() (products, others Counts) {
	for row := range r.Rows() {
		if row.Product {
			products.add(row)
		} else {
			others.add(row)
		}
	}
	return products, others
}

func (c *Counts) add(r Row) {
	t := r.Turn()
	c.Both += one(r.Both())
	c.Worse += one(t.Worse())
	c.Better += one(t.Better())
	c.NewlyBroken += one(r.NewlyBroken())
	c.Saved += one(r.Saved())
	c.ForGood += one(r.ForGood())
	c.NotForGood += one(r.NotForGood())
	c.Surer += one(t.Breaks < 0 && grade(r.Was) > 0)
	c.LessSure += one(t.Breaks > 0 && grade(r.Is) > 0)
	c.Earlier += one(t.Stops < 0)
	c.Later += one(t.Stops > 0)
	c.MoreLost += one(min(t.Loses, t.Keeps) < 0)
	c.LessLost += one(max(t.Loses, t.Keeps) > 0)
	c.OnlyBefore += one(r.After == graph.None)
	c.OnlyAfter += one(r.Before == graph.None)
}

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
