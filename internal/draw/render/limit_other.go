//go:build !linux

package render

// limit does nothing: only on Linux can a process cap the memory it really uses.
// Elsewhere the parent's deadline is what bounds the child.
func limit(Options) error { return nil }
