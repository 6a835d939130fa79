# Łącznik. `make help` lists what there is.
# Everything below honours CARGO_TARGET_DIR.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

TARGET = $(shell cargo metadata --no-deps --offline --format-version 1 2>/dev/null | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p')
LISTEN ?= 127.0.0.1:3000
DEMO := .local/demo.sqlite
WASM := wasm32-unknown-unknown
NPM_STAMP := end2end/node_modules/.package-lock.json

# $(call need,CONDITION,DEBIAN PACKAGES,WHAT FOR): installs the packages unless the condition holds.
define need
@if $(1); then :; else \
	echo "Installing from Debian: $(2) ($(3)) …"; \
	if ! command -v apt-get >/dev/null; then \
		echo "Missing: $(3). There is no apt-get here; please install what corresponds to: $(2)"; exit 1; fi; \
	if [ "$$(id -u)" = 0 ]; then as=""; \
	elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then as=sudo; \
	else echo "Missing: $(3). Please run as root: apt-get install $(2)"; exit 1; fi; \
	$$as apt-get update -qq; \
	$$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(2) >/dev/null; \
fi
endef

# $(call phase,NAME,COMMAND): runs it and prints how long it took.
define phase
@printf '\n== %s\n' "$(1)"; start=$$(date +%s); $(2); printf '== %s: %s s\n' "$(1)" "$$(( $$(date +%s) - start ))"
endef

.PHONY: help
help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

.PHONY: run
run: setup-build assets server ## Set up, build, fill a demo, serve it on http://127.0.0.1:3000
	@mkdir -p .local; if [ ! -e $(DEMO) ]; then \
		echo "Filling $(DEMO) with an invented town …"; \
		LACZNIK_DATABASE_URL=sqlite:$(DEMO) $(TARGET)/debug/lacznik seed --demo || { rm -f $(DEMO)*; exit 1; }; fi
	@echo; echo "  Łącznik is at http://$(LISTEN)   (Ctrl-C ends it; rm $(DEMO)* starts afresh)"; echo
	@LACZNIK_DATABASE_URL=sqlite:$(DEMO) LACZNIK_LISTEN=$(LISTEN) exec $(TARGET)/debug/lacznik serve

.PHONY: dev
dev: setup-build ## Like run, but rebuild and restart on every change (then reload the page)
	@mkdir -p .local
	@LACZNIK_DATABASE_URL=sqlite:$(DEMO) LACZNIK_LISTEN=$(LISTEN) cargo xtask dev serve

.PHONY: test
test: ## Set up and check everything: format, lints, unit, whole router, real browser
	@start=$$(date +%s); $(MAKE) --no-print-directory setup-test check-fmt check-lint test-rust test-browser; \
		echo; echo "== make test: all passed in $$(( $$(date +%s) - start )) s"

.PHONY: build
build: setup-build assets server ## Build the program for development

.PHONY: release
release: setup-build ## Build the program as it is deployed
	@[ -x end2end/node_modules/.bin/wasm-opt ] || $(MAKE) --no-print-directory setup-npm
	$(call phase,browser half; release,cargo xtask assets --release)
	$(call phase,server; release,cargo build --release --package server)
	@ls -lh $(TARGET)/release/lacznik

.PHONY: bench
bench: release ## Measure the release build
	$(call need,command -v wrk >/dev/null,wrk,the load of the measurements)
	@LACZNIK_BENCH_PROGRAM=$(TARGET)/release/lacznik bench/run
	@bench/matching
	@cargo run --release --quiet -p backend --example series

.PHONY: bench-baselines
bench-baselines: release ## Compare the matching engine with HiGHS and CP-SAT (from PyPI)
	$(call need,python3 -c 'import ensurepip',python3-venv,the other solvers)
	@python3 -m venv $(TARGET)/baselines; $(TARGET)/baselines/bin/pip install --quiet highspy ortools
	@LACZNIK_BENCH_PROGRAM=$(TARGET)/release/lacznik $(TARGET)/baselines/bin/python bench/baselines.py

.PHONY: mutants
mutants: ## Test the tests of the matching engine: one small fault at a time (MUTANTS=--shard=0/4: a part)
	@cargo mutants --version >/dev/null 2>&1 || { \
		echo "Missing: cargo-mutants. Please install it: cargo install cargo-mutants --locked"; exit 1; }
	PROPTEST_RNG_SEED=1 PROPTEST_DISABLE_FAILURE_PERSISTENCE=1 \
		cargo mutants -p domain --sharding round-robin --output $(TARGET) $(MUTANTS)

.PHONY: fmt
fmt: ## Format the sources
	cargo fmt --all

.PHONY: lint
lint: check-fmt check-lint ## Check format and lints

.PHONY: audit
audit: ## Check licences, banned and doubled dependencies (offline once cargo-deny is there)
	@export PATH="$(CURDIR)/.local/tools/bin:$$PATH"; \
	if ! command -v cargo-deny >/dev/null; then \
		echo "Installing cargo-deny into .local/tools (a few minutes) …"; \
		cargo install --quiet cargo-deny --locked --root .local/tools; fi; \
	cargo deny --offline check bans licenses sources

# -- pieces ------------------------------------------------------------------------------------

.PHONY: setup-build
setup-build:
	@command -v cargo >/dev/null || { echo "Missing: Rust. Please install it from https://rustup.rs"; exit 1; }
	$(call need,command -v cc >/dev/null,build-essential,a C compiler for SQLite)
	@if [ ! -d "$$(rustc --print target-libdir --target $(WASM))" ]; then \
		command -v rustup >/dev/null || { \
			echo "Missing: Rust's $(WASM) target. Please install Rust from https://rustup.rs"; exit 1; }; \
		echo "Installing Rust's $(WASM) target …"; rustup target add $(WASM); fi

.PHONY: setup-test
setup-test: setup-build setup-npm setup-readers
	@cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 || { \
		echo "Installing rustfmt and clippy …"; rustup component add rustfmt clippy; }
	$(call need,command -v chromium-headless-shell >/dev/null || command -v chromium >/dev/null,chromium-headless-shell,the browser of the tests)
	$(call need,ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1,postgresql,the second database of the tests)
	$(call need,[ -n "$$(fc-list :lang=uk 2>/dev/null)" ],fontconfig fonts-dejavu-core,letters for the browser)
	$(call need,command -v pdfinfo >/dev/null && command -v qpdf >/dev/null,poppler-utils qpdf,independent readers of our PDFs)

.PHONY: setup-npm
setup-npm:
	@command -v npm >/dev/null || { echo "Missing: Node with npm (20 or newer). Please install it."; exit 1; }
	@if [ -f end2end/package-lock.json ]; then $(MAKE) --no-print-directory $(NPM_STAMP); fi

$(NPM_STAMP): end2end/package-lock.json
	@echo "Installing the npm packages of end2end …"
	@cd end2end && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error
	@touch $@

# A second reader of calendars, from PyPI; the first is an npm package of end2end.
.PHONY: setup-readers
setup-readers:
	$(call need,python3 -c 'import ensurepip' 2>/dev/null,python3-venv,other readers of what the program writes)
	@if ! cmp -s end2end/readers.txt $(TARGET)/readers/installed; then \
		echo "Installing other readers of what the program writes …"; python3 -m venv $(TARGET)/readers; \
		$(TARGET)/readers/bin/pip install --quiet --disable-pip-version-check -r end2end/readers.txt; \
		cp end2end/readers.txt $(TARGET)/readers/installed; fi

.PHONY: assets
assets:
	$(call phase,browser half,cargo xtask assets)

.PHONY: server
server:
	$(call phase,server,cargo build --package server)

.PHONY: check-fmt
check-fmt:
	$(call phase,format,cargo fmt --all --check)

# Never with --workspace: it would unify the `ssr` and `hydrate` features of `app`.
.PHONY: check-lint
check-lint:
	$(call phase,lints of the server half,cargo clippy --quiet -p domain -p documents -p backend -p app -p server --features app/ssr --all-targets -- -D warnings)
	$(call phase,lints of the browser half,cargo clippy --quiet -p app -p frontend --target $(WASM) --lib -- -D warnings)
	$(call phase,lints of xtask,cargo clippy --quiet -p xtask --all-targets -- -D warnings)

.PHONY: test-rust
test-rust: assets
	$(call phase,tests of domain; documents; backend and server,cargo test -p domain -p documents -p backend -p server)
	$(call phase,tests of the architecture,cargo test -p xtask)

.PHONY: test-browser
test-browser: assets server
	@if [ -f end2end/package.json ]; then \
		start=$$(date +%s); echo; echo "== browser"; \
		cd end2end && LACZNIK_TEST_PROGRAM=$(TARGET)/debug/lacznik \
			LACZNIK_TEST_PYTHON=$(TARGET)/readers/bin/python npx playwright test && \
		echo "== browser: $$(( $$(date +%s) - start )) s"; \
	else echo "There are no browser tests yet."; fi
