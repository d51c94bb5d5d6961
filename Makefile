# make demo: set up, build the sample study, draw its change theory, open the program where there is a terminal
# make test: set up and run every check
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test reliability check perf clean

demo: $(VENV)/.ready
	@$(BIN)/rcoder demo out

test: $(VENV)/.ready-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/pytest -n auto

# 200 kills for each kind of work, 1,000 power cuts, every fault of the disk at every Nth call: about half an hour
reliability: $(VENV)/.ready-dev
	@RCODER_RELIABILITY=long $(BIN)/pytest -m reliability tests/reliability -n auto

perf: $(VENV)/.ready-dev
	@$(BIN)/python benchmarks/goals.py --folder out/perf --json out/perf.json

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "rcoder needs Python 3.11 or newer on the PATH."; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.ready: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Setting up (once, about half a minute)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.ready-dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Setting up for the checks (once, about a minute)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,postgres]'
	@touch $(VENV)/.ready $@

clean:
	rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
