package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"linestop/internal/netgen"
	"linestop/loaders"
)

// TestHardenDays asks survive how long products last, without the changes and with them.
func TestHardenDays(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 6))
	later, never := 0, 0
	for n := range 100 {
		dir := t.TempDir()
		data, scenario := filepath.Join(dir, "net.json"), filepath.Join(dir, "hardened.yaml")
		var file bytes.Buffer
		if err := loaders.Write(t.Context(), &file, netgen.Random(rng, netgen.Config{MinNodes: 3, MaxNodes: 10, Numbers: 0.6, Parents: -1}), loaders.Output{Format: "json"}); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(data, file.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		net, err := loaders.Open(t.Context(), data, loaders.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !net.Quantified() {
			continue
		}
		ask := []string{"harden", "-q", "-d", data, "-n", fmt.Sprint(1 + n%3)}
		var answer struct {
			Changes []struct{}
			Days    struct {
				Losses, Never, Later, Sooner int
				Gained                       float64 `json:"days_gained"`
			}
		}
		if err := json.Unmarshal(asked(t, append(ask, "-f", "json", "--days")...), &answer); err != nil {
			t.Fatal(err)
		}
		if len(answer.Changes) == 0 {
			continue
		}
		asked(t, append(ask, "-o", scenario)...)
		before, after := lasts(t, data), lasts(t, data, "--scenario", scenario)
		got, want := answer.Days, answer.Days
		want.Losses, want.Never, want.Later, want.Sooner, want.Gained = len(before), 0, 0, 0, 0
		for who, day := range before {
			with, lost := after[who]
			switch {
			case !lost:
				want.Never++
				with = 365
			case with > day+1e-9:
				want.Later++
			case with < day-1e-9:
				want.Sooner++
			}
			want.Gained += with - day
		}
		for who, day := range after {
			if _, known := net.Lookup(who[0]); !known {
				continue // a source that the changes add
			}
			if _, lost := before[who]; !lost {
				want.Sooner++
				want.Gained -= 365 - day
			}
		}
		if math.Abs(got.Gained-want.Gained) < 1e-6 {
			got.Gained = want.Gained
		}
		if got != want {
			t.Fatalf("%d: got %+v, want %+v\n%s", n, got, want, &file)
		}
		later += got.Later
		never += got.Never
	}
	if never < 50 || later == 0 {
		t.Errorf("%d losses never come, %d later", never, later)
	}
}

// lasts says how long products last, by node and product.
func lasts(t *testing.T, data string, flags ...string) map[[2]string]float64 {
	t.Helper()
	var answer struct {
		Nodes []struct {
			ID       string
			Products []struct {
				ID   string
				Days float64 `json:"survive_days"`
			}
		}
	}
	if err := json.Unmarshal(asked(t, append([]string{"survive", "-q", "-f", "json", "-d", data}, flags...)...), &answer); err != nil {
		t.Fatal(err)
	}
	days := map[[2]string]float64{}
	for _, n := range answer.Nodes {
		for _, p := range n.Products {
			days[[2]string{n.ID, p.ID}] = p.Days
		}
	}
	return days
}
