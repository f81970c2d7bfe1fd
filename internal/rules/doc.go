// Package rules holds the arrows between packages as a test: data flows one way,
// and each library has one door.
package rules
