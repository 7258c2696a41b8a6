# `make` says what there is. A fresh machine needs python3 (3.11 or newer, with venv), make and the package registry.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

# Made from pyproject.toml for every platform; it names no registry, so any will do.
COMPILE := $(BIN)/uv --quiet pip compile pyproject.toml --universal --python-version 3.11 --all-extras \
           --generate-hashes --no-annotate --no-header

export UV_SYSTEM_CERTS := 1
.PHONY: help run setup test check lock format coverage clean

help: ## what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

run: setup ## start the bot; without a TELEGRAM_BOT_TOKEN, a chat in the terminal
	@$(BIN)/python main.py run

setup: $(VENV)/.ready ## make the environment, in .venv
	@:

# Standard output belongs to the program, so set-up speaks on standard error. The stamp comes last and goes first:
# without it the environment is begun anew, so an interrupted set-up can simply be repeated.
$(VENV)/.ready: requirements.lock
	@command -v $(PYTHON) >/dev/null || { echo 'Python is missing: install python3, version 3.11 or newer.' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "$$($(PYTHON) --version 2>&1) is too old: install Python 3.11 or newer, or name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	    { echo "Python's venv module is missing: install it (on Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@echo 'Setting up .venv: once, about half a minute.' >&2
	@test -e $@ || $(PYTHON) -m venv --clear $(VENV) >&2
	@rm -f $@
	@awk '/^uv==/ { found = 1 } found { print } found && !/\\$$/ { exit }' requirements.lock > $(VENV)/uv.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r $(VENV)/uv.lock >&2
	@$(BIN)/uv --quiet pip sync --python $(BIN)/python --require-hashes --compile-bytecode requirements.lock >&2
	@touch $@
	@echo 'Ready.' >&2

# The rules of money are held to 100 %; asked silently, so that pytest has the last word.
test: setup ## run the tests
	@$(BIN)/pytest -n 2 --cov --cov-report=term
	@$(BIN)/coverage report --include='budget/*' --fail-under=100 --format=total >/dev/null || \
	    { $(BIN)/coverage report --include='budget/*'; echo 'budget/ is not covered to 100 %.' >&2; exit 1; }

# The lock is compiled anew with itself as the preference, so that only pyproject.toml can change it and no new release.
# That asks the package registry: without one `make check` fails in its last step.
check: setup ## lint, type-check, check the walls of the house and the lock
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@cp requirements.lock $(VENV)/fresh.lock
	@$(COMPILE) --output-file $(VENV)/fresh.lock >/dev/null
	@cmp -s requirements.lock $(VENV)/fresh.lock || \
	    { echo 'requirements.lock does not fit pyproject.toml: run `make lock`.' >&2; exit 1; }

lock: setup ## bring requirements.lock in line with pyproject.toml (upgrade all: make lock UPGRADE=--upgrade)
	@$(COMPILE) $(UPGRADE) --output-file requirements.lock >/dev/null

format: setup ## lay out the code, mend what can be mended, write .env.example anew
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format
	@$(BIN)/python -c 'import settings; print(settings.example_env(), end="")' > .env.example

coverage: test ## show the tests' coverage line by line, in htmlcov/
	@$(BIN)/coverage html

clean: ## remove everything made here
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.* htmlcov
	find . -name __pycache__ -prune -exec rm -rf {} +
