# One word runs everything, here and in CI.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SCENARIO ?= scenarios/asker/anbefalt.toml
OUT      ?= out/asker-anbefalt
SCHEDULING ?= --quick
LOCATION   ?= --quick
SOLVER   ?= --quick
BENCH    ?= $(addprefix scenarios/asker/,anbefalt.toml vedtak-2019.toml samlet.toml spredt.toml lavkost.toml)

.PHONY: demo test check bench bench-scenarios bench-solver bench-scheduling bench-accessibility bench-transit bench-location clean

# The recommended scenario for nye Asker, from nothing to a report and a relocation plan.
demo: $(VENV)/.run
	$(BIN)/localisation propose $(SCENARIO) --out $(OUT)
	$(BIN)/localisation plan $(OUT)/proposal.json --out $(OUT)/plan

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto

# What CI runs: format, lint, types, import contracts, tests.
check: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) test

# Six sections, each alone by its own name. PEERS is a Python that has the programs to compare with (see
# CONTRIBUTING.md); without one, only ours are timed.
bench: bench-scenarios bench-solver bench-scheduling bench-accessibility bench-transit bench-location

bench-scenarios: $(VENV)/.run
	$(BIN)/python benchmarks/run.py $(BENCH)

# SOLVER="--seconds 60" for whole tables (see docs/performance.md); --quick takes a few minutes.
bench-solver: $(VENV)/.run
	$(BIN)/python -m benchmarks.solver $(SOLVER)

bench-scheduling: $(VENV)/.run
	$(BIN)/python -m benchmarks.scheduling $(if $(PEERS),--peer $(PEERS)) $(SCHEDULING)

bench-accessibility: $(VENV)/.run
	$(BIN)/python -m benchmarks.accessibility $(if $(PEERS),--peers $(PEERS)) $(ACCESSIBILITY)

bench-transit: $(VENV)/.run
	$(BIN)/python benchmarks/transit.py $(TRANSIT)

bench-location: $(VENV)/.run
	$(BIN)/python -m benchmarks.location $(if $(PEERS),--peer $(PEERS)) $(LOCATION)

clean:
	rm -rf $(VENV) out build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

# The marks are renewed only when what is to be installed has changed.
$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; try make PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@ $(VENV)/.run
