# SPDX-License-Identifier: Apache-2.0
# The words people type, in front of CMake. `make` alone builds build/mahdar and nothing else.
.DELETE_ON_ERROR:
.PHONY: all demo check deps deps-check release debug test asan fuzz lint format accuracy coverage bench bench-dossier train install clean golden kill page

JOBS   ?= $(shell nproc)
PREFIX ?= /usr/local
GOLD   ?= ../shared/gold
CORPUS ?= ../shared/corpora/news

all: release

# ---- What is needed; apt only when something is missing ----
deps:
	@tools/install-deps build
deps-check:
	@tools/install-deps check

release:
	@cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DMAHDAR_TESTS=OFF -DMAHDAR_PROFILE=use >build.log 2>&1 || { cat build.log; rm -f build.log; exit 1; }
	@rm -f build.log
	@tools/profile build $(JOBS)
	@cmake --build build --target mahdar -j $(JOBS) -- --quiet

# ---- The two commands of the README ----
demo: deps release
	@tools/demo build/mahdar demo.db

check: deps-check
	@tools/check

# ---- Parts of check, to run by themselves ----
build-gcc build-clang build-asan build-fuzz:
	@tools/configure $@

test: build-clang
	@cmake --build build-clang -j $(JOBS) && ctest --test-dir build-clang --output-on-failure -j $(JOBS)
asan: build-asan
	@cmake --build build-asan -j $(JOBS) && ctest --test-dir build-asan --output-on-failure -j $(JOBS)
fuzz: build-fuzz
	@tools/fuzz build-fuzz $(or $(SECONDS_EACH),60)
golden: build-clang
	@cmake --build build-clang -j $(JOBS) && tools/golden --update build-clang
kill: build-clang
	@cmake --build build-clang --target mahdar -j $(JOBS) -- --quiet && python3 -B tests/kill/kill.py build-clang/mahdar $(or $(MOMENTS),200)
lint:
	@tools/lint
format:
	@clang-format -i $$(git ls-files '*.c' '*.h')

# ---- The page in a browser ----
page: build-gcc
	@cmake --build build-gcc --target mahdar -j $(JOBS) -- --quiet && tests/page/run build-gcc/mahdar build-gcc/page

# ---- Figures; they need ../shared and say so where it is missing ----
accuracy: release
	@tools/accuracy build/mahdar $(GOLD) docs/accuracy.md
coverage: release
	@tools/coverage build/mahdar $(CORPUS)_10mb.txt
bench: release
	@cmake --build build --target bench_stages -j $(JOBS) -- --quiet && tools/bench build $(CORPUS) docs/speed.md

bench-dossier: release
	@tools/bench_dossier build/mahdar $(CORPUS) docs/speed.md

# ---- Weights of models/ ----
train: release
	@cmake --build build --target train_names train_readings -j $(JOBS) -- --quiet
	@tools/train/train build ../shared/corpora models

install: release
	@cmake -S . -B build -DCMAKE_INSTALL_PREFIX=$(PREFIX) >/dev/null
	@cmake --build build -j $(JOBS) && cmake --install build

clean:
	rm -rf build build-gcc build-clang build-asan build-fuzz demo.db demo.db-wal demo.db-shm
