package graph

import (
	"fmt"

	"golang.org/x/text/language"
)

// canonicalCountry turns the three-letter code of a country into its two-letter
// one, so that selectors and groups see one name. Anything else stays as it is.
func canonicalCountry(s string) string {
	if len(s) != 3 {
		return s
	}
	if r, err := language.ParseRegion(s); err == nil && r.IsCountry() && r.ISO3() == s {
		return r.String()
	}
	return s
}

// countryHint says what is wrong with a code; nothing if it is good.
func countryHint(code string) string {
	const not = "is not an ISO 3166-1 code"
	r, err := language.ParseRegion(code)
	if err != nil || !r.IsCountry() {
		return not
	}
	if right := r.Canonicalize().String(); right != code {
		return fmt.Sprintf("%s (did you mean %q?)", not, right)
	}
	return ""
}
