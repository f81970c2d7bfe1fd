package draw

import (
	"net/url"
	"strings"
)

// firstLink is the first web address of an evidence cell, empty if there is none.
func firstLink(evidence string) string {
	for word := range strings.FieldsSeq(evidence) {
		if address := webAddress(strings.TrimRight(word, ",;")); address != "" {
			return address
		}
	}
	return ""
}

// maxAddress bounds an address, in bytes.
const maxAddress = 2000

// webAddress is the address as it may stand in a picture, empty if it does not
// lead into the web: no other scheme gets in.
func webAddress(s string) string {
	if len(s) > maxAddress {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}
