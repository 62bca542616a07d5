# Needs Python >= 3.11 and make; uses uv when it is there. `make` alone lists the targets.
PYTHON ?= python3
CORPUS ?= ../shared/corpus
MINUTES ?= 60
BIN := .venv/bin
READY := .venv/.ready
DEV_READY := .venv/.dev-ready

.DEFAULT_GOAL := help
.PHONY: help data check diff notes package status server alerts docs site bundle test test-site search lint format bench quality sources lock clean setup

help: ## this list
	@sed -nE 's/^([a-z-]+):.* ## (.*)/\1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r name what; do printf '  make %-9s %s\n' "$$name" "$$what"; done

data: $(READY) ## build and check the release of seeds/ in output/
	$(BIN)/python -m flows
	$(BIN)/gangyao workbook

check: $(READY) ## prove the release in output/
	$(BIN)/gangyao check output

diff: $(READY) ## OLD=FOLDER: what changed since the release in FOLDER; fails when anything did
	$(BIN)/gangyao diff $(OLD) output

notes: $(READY) ## OLD=FOLDER: the notes of a release, against the one in FOLDER (an empty folder: the first release)
	mkdir -p dist
	if [ -e $(OLD)/datapackage.json ]; then \
		$(BIN)/gangyao diff $(OLD) output > dist/NOTES.md || [ $$? = 1 ]; \
	else \
		echo "The first release." > dist/NOTES.md; \
	fi

package: $(READY) ## the files of a tagged release and the wheel, in dist/release
	rm -rf dist/wheel
	$(BIN)/hatchling build -t wheel -d dist/wheel
	$(BIN)/python -m gangyao.release.assets output dist/release dist/wheel/*.whl

status: $(READY) ## how the release in output/ stands; fails when someone should look
	$(BIN)/gangyao status

server: $(READY) ## Prefect's server with pages on port 4200, the deployments of prefect.yaml and a worker, until Ctrl-C
	$(BIN)/python -m flows.serve

alerts: $(READY) ## URL=http://… or mailto://… or slack://…: who is told when a run on that server goes wrong
	PREFECT_API_URL=$${PREFECT_API_URL:-http://127.0.0.1:4200/api} $(BIN)/python -m flows.alerts "$(URL)"

docs: .venv/.docs-ready ## the documentation, in dist/docs
	$(BIN)/python -m docs.generate
	$(BIN)/sphinx-build -q -W --keep-going -b html docs dist/docs
	$(BIN)/sphinx-build -q -W -b linkcheck docs dist/linkcheck
	$(BIN)/python docs/tour.py

site: $(READY) ## the explorer over the release in output/, for any file host, in dist/site (REPOSITORY=URL: whose form takes reports)
	$(BIN)/python -m gangyao.explorer.static output dist/site $(if $(REPOSITORY),--repository $(REPOSITORY))

bundle: site/node_modules/.ready ## build the explorer from site/ into gangyao/explorer/bundle
	cd site && $(NODE) npm run -s build

test: $(DEV_READY) .venv/.judges-ready ## all tests
	$(BIN)/python -m pytest -n auto --dist worksteal

test-site: site/node_modules/.ready $(DEV_READY) ## the explorer: style, types, logic, in a browser (needs Chromium)
	cd site && export $(NODE) && npm run -s lint && npm run -s test && npm run -s build && npm run -s test:site
	git diff --exit-code --stat -- gangyao/explorer/bundle || { echo "the committed bundle is not what site/ builds: commit it"; exit 1; }
	test -z "$$(git status --porcelain -- gangyao/explorer/bundle)"

site/node_modules/.ready: site/package.json site/package-lock.json .venv/.node-ready
	cd site && $(NODE) npm ci --no-audit --no-fund --loglevel=error
	@touch $@

search: $(DEV_READY) ## property tests on thirty times as many examples, then spoilt texts of CORPUS for MINUTES
	$(BIN)/python -m pytest -n auto -m hypothesis --hypothesis-profile=search
	$(BIN)/python -m evaluation.reliability.fuzz $(CORPUS) --minutes $(MINUTES)

lint: $(DEV_READY) ## style, types, direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV_READY) ## format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(DEV_READY) ## speed figures on the texts of CORPUS
	$(BIN)/python -m evaluation.speed $(CORPUS)
	$(BIN)/python -m evaluation.reliability.growth

quality: $(DEV_READY) ## quality figures on the texts of CORPUS
	$(BIN)/python -m evaluation.quality $(CORPUS)

sources: $(DEV_READY) ## how well PDF, web pages, Word files and scans are read; needs chromium, soffice, reportlab
	$(BIN)/python -m evaluation.sources $(CORPUS)

setup: $(DEV_READY) ## .venv with all that tests need

# Bytecode is kept, also where Python may write none (PYTHONDONTWRITEBYTECODE, as in many containers): what was set up without it
# compiles each module once, when it is first needed.
export PYTHONDONTWRITEBYTECODE :=

# $(call venv,FOLDER) makes an environment; $(call install,FOLDER,FILE) puts the hashed pins of FILE into it. They are whole, so
# nothing is resolved (pip could not: Prefect asks for an extra of a pinned package). uv does not read what pip is told of
# indexes and folders of wheels: where it gets nothing, pip does it.
UV ?= $(shell command -v uv)
pip = $(1)/bin/python -m pip install -q --disable-pip-version-check --no-deps
pip_venv = $(PYTHON) -m venv $(1)
pip_install = $(pip) --require-hashes -r $(2)
ifneq ($(UV),)
uv_venv = $(UV) venv -q --seed --python "$$(command -v $(PYTHON))" $(1)
venv = { $(uv_venv) || { rm -rf $(1) && $(pip_venv); }; }
install = { $(UV) pip install -q --python $(1)/bin/python --require-hashes -r $(2) || $(pip_install); }
else
venv = $(pip_venv)
install = $(pip_install)
endif

$(READY): requirements/run.txt pyproject.toml
	@rm -f $@
	@echo "Setting up .venv: a minute with pip, seconds with uv"
	@test -x $(BIN)/python || $(call venv,.venv)
	@# What runs is compiled at once, for whoever runs it without make.
	@export UV_COMPILE_BYTECODE=1; $(call install,.venv,$<)
	@$(call pip,.venv) --no-build-isolation -e .
	@$(BIN)/python -m compileall -q flows gangyao schemas
	@touch $@

# What tests and docs need beyond what the pipeline does; a user of `make data` is spared it.
.venv/.dev-ready .venv/.docs-ready: .venv/.%-ready: requirements/%.txt $(READY)
	@$(call install,.venv,$<)
	@touch $@

# The outside judges whose own pins clash with ours live in an environment of their own.
.venv/.judges-ready: requirements/judges.txt $(READY)
	@test -x .venv/judges/bin/python || $(call venv,.venv/judges)
	@$(call install,.venv/judges,$<)
	@touch $@

# Node and npm come as a wheel: the same ones everywhere, and none that a machine must have.
NODE := PATH="$(CURDIR)/$(BIN):$$PATH"
.venv/.node-ready: requirements/node.txt $(READY)
	@$(call install,.venv,$<)
	@touch $@

# Needs uv. Writes no registry's host into the files.
LOCK := $(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links
lock: ## pin the requirements again (needs uv)
	$(LOCK) --extra build pyproject.toml -o requirements/run.txt
	$(LOCK) --extra build --extra dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt
	$(LOCK) requirements/judges.in -o requirements/judges.txt
	$(LOCK) requirements/node.in -o requirements/node.txt
	$(LOCK) requirements/uv.in -o requirements/uv.txt
	$(LOCK) --extra docs -c requirements/dev.txt pyproject.toml -o requirements/docs.txt

clean: ## remove .venv and what is built
	rm -rf .venv site/node_modules output/parquet output/gangyao.duckdb output/manifest.json output/SHA256SUMS
