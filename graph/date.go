package graph

import (
	"fmt"
	"time"
)

// ParseAsOf reads the date for which something is stated: a day, a month or a
// year as ISO 8601 writes them. It returns it as it is.
func ParseAsOf(s string) (string, error) {
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return s, nil
		}
	}
	return "", fmt.Errorf("as_of %q is no date such as 2025-10-28, 2025-10 or 2025", s)
}
