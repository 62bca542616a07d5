# The requirements files are whole, so pip need not resolve (and older ones cannot: prefect asks for an extra of a
# pinned package).
# `make data` builds the release of seeds/ in output/; `make test` runs all tests. Both set up .venv first.
# Needs Python >= 3.11 and make; uses uv when it is there.
PYTHON ?= python3
CORPUS ?= ../shared/corpus
BIN := .venv/bin
READY := .venv/.ready
DEV_READY := .venv/.dev-ready

.PHONY: data check diff notes package docs test search lint format bench quality lock clean setup

data: $(READY)
	$(BIN)/python -m flows.build

# Proves the release in output/.
check: $(READY)
	$(BIN)/gangyao check output

# make diff OLD=FOLDER: what changed since the release in FOLDER; fails when anything did.
diff: $(READY)
	$(BIN)/gangyao diff $(OLD) output

# make notes OLD=FOLDER: the notes of a release, against the one in FOLDER (an empty folder: the first release).
notes: $(READY)
	mkdir -p dist
	if [ -e $(OLD)/datapackage.json ]; then \
		$(BIN)/gangyao diff $(OLD) output > dist/NOTES.md || [ $$? = 1 ]; \
	else \
		echo "The first release." > dist/NOTES.md; \
	fi

# The files of a tagged release, in dist/release.
package: $(READY)
	$(BIN)/python -m gangyao.release.assets output dist/release

docs: .venv/.docs-ready
	$(BIN)/python -m docs.generate
	$(BIN)/sphinx-build -q -W --keep-going -b html docs dist/docs
	$(BIN)/sphinx-build -q -W -b linkcheck docs dist/linkcheck
	$(BIN)/python docs/tour.py

test: $(DEV_READY) .venv/.judges-ready
	$(BIN)/python -m pytest -n auto

# The property tests alone, on some thirty times as many examples, others each time.
search: $(DEV_READY)
	$(BIN)/python -m pytest -n auto -m hypothesis --hypothesis-profile=search

lint: $(DEV_READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(DEV_READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(DEV_READY)
	$(BIN)/python -m evaluation.speed $(CORPUS)

quality: $(DEV_READY)
	$(BIN)/python -m evaluation.quality $(CORPUS)

setup: $(DEV_READY)

$(READY): requirements/run.txt pyproject.toml
	@rm -f $@
	@echo "Setting up .venv: a minute with pip, seconds with uv"
	@if command -v uv >/dev/null; then \
		{ test -x $(BIN)/python || uv venv -q --seed --python "$$(command -v $(PYTHON))" .venv; } && \
		UV_COMPILE_BYTECODE=1 uv pip install -q --python $(BIN)/python --require-hashes -r requirements/run.txt && \
		uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
		{ test -x $(BIN)/python || $(PYTHON) -m venv .venv; } && \
		$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements/run.txt && \
		$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@touch $@

# What tests and docs need beyond what the pipeline does; a user of `make data` is spared it.
.venv/.dev-ready .venv/.docs-ready: .venv/.%-ready: requirements/%.txt $(READY)
	@if command -v uv >/dev/null; then \
		UV_COMPILE_BYTECODE=1 uv pip install -q --python $(BIN)/python --require-hashes -r $<; \
	else \
		$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r $<; \
	fi
	@touch $@

# The outside judges whose own pins clash with ours live in an environment of their own.
.venv/.judges-ready: requirements/judges.txt $(READY)
	$(BIN)/python -m venv .venv/judges
	.venv/judges/bin/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements/judges.txt
	@touch $@

# Needs uv. Writes no registry's host into the files.
LOCK := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links
lock:
	$(LOCK) --extra build pyproject.toml -o requirements/run.txt
	$(LOCK) --extra build --extra dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt
	$(LOCK) requirements/judges.in -o requirements/judges.txt
	$(LOCK) --extra docs -c requirements/dev.txt pyproject.toml -o requirements/docs.txt

clean:
	rm -rf .venv output/parquet output/gangyao.duckdb output/manifest.json output/SHA256SUMS
