package loaders

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// ratioFrom is the unpacked size from which the ratio counts: a small file
// harms nobody however well it packs.
const ratioFrom = 64 << 20

// openZip opens a regular file if it is a zip; else it returns nil.
func openZip(name string, limits Limits) (*set, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	var magic [len(zipMagic)]byte
	if _, err := io.ReadFull(f, magic[:]); err != nil || string(magic[:]) != zipMagic {
		return nil, f.Close()
	}
	info, err := f.Stat()
	if err != nil {
		_ = f.Close()
		return nil, unreadable(name, err)
	}
	s, err := newZip(name, f, info.Size(), limits)
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	s.close = f.Close
	return s, nil
}

// zipStream reads a zip from a stream, whole: its directory is at its end.
func (l *load) zipStream(name string, r *bufio.Reader) (*set, error) {
	all, err := l.readAll(name, "a zip", r)
	if err != nil {
		return nil, err
	}
	l.done = 0 // counts what is read from the tables
	return newZip(name, bytes.NewReader(all), int64(len(all)), l.Limits)
}

// readAll reads a stream whole.
func (l *load) readAll(name, what string, r io.Reader) ([]byte, error) {
	all, err := io.ReadAll(io.LimitReader(source{l, r}, l.Limits.Stream+1))
	if err != nil {
		return nil, unreadable(name, err)
	}
	if int64(len(all)) > l.Limits.Stream {
		return nil, fail(file(name), "give it as a file", "is %s of more than %d bytes, too large for a stream", what, l.Limits.Stream)
	}
	return all, nil
}

func newZip(name string, r io.ReaderAt, size int64, limits Limits) (*set, error) {
	z, err := unzip(name, r, size)
	if err != nil {
		return nil, err
	}
	s := &set{archive{z, limits, name}, name, func() error { return nil }}
	if top := onlyTop(z); top != "" {
		if s.FS, err = fs.Sub(s.FS, top); err != nil {
			return nil, unreadable(name, err)
		}
		s.name = s.path(top)
	}
	return s, nil
}

// unzip reads the directory of an archive.
func unzip(name string, r io.ReaderAt, size int64) (*zip.Reader, error) {
	z, err := zip.NewReader(r, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // judged below, whatever the Go settings
		return nil, fail(file(name), "", "is a broken zip archive: %w", err)
	}
	for _, f := range z.File {
		if !fs.ValidPath(strings.TrimSuffix(f.Name, "/")) || strings.Contains(f.Name, `\`) {
			return nil, fail(file(name), "", "holds a file with the unsafe path %q", f.Name)
		}
	}
	if slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == "[Content_Types].xml" }) {
		return nil, fail(file(name), "save the sheet as CSV in UTF-8", "is an Office document, which is not read")
	}
	return z, nil
}

// onlyTop is the one folder in which archivers often put everything, or "".
func onlyTop(z *zip.Reader) string {
	only := ""
	for _, f := range z.File {
		top, _, inside := strings.Cut(f.Name, "/")
		switch {
		case top == "__MACOSX":
		case !inside, only != "" && top != only:
			return ""
		default:
			only = top
		}
	}
	return only
}

// archive is a zip as a file system that unpacks no bombs. What a file claims
// to unpack to can be trusted: archive/zip delivers no more.
type archive struct {
	*zip.Reader
	limits Limits
	name   string
}

func (a archive) Open(name string) (fs.File, error) {
	found := 0
	for _, f := range a.File {
		if f.Name != name {
			continue
		}
		if found++; found > 1 {
			return nil, fail(file(a.name+"/"+name), "unpack it and give the folder", "is in the archive twice")
		}
		if err := a.check(f); err != nil {
			return nil, err
		}
	}
	return a.Reader.Open(name)
}

func (a archive) check(f *zip.File) error {
	at, hint := file(a.name+"/"+f.Name), "unpack it and give the folder"
	unpacked, ratio := f.UncompressedSize64, f.UncompressedSize64/max(f.CompressedSize64, 1)
	switch {
	case !f.Mode().IsRegular():
		return fail(at, hint, "is a link or a device")
	case f.Flags&1 != 0:
		return fail(at, hint, "is encrypted")
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return fail(at, hint, "is packed by method %d, which is not read", f.Method)
	case unpacked > uint64(a.limits.File):
		return fail(at, hint, "unpacks to %d bytes, more than %d", unpacked, a.limits.File)
	case unpacked >= ratioFrom && ratio > uint64(a.limits.Ratio):
		return fail(at, hint+", if you trust it", "unpacks to %d times its size, more than %d", ratio, a.limits.Ratio)
	}
	return nil
}
