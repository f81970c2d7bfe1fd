package memory

import (
	"os"
	"path/filepath"
	"testing"
)

func TestLeftOfAGroup(t *testing.T) {
	for _, c := range []struct {
		name  string
		v     version
		files map[string]string
		left  Size
		ok    bool
	}{
		{
			"the second version", versions[0],
			map[string]string{"memory.max": "1000\n", "memory.current": "600\n", "memory.stat": "anon 400\ninactive_file 150\n"},
			550, true,
		},
		{"without a limit", versions[0], map[string]string{"memory.max": "max\n", "memory.current": "600\n"}, 0, false},
		{"the group at the top", versions[0], nil, 0, false},
		{
			"the first version", versions[1],
			map[string]string{"memory.limit_in_bytes": "1000\n", "memory.usage_in_bytes": "1200\n", "memory.stat": "cache 5\n"},
			0, true,
		},
	} {
		dir := t.TempDir()
		for file, text := range c.files {
			if err := os.WriteFile(filepath.Join(dir, file), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if left, ok := c.v.left(dir); ok != c.ok || ok && left != c.left {
			t.Errorf("%s: %d left, %v", c.name, left, ok)
		}
	}
	if left, ok := free(); !ok || left <= 0 {
		t.Errorf("%d free, %v", left, ok)
	}
}
