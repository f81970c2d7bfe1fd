#!/bin/sh
# Runs the two commands of the README in a clone that holds only what is committed.
set -eu
clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT
git clone --quiet . "$clone/linestop"
cd "$clone/linestop"
go run ./cmd/linestop cut nexperia
go test -short ./...
