package main

import (
	"context"
	"errors"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// fetch copies data from a bucket to a folder that the caller removes, under their own name, which may say
// what they are. Paths stay where they are.
func fetch(ctx context.Context, ref, folder string) (local string, err error) {
	if !strings.HasPrefix(ref, "gs://") {
		return ref, nil
	}
	fs, err := filesystem.New(ctx, ref)
	if err != nil {
		return "", err
	}
	defer func() { _ = fs.Close() }()
	in, err := fs.OpenRead(ctx, ref)
	if err != nil {
		return "", err
	}
	defer func() { _ = in.Close() }()
	local = filepath.Join(folder, path.Base(ref))
	out, err := os.Create(local)
	if err != nil {
		return "", err
	}
	_, err = io.Copy(out, in)
	return local, errors.Join(err, out.Close())
}
