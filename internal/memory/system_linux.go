package memory

import (
	"os"
	"path"
	"strconv"
	"strings"
)

// free is what the machine can still give, and the control groups that this
// process is in: the kernel ends a process that takes more.
func free() (Size, bool) {
	left, known := field("/proc/meminfo", "MemAvailable:")
	left <<= 10 // it counts in kB
	groups, _ := os.ReadFile("/proc/self/cgroup")
	for line := range strings.Lines(string(groups)) {
		parts := strings.SplitN(strings.TrimSpace(line), ":", 3)
		if len(parts) < 3 {
			continue
		}
		for _, v := range versions {
			if parts[1] != v.controller {
				continue
			}
			// Above a group are those it belongs to. A container sees its own at the top.
			for group := path.Join("/", parts[2]); ; group = path.Dir(group) {
				if l, ok := v.left(path.Join(v.root, group)); ok && (!known || l < left) {
					left, known = l, true
				}
				if group == "/" {
					break
				}
			}
		}
	}
	return left, known
}

// used is what this process has written to. (The package runtime/metrics would
// take a hundredth of every start.)
func used() Size {
	size, _ := field("/proc/self/status", "RssAnon:")
	return size << 10
}

// version is one of the two forms of control groups.
type version struct{ controller, root, limit, usage, cache string }

var versions = []version{
	{"", "/sys/fs/cgroup", "memory.max", "memory.current", "inactive_file"},
	{"memory", "/sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"},
}

// left is what a group has left of its limit, if it has one. Files that the kernel
// only keeps at hand do not count as used.
func (v version) left(folder string) (Size, bool) {
	limit, limited := field(path.Join(folder, v.limit), "")
	usage, known := field(path.Join(folder, v.usage), "")
	cache, _ := field(path.Join(folder, "memory.stat"), v.cache)
	return max(0, limit-usage+cache), limited && known
}

// field is the number behind a name in a file, or the number that the file is.
func field(file, name string) (Size, bool) {
	text, err := os.ReadFile(file)
	if err != nil {
		return 0, false
	}
	for line := range strings.Lines(string(text)) {
		words := strings.Fields(strings.TrimPrefix(line, name))
		if strings.HasPrefix(line, name) && len(words) > 0 {
			n, err := strconv.ParseInt(words[0], 10, 64)
			return Size(n), err == nil
		}
	}
	return 0, false
}
