package words

import "strconv"

// Percent is a part in percent, with three digits however small it is.
func Percent(part float64) string {
	v, _ := strconv.ParseFloat(strconv.FormatFloat(100*part, 'g', 3, 64), 64) // its own text
	return strconv.FormatFloat(v, 'f', -1, 64) + " %"
}
