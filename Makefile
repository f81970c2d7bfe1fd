# Every habit is one command. CI runs `make check`.

GO    ?= go
TOOLS  = $(GO) tool -modfile=internal/tools.mod
PKGS   = ./...
FUZZTIME ?= 20s
COUNT    ?= 5

.PHONY: build check test race lint beam golden docs readme fuzz exhaustive bench bench-save aralia peers clean

## check: all that CI runs
check: lint test race beam golden readme

## build: the program as it is released; without cgo it starts a fifth faster
build:
	CGO_ENABLED=0 $(GO) build -trimpath -o linestop ./cmd/linestop

## test: every test, each package once
test:
	$(TOOLS) gotestsum --format pkgname -- $(PKGS)

## race: the packages that use goroutines, with the race detector
race:
	$(GO) test -race -short -timeout 30m ./graph/... ./loaders/... ./internal/report/... ./cmd/...

## lint: nothing to fix, nothing suspicious, no error dropped
lint:
	@test -z "$$($(TOOLS) gofumpt -l .)" || { $(TOOLS) gofumpt -l .; echo "run: $(TOOLS) gofumpt -w ."; exit 1; }
	$(GO) vet $(PKGS)
	@$(GO) fix -diff $(PKGS) | tee /dev/stderr | (! grep -q .)
	$(TOOLS) staticcheck $(PKGS)
	$(TOOLS) errcheck -ignoretests -exclude internal/errcheck.txt $(PKGS)
	$(GO) mod tidy -diff

## beam: the pipeline for Apache Beam, a module of its own: 83 MB to fetch, three minutes to build at first, then half of one
beam:
	cd cmd/linestop-beam && $(GO) vet ./... && $(GO) test ./... && $(GO) mod tidy -diff

## golden: renewing the expected outputs changes nothing
golden: docs
	UPDATE=1 $(GO) test ./internal/chart/... ./internal/report/... ./internal/draw/... ./cmd/... >/dev/null
	@git diff --exit-code --stat -- . || { echo "expected outputs or generated docs differ: review and commit them"; exit 1; }

## docs: docs/cli.md, the manual page, the back-tests and the pictures of the gallery
docs:
	$(GO) run ./cmd/linestop man --markdown > docs/cli.md
	{ printf '%% linestop 1\n\n'; cat docs/cli.md; } | $(TOOLS) go-md2man > cmd/linestop/linestop.1
	$(GO) run ./cmd/linestop backtest all --quiet --output docs/backtests.md
	internal/gallery.sh

## readme: the README's two commands in a clean clone
readme:
	internal/clean-clone.sh

## fuzz: each fuzz target for FUZZTIME
fuzz:
	internal/fuzz.sh $(FUZZTIME)

## exhaustive: all networks of up to five nodes and 100,000 larger ones, of which other tests take some
exhaustive:
	EXHAUSTIVE=1 GOGC=400 $(GO) test -timeout 3h -run 'Every|FiveNodes|Fates|Random|Singles$$|Sets$$|Chance$$' ./graph/cut ./graph/cutset ./graph/rank

## bench: the benchmarks, COUNT times, first those beside plain loops (x-bare); then against the saved base, if there is one
bench:
	@mkdir -p bench
	$(GO) test -run '^$$' -bench . -benchmem -count $(COUNT) ./internal/bare ./graph/... ./loaders/... | tee bench/new.txt
	@test ! -f bench/base.txt || $(TOOLS) benchstat bench/base.txt bench/new.txt

## aralia: cut sets of the fault trees in the folder TREES beside the program SCRAM, into docs/benchmarks.md
aralia: build
	$(GO) run ./internal/aralia ./linestop $(SCRAM) $(TREES) docs/benchmarks.md

## peers: linestop beside other programs on the networks SIZES (as mild-100000,fragile-100000), into docs/benchmarks.md
peers:
	$(GO) run ./internal/peers $(if $(SIZES),-sizes $(SIZES)) docs/benchmarks.md

## bench-save: make the last benchmark the base
bench-save:
	cp bench/new.txt bench/base.txt

clean:
	rm -rf bench dist linestop
