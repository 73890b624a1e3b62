# `make demo` and `make test` do all the set-up themselves; they need Python >= 3.11 and make.
PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV ?= .venv
BIN := $(VENV)/bin
ARGS ?=

.PHONY: demo test check format lint types contracts lock wheel picture test-systemd bench-history bench-status bench-reading bench-phrases bench-recording bench-changes bench-real bench-delivering chaos soak hostile audit kinds clean

# The lock's hashes are checked; the project itself is put in editable, without asking an index again.
$(VENV)/.installed: requirements.lock pyproject.toml
	$(if $(PYTHON),,$(error no Python >= 3.11 found; set PYTHON=/path/to/python))
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

demo: $(VENV)/.installed
	$(BIN)/monitor demo $(ARGS)

test: $(VENV)/.installed
	$(BIN)/python -m pytest -n 4 $(ARGS)

format: $(VENV)/.installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lint: $(VENV)/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.installed
	$(BIN)/mypy

contracts: $(VENV)/.installed
	$(BIN)/lint-imports

check: lint types contracts
	$(BIN)/python -m pytest -n 4 --cov --cov-report=term $(ARGS)

# Exact versions and hashes for every Python from 3.11 on; names no index.
lock: $(VENV)/.installed
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
		--no-header --extra dev pyproject.toml --output-file requirements.lock

wheel: $(VENV)/.installed
	rm -rf dist
	$(BIN)/python -m build --wheel --no-isolation

picture: $(VENV)/.installed
	$(BIN)/python docs/picture.py

# The mails in docs/notifications.md as a browser shows them; ARGS=FOLDER makes pictures of every kind there. Needs Chromium.
pictures: $(VENV)/.installed
	$(BIN)/python docs/mail_pictures.py $(ARGS)

# CPU of `monitor history` against that of importing its libraries.
bench-history: $(VENV)/.installed
	$(BIN)/python bench/history_cpu.py

# CPU of `monitor status` on 100,000 watches, against the same.
bench-status: $(VENV)/.installed
	$(BIN)/python bench/status_cpu.py $(ARGS)

# The service for real: the wheel in a Debian of its own, booted with systemd. Root's; takes debootstrap and
# systemd-container, and keeps what it made in the user's cache, or in $MONITOR_MACHINES.
test-systemd: wheel
	$(BIN)/python -m pytest -n 0 -p no:randomly -s -v --durations=5 tests/systemd/booted/driven.py $(ARGS)

# What is read of the labelled pages, and how fast, against lxml in the same run.
bench-reading: $(VENV)/.installed
	$(BIN)/python bench/reading.py

bench-phrases: $(VENV)/.installed
	$(BIN)/python bench/phrases.py

# Checks recorded a second, on both databases.
bench-recording: $(VENV)/.installed
	$(BIN)/python bench/recording.py

# Changes told of simulated boards: recall, precision, faults.
# ARGS="--postings 400 --domains 40 --rounds 12 --seed 1 [--storm]" is the whole of it.
bench-changes: $(VENV)/.installed
	$(BIN)/python bench/changes.py $(ARGS)

# Real pages fetched again: noise is told to nobody, the edit of a field as that. Needs the labelled pages.
bench-real: $(VENV)/.installed
	$(BIN)/python bench/real_pages.py $(ARGS)

# Changes to five targets, three of which misbehave, while the sender is killed again and again.
# ARGS="--changes 10000 --kills 50 --seed 1 [--database postgresql] [--crew chats]"
bench-delivering: $(VENV)/.installed
	$(BIN)/python bench/delivering.py $(ARGS)

# What hostile inputs cost, at their whole size: processor time and memory of each; the worst ten.
# ARGS="--kind pages --scale 0.5"
hostile: $(VENV)/.installed
	$(BIN)/python bench/hostile.py $(ARGS)

# Known faults of what we depend on, what ruff finds of bandit's, and whether the lock is what pyproject.toml asks for.
audit: $(VENV)/.installed
	$(BIN)/python bench/audit.py

# Every kind of fault against the running service, so many seconds on each database, then the proof that nothing was lost.
# ARGS="--seed 1 [--database sqlite]". Needs root, or namespaces for users; what the machine cannot do is said.
SECONDS ?= 300
chaos: $(VENV)/.installed
	$(BIN)/python bench/chaos.py --seconds $(SECONDS) $(ARGS)

# The memory of the daemon and of its crawler child through many checks. ARGS="--checks 100000"
soak: $(VENV)/.installed
	$(BIN)/python bench/soak.py $(ARGS)

# Writes the table of kinds into docs/changes.md.
kinds: $(VENV)/.installed
	$(BIN)/python docs/kinds.py

clean:
	rm -rf $(VENV) dist build .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
