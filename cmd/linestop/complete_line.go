package main

import "strings"

// lineEnd is how the last word of a line in bash stands: bash keeps what comes
// before its own last break and replaces the rest.
type lineEnd struct {
	kept  int  // bytes of the word that bash keeps
	quote byte // the quote that is open, or 0
}

// splitLine takes a line apart as bash does, as far as completion needs it: quotes
// and backslashes, no expansions. breaks are the letters of COMP_WORDBREAKS: those
// that end no word end what bash keeps of it. The last word is the one under the
// cursor, "" after a blank.
func splitLine(line, breaks string) ([]string, lineEnd) {
	const (
		blanks = " \t\n"
		ends   = blanks + "|&;()<>"
	)
	var words []string
	var word strings.Builder
	var broken, opened int // bytes of the word before the last break, before the open quote
	var quote byte
	begun := false
	for i := 0; i < len(line); i++ {
		c := line[i]
		escapes := quote == 0 || quote == '"' && i+1 < len(line) && strings.IndexByte("$`\"\\", line[i+1]) >= 0
		switch {
		case c == '\\' && quote != '\'' && escapes:
			if i++; i < len(line) {
				word.WriteByte(line[i])
			}
			begun = true
		case quote != 0 && c == quote:
			quote = 0
		case quote != 0:
			word.WriteByte(c)
		case c == '\'' || c == '"':
			quote, opened, begun = c, word.Len(), true
		case strings.IndexByte(ends, c) >= 0:
			if begun {
				words = append(words, word.String())
			}
			word.Reset()
			broken, begun = 0, false
		default:
			word.WriteByte(c)
			begun = true
			if strings.IndexByte(breaks, c) >= 0 {
				broken = word.Len()
			}
		}
	}
	kept := broken
	if quote != 0 {
		kept = opened
	}
	return append(words, word.String()), lineEnd{kept, quote}
}

// fit writes what bash is to put behind what it keeps, for the word to become the
// candidate. Bash closes an open quote itself.
func (e lineEnd) fit(candidate string) string {
	rest := candidate[e.kept:]
	switch {
	case e.quote == '\'':
		return strings.ReplaceAll(rest, "'", `'\''`)
	case e.quote == '"':
		return escape(rest, "$`\"\\")
	case strings.ContainsFunc(rest, unseen):
		return quote(rest)
	}
	return escape(rest, " \t|&;()<>$`\"'\\*?[]{}~#!^=")
}

// escape puts a backslash before some letters.
func escape(s, letters string) string {
	var b strings.Builder
	for _, r := range s {
		if strings.ContainsRune(letters, r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}
