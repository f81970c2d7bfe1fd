//go:build !linux

package sections

import "errors"

// growing is not to be had.
type growing struct{}

func newGrowing(string) (growing, []byte, error) { return growing{}, nil, errors.ErrUnsupported }

func (growing) grow(int) error { return errors.ErrUnsupported }

func (growing) drop([]byte) {}
