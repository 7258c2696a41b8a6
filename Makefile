# `make` says what there is. A fresh machine needs python3 (3.11 or newer, with venv), make and the package registry.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

# Made from pyproject.toml for every platform; it names no registry, so any will do.
COMPILE := $(BIN)/uv --quiet pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate --no-header
# What the image holds is the same, in the same versions, without the tools: a lock of its own, bound to the first.
IMAGE_LOCK := deploy/image.lock
IMAGE_COMPILE := $(COMPILE) --extra postgres --extra lambda --extra s3 --extra otel --constraint requirements.lock

# The tools of the road have an environment and a lock of their own.
ROAD   := .venv-road
ROAD_LOCK := deploy/requirements.lock
ROAD_COMPILE := $(BIN)/uv --quiet pip compile deploy/requirements.in --universal --python-version 3.11 --generate-hashes --no-annotate --no-header

export UV_SYSTEM_CERTS := 1
export SAM_CLI_TELEMETRY := 0
# Empty is unset: a machine that writes no bytecode compiles the program and all tests anew in each of hundreds of processes.
export PYTHONDONTWRITEBYTECODE :=
.PHONY: messages help run setup quick test chaos browser browser-test phone bench scale check lock road-setup hygiene image pin reproduce road rehearse audit sbom format coverage clean

help: ## what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile

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

quick: setup ## run the tests of rules, sentences and languages, of long tables the first rows, in a quarter of a minute
	@$(BIN)/pytest -q -p no:xdist -m quick tests/budget tests/words tests/languages

# A third of the time of slow tests is waiting, so there are two workers for each core, up to four cores.
WORKERS ?= $(shell cores=$$(getconf _NPROCESSORS_ONLN); echo $$((2 * (cores < 4 ? cores : 4))))

# The databases of tests need no disk: in memory, where there are 4 GB of it, the tests take a tenth less.
IN_MEMORY = $(shell test "$$(df --output=avail /dev/shm 2>/dev/null | tail -n 1)" -gt 4000000 2>/dev/null && \
    mkdir -p /dev/shm/budgetbot-tests && echo PYTEST_DEBUG_TEMPROOT=/dev/shm/budgetbot-tests)

# The rules of money are held to 100 %, by tests that need no server, process or browser: coverage watches no others (tests/conftest.py).
# Asked silently, so that pytest has the last word.
test: setup ## run the tests
	@$(IN_MEMORY) $(BIN)/pytest -n $(WORKERS) --dist worksteal --cov=budget --cov-report=term
	@$(BIN)/coverage report --fail-under=100 --format=total >/dev/null || \
	    { $(BIN)/coverage report; echo 'budget/ is not covered to 100 %.' >&2; exit 1; }

CHAOS_SEED ?= $(shell date +%s)
CHAOS_SEED := $(CHAOS_SEED)
export CHAOS_SEED

chaos: setup ## run the long proofs: 10,000 updates, 1,100 kills, 2,000 broken starts, every statement of every migration, moves, races, poison, restores under load (CHAOS_SEED=… repeats a run)
	@echo 'CHAOS_SEED=$(CHAOS_SEED)'
	@CHAOS=1 $(BIN)/pytest -n 2 --dist worksteal tests/telegram/test_exactly_once.py tests/telegram/test_conversations.py tests/telegram/test_crash_points.py tests/telegram/test_faults.py tests/telegram/test_replicas.py \
	    tests/telegram/test_poison.py tests/telegram/test_cards.py tests/telegram/test_posts.py tests/app/test_awake.py tests/app/test_memory.py tests/storage/test_moves_machine.py tests/storage/test_ledger_machine.py tests/storage/test_planning_machine.py tests/storage/test_races.py tests/storage/test_whole.py \
	    tests/storage/test_forgetting.py tests/storage/test_care_in_use.py tests/storage/test_schema.py tests/budget/test_calendar.py tests/budget/grammar/test_properties.py tests/budget/grammar/test_plain.py tests/web/test_plan_days.py tests/bot/test_conversation_property.py tests/app/test_stopping.py

bench: setup .venv-bench/.ready ## measure speed and memory against floors of the same run, into bench/latest.json (ONLY="G1 G3")
	@$(BIN)/python -m bench $(ONLY)

# 100,000 chats take some 4 GB and twenty minutes.
scale: setup ## measure three replicas on PostgreSQL, in parts and behind pgbouncer, one killed (CHATS=100000)
	@command -v pgbouncer >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && \
	    apt-get -qq update && apt-get -qq install -y pgbouncer; } >&2 || { echo 'pgbouncer is missing: install it.' >&2; exit 1; }
	@$(BIN)/python -m bench.scale

.venv-bench/.ready: bench/requirements.lock | setup
	@$(BIN)/uv --quiet venv --clear .venv-bench >&2
	@$(BIN)/uv --quiet pip sync --python .venv-bench/bin/python --require-hashes --compile-bytecode $< >&2
	@touch $@

# The lock is compiled anew with itself as the preference, so that only pyproject.toml can change it and no new release.
# That asks the package registry: without one `make check` fails in its last step.
check: setup ## lint, type-check, check the walls between the rooms and the lock
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@cp requirements.lock $(VENV)/fresh.lock
	@cp $(IMAGE_LOCK) $(VENV)/fresh-image.lock
	@$(COMPILE) --all-extras --output-file $(VENV)/fresh.lock >/dev/null
	@$(IMAGE_COMPILE) --output-file $(VENV)/fresh-image.lock >/dev/null
	@cmp -s requirements.lock $(VENV)/fresh.lock && cmp -s $(IMAGE_LOCK) $(VENV)/fresh-image.lock || \
	    { echo 'requirements.lock or $(IMAGE_LOCK) does not fit pyproject.toml: run `make lock`.' >&2; exit 1; }
	@cp $(ROAD_LOCK) $(VENV)/fresh-road.lock
	@$(ROAD_COMPILE) --output-file $(VENV)/fresh-road.lock >/dev/null
	@cmp -s $(ROAD_LOCK) $(VENV)/fresh-road.lock || \
	    { echo '$(ROAD_LOCK) does not fit deploy/requirements.in: run `make lock`.' >&2; exit 1; }

# The page is looked at where a Chromium is at hand (`make test` does so too). What this leaves in .browser/ is to be looked at.
AXE := axe-core-4.14.1
browser: setup ## install a Chromium and axe-core where they lack
	@command -v chromium chromium-browser google-chrome chrome >/dev/null || test -n "$$CHROMIUM" || \
	    { test "$$(id -u)" = 0 && command -v apt-get >/dev/null && apt-get -qq update && apt-get -qq install -y chromium; } >&2 || \
	    { echo 'Chromium is missing: install it (on Debian and Ubuntu: apt install chromium), or name one in CHROMIUM.' >&2; exit 1; }
	@test -e .browser/package/axe.min.js || \
	    { mkdir -p .browser && cd .browser && npm pack --silent $(subst core-,core@,$(AXE)) >/dev/null && \
	    tar -xzf $(AXE).tgz package/axe.min.js package/LICENSE; } || \
	    { echo 'axe-core is missing: npm, of Node.js, fetches it.' >&2; exit 1; }

browser-test: browser ## try the shared page in a Chromium, and its accessibility with axe-core
	@BROWSER_TEST=1 $(BIN)/pytest -n 2 --dist worksteal tests/web/test_browser.py

# Roboto is what Android draws a chat in; without it Inter stands in, a little wider. README's pictures are the end of the script `day`
# and the page of `weeks`.
phone: setup ## draw scripted chats as a phone shows them, and measure them, into .browser/phone/ (SCRIPT="day week")
	@{ { command -v chromium chromium-browser google-chrome chrome || test -n "$$CHROMIUM"; } && fc-list : family | grep -q Roboto; } >/dev/null 2>&1 || \
	    { test "$$(id -u)" = 0 && command -v apt-get && apt-get -qq update && \
	    apt-get -qq install -y chromium fontconfig fonts-roboto-unhinted fonts-noto-color-emoji; } >&2 || true
	@$(BIN)/python -m rehearsal.phone $(or $(SCRIPT),--picture day docs/chat.png --page weeks docs/page.png)

lock: setup ## bring the locks in line with pyproject.toml (upgrade all: make lock UPGRADE=--upgrade)
	@$(COMPILE) --all-extras $(UPGRADE) --output-file requirements.lock >/dev/null
	@$(IMAGE_COMPILE) $(UPGRADE) --output-file $(IMAGE_LOCK) >/dev/null
	@$(ROAD_COMPILE) $(UPGRADE) --output-file $(ROAD_LOCK) >/dev/null

# --- the road to production ---

road-setup: $(ROAD)/.ready ## make the environment of the road's tools, in .venv-road
	@:

$(ROAD)/.ready: $(ROAD_LOCK) | setup
	@test -e $@ || $(PYTHON) -m venv --clear --without-pip $(ROAD) >&2
	@rm -f $@
	@$(BIN)/uv --quiet pip sync --python $(ROAD)/bin/python --require-hashes --compile-bytecode $(ROAD_LOCK) >&2
	@touch $@

# GitHub knows `concurrency: queue` since 7 May 2026; the schema that check-jsonschema brings does not, and is asked about the rest.
QUEUED := .github/workflows/prod-pipeline.yml
# What is asserted of the template is what it comes to, so the template's tests are part of this.
hygiene: road-setup ## lint the Dockerfile, scripts, workflows and templates
	@$(ROAD)/bin/hadolint Dockerfile deploy/home_assistant/Dockerfile
	@$(ROAD)/bin/shellcheck deploy/*.sh rehearsal/*.sh .ci/run
	@$(ROAD)/bin/zizmor --quiet --offline --persona auditor .github
	@$(ROAD)/bin/check-jsonschema --quiet --builtin-schema vendor.github-workflows $(filter-out $(QUEUED),$(wildcard .github/workflows/*.yml))
	@sed '/^  queue: max/d' $(QUEUED) | $(ROAD)/bin/check-jsonschema --quiet --builtin-schema vendor.github-workflows --default-filetype yaml -
	@$(ROAD)/bin/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	@$(ROAD)/bin/check-jsonschema --quiet --builtin-schema vendor.compose-spec $(wildcard compose*.yaml)
	@$(ROAD)/bin/sam validate --lint --region eu-central-1 --template deploy/sam_template.yaml >/dev/null
	@$(ROAD)/bin/cfn-lint deploy/bootstrap.yaml
	@$(ROAD)/bin/python -m pytest -q --config-file=/dev/null -p no:cacheprovider rehearsal/test_template.py rehearsal/test_permissions.py
	@echo 'Dockerfile, scripts, workflows and templates are in order.'

# A machine without a registry has only a stand-in, which has no digest.
BASE := docker.io/library/python:3.13-slim-trixie
# `accept_image.sh` says how big each is, and how fast it starts.
image: setup road-setup ## build the image with both its doors, and try each behind bars
	@rehearsal/make_base.sh
	@for door in server lambda; do \
	    CONTAINERS_CONF=$${CONTAINERS_CONF:-$(CURDIR)/rehearsal/containers.conf} podman build --quiet --format docker --network host --pull=never \
	        --from $(BASE) --target $$door --tag budgetbot-$$door . >/dev/null || exit 1; \
	    printf 'FROM localhost/budgetbot-%s\nLABEL org.opencontainers.image.revision=%s\n' $$door $$(git rev-parse HEAD) | \
	        CONTAINERS_CONF=$${CONTAINERS_CONF:-$(CURDIR)/rehearsal/containers.conf} podman build --quiet --format docker --pull=never \
	        --tag budgetbot-$$door - >/dev/null || exit 1; \
	    rehearsal/accept_image.sh $$door budgetbot-$$door || exit 1; \
	done

pin: ## write the digests of the base images beside their tags (needs docker, and the images' registry)
	@deploy/pin.sh

reproduce: setup ## build the image twice from nothing, and compare the layers
	@rehearsal/make_base.sh
	@rehearsal/same_layers.sh server

# A registry, and what podman's own network needs.
REHEARSAL_TOOLS := docker-registry:docker-registry netavark:netavark iptables:iptables curl:curl git:git jq:jq
rehearse: hygiene reproduce ## rehearse the pipeline on podman: green, and failing at each of its steps
	@rehearsal/tools.sh $(REHEARSAL_TOOLS)
	@rehearsal/make_base.sh
	@ALREADY='check lint unit' $(ROAD)/bin/python -m rehearsal --all

# Everything that can be shown of the road here: .ci/run asks for it. An image is built once, and what follows takes it from the cache.
road: hygiene sbom audit ## show the road: hygiene, image accepted at both doors, one green rehearsal and three failing
	@rehearsal/tools.sh $(REHEARSAL_TOOLS)
	@! rehearsal/can_run.sh || { $(MAKE) --no-print-directory image && \
	    ALREADY='install check lint unit' $(ROAD)/bin/python -m rehearsal --quick; }

# Without the feed pip-audit would say "No known vulnerabilities": --strict, and a loud word where it can't be asked.
audit: road-setup ## compare the locks with what is known to be vulnerable, where that can be asked
	@deploy/audit.sh requirements.lock $(IMAGE_LOCK) $(ROAD_LOCK)

sbom: setup road-setup ## write the image's bill of materials, dist/sbom.json
	@mkdir -p dist
	@$(ROAD)/bin/cyclonedx-py requirements --output-reproducible --of JSON -o dist/sbom.json $(IMAGE_LOCK)
	@$(ROAD)/bin/python -c 'import json; print(len(json.load(open("dist/sbom.json"))["components"]), "components in dist/sbom.json")'

messages: setup ## bring the catalogues of the languages up to date with words/, compile them, and write what places are called
	@$(BIN)/python -m tests.languages.catalogues
	@$(BIN)/python -m tests.languages.places

format: setup ## lay out the code, mend what can be mended, write .env.example anew
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format
	@$(BIN)/python -c 'import settings; print(settings.example_env(), end="")' > .env.example

coverage: setup ## run the tests, and show what all of them cover of rules, languages and storage, line by line, in htmlcov/
	@COVER_ALL=1 $(BIN)/pytest -n $(WORKERS) --dist worksteal --cov --cov-report=html

clean: ## remove everything made here
	rm -rf $(VENV) .venv-bench $(ROAD) .road dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.* htmlcov .browser
	find . -name __pycache__ -prune -exec rm -rf {} +
