# `make data` builds the release of seeds/ in output/; `make test` runs all tests. Both set up .venv first.
# Needs Python >= 3.11 and make; uses uv when it is there.
PYTHON ?= python3
CORPUS ?= ../shared/corpus
BIN := .venv/bin
READY := .venv/.ready

.PHONY: data test lint format bench quality lock clean setup

data: $(READY)
	$(BIN)/python -m flows.build

test: $(READY)
	$(BIN)/python -m pytest -n auto

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY)
	$(BIN)/python -m benchmarks.speed $(CORPUS)

quality: $(READY)
	$(BIN)/python -m benchmarks.quality $(CORPUS)

setup: $(READY)

$(READY): requirements.txt pyproject.toml
	rm -f $@
	if command -v uv >/dev/null; then \
		{ test -x $(BIN)/python || uv venv -q --seed --python "$$(command -v $(PYTHON))" .venv; } && \
		UV_COMPILE_BYTECODE=1 uv pip install -q --python $(BIN)/python --require-hashes -r requirements.txt && \
		uv pip install -q --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
		{ test -x $(BIN)/python || $(PYTHON) -m venv .venv; } && \
		$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt && \
		$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	touch $@

# Needs uv. Writes no registry's host into the files.
LOCK := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links
lock:
	$(LOCK) --extra dev pyproject.toml -o requirements.txt
	$(LOCK) --extra docs -c requirements.txt pyproject.toml -o requirements-docs.txt

clean:
	rm -rf .venv output/parquet output/gangyao.duckdb output/manifest.json output/SHA256SUMS
