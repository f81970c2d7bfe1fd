#!/bin/sh
# Runs every command of docs/gallery.md, which draws its pictures anew.
set -eu
program=$(mktemp -d)/linestop
trap 'rm -rf "$(dirname "$program")"' EXIT
go build -o "$program" ./cmd/linestop
mkdir -p docs/gallery
sed -n 's/^    linestop //p' docs/gallery.md | while read -r arguments; do
	eval "$program $arguments"
done
