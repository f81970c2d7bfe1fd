package loaders

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"linestop/graph"
)

// Error says why nothing was loaded or written. It wraps its cause, such as
// fs.ErrPermission or context.Canceled.
type Error struct {
	Place graph.Place // at least the file, or the name that was asked for
	Hint  string      // what to do about it; may be empty
	Err   error
}

func (e *Error) Error() string {
	if at := e.Place.String(); at != "" {
		return at + ": " + e.Err.Error()
	}
	return e.Err.Error()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

func fail(at graph.Place, hint, format string, args ...any) error {
	return &Error{Place: at, Hint: hint, Err: fmt.Errorf(format, args...)}
}

// file is the place that is a whole file.
func file(name string) graph.Place { return graph.Place{File: name} }

// unreadable says that a file could not be opened or read.
func unreadable(name string, err error) error {
	if known := new(Error); errors.As(err, &known) {
		return err
	}
	return fail(file(name), "", "cannot be read: %w", bare(err))
}

func unwritable(name string, err error) error {
	return fail(file(name), "", "cannot be written: %w", bare(err))
}

// bare is the cause in an error of a file system without the path, which the
// place gives as the user knows it.
func bare(err error) error {
	path, link := new(fs.PathError), new(os.LinkError)
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}

// Problem is the error as one of the problems of a data set or scenario.
func (e *Error) Problem() graph.Problem {
	return graph.Problem{Code: "unreadable", Place: e.Place, Message: e.Err.Error()}
}

// problemOf is an error of ours as a problem.
func problemOf(err error) graph.Problem {
	if known := new(Error); errors.As(err, &known) {
		return known.Problem()
	}
	return graph.Problem{Code: "unreadable", Message: err.Error()}
}

// ignore calls what fails without harm: the closing of a file that was only
// read, the removal of one that may be gone.
func ignore(f func() error) { _ = f() }
