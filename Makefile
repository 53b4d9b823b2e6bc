# Every target sets up what it needs: `make serve` shows the site, `make test` passes the tests.
PYTHON ?= python3
BIN := .venv/bin
export PYTHONPATH := scripts
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# What `make pdf` prints: nothing for AREA is the guide, sagemaker that area, all both and every area; SIZE is A4 or Letter.
AREA ?=
SIZE ?= A4

# What `make fuzz` tries of each kind of file.
EXAMPLES ?= 2000

.PHONY: serve build publish test fuzz lint links bench bench-book book-check lighthouse print-check access anki pdf offline icons lock clean

serve: .venv/site.stamp  ## show the site on http://127.0.0.1:8000, reloading what you edit
	$(BIN)/mkdocs serve --dirty --livereload --dev-addr 127.0.0.1:8000

build: .venv/site.stamp  ## write site/, strictly; a failed build leaves the old one
	@rm -rf .site-new
	@if $(BIN)/mkdocs build --strict --site-dir .site-new; then rm -rf site && mv .site-new site; else rm -rf .site-new; exit 1; fi

pdf: .venv/book.stamp  ## the guide as a book in dist/, from a fresh build; AREA=sagemaker for one area, SIZE=Letter
	@folder="$$(mktemp -d)" && trap 'rm -rf "$$folder"' EXIT \
	&& $(BIN)/mkdocs build --strict --quiet --site-dir "$$folder" \
	&& $(BIN)/python -m book --site "$$folder" --size $(SIZE) --area "$(AREA)"

publish: .venv/book.stamp  ## site/ as it is hosted: with the guide and each of its areas as PDF in site/pdf/
	@rm -rf .site-new
	@if PDF_LINKS=true $(BIN)/mkdocs build --strict --site-dir .site-new \
	&& $(BIN)/python -m book --site .site-new --size $(SIZE) --area all --folder .site-new/pdf; \
	then rm -rf site && mv .site-new site; else rm -rf .site-new; exit 1; fi

offline: .venv/site.stamp  ## the site as a zip in dist/ that is unpacked and opened without a server
	@folder="$$(mktemp -d)" && trap 'rm -rf "$$folder"' EXIT \
	&& SITE_URL= OFFLINE=true $(BIN)/mkdocs build --strict --quiet --site-dir "$$folder/mla-study-guide" \
	&& $(BIN)/python -m offline "$$folder/mla-study-guide"

test: .venv/dev.stamp  ## unit tests, a real build, a real Chromium
	@PYTHONPATH=scripts:tests $(BIN)/python tests/press_libraries.py
	@CHROME="$$($(BIN)/python tests/find_chromium.py)" && CHROME="$$CHROME" $(BIN)/python -m pytest --numprocesses auto $(PYTEST_ARGS)

fuzz: .venv/dev.stamp  ## whatever authors may write, at random, for some minutes: EXAMPLES=5000 of each kind of file
	HYPOTHESIS_PROFILE=fuzz EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest --numprocesses auto tests/test_fuzz.py tests/test_linker.py $(PYTEST_ARGS)

lint: .venv/dev.stamp  ## style of code, prose and workflows
	$(BIN)/ruff check scripts tests
	$(BIN)/ruff format --check scripts tests
	$(BIN)/mypy scripts
	$(BIN)/typos docs scripts tests overrides *.md
	$(BIN)/zizmor --offline --quiet .github/workflows

links: .venv/site.stamp  ## ask every cited page whether it still answers; REPORT=file.md for an issue
	$(BIN)/python -m sources check-links $(if $(REPORT),--report "$(REPORT)")

bench: .venv/dev.stamp  ## what a build costs beside plain Material's, what linking takes, how both grow, how soon an edit shows
	$(BIN)/python tests/bench_linking.py
	PYTHONPATH=scripts:tests $(BIN)/python tests/bench_build.py

bench-search: .venv/dev.stamp  ## how many of many queries the search gets right, and how long from a key to the results
	@folder="$$(mktemp -d)" && trap 'rm -rf "$$folder"' EXIT \
	&& $(BIN)/mkdocs build --strict --quiet --site-dir "$$folder" \
	&& CHROME="$$($(BIN)/python tests/find_chromium.py)" PYTHONPATH=scripts:tests $(BIN)/python tests/bench_search.py "$$folder"

anki: build  ## dist/mla-study-guide.apkg, the deck that the site offers too
	@mkdir -p dist && cp site/practice/mla-study-guide.apkg dist/

book-check: .venv/dev.stamp  ## the tests of the book over the whole guide instead of a sample
	@BOOK_ALL=1 $(BIN)/python -m pytest tests/test_book_pdf.py

bench-book: .venv/dev.stamp  ## how long a printed page takes, how much memory, and how both grow
	$(BIN)/python tests/bench_book.py

lighthouse: build .venv/dev.stamp tests/lighthouse/node_modules/.package-lock.json  ## Lighthouse as a phone on a slow line, median of three; needs Node
	@CHROME_PATH="$$($(BIN)/python tests/find_chromium.py)" node tests/lighthouse/measure.js site

print-check: .venv/dev.stamp  ## every page on A4 and Letter paper in a real Chromium: no word is lost
	@CHROME="$$($(BIN)/python tests/find_chromium.py)" && CHROME="$$CHROME" PRINT_ALL=1 $(BIN)/python -m pytest --numprocesses auto tests/test_paper.py

icons: .venv/dev.stamp  ## docs/assets/*.png from their SVG: the card of shared links, the icon of telephones
	@CHROME="$$($(BIN)/python tests/find_chromium.py)" && CHROME="$$CHROME" $(BIN)/python tests/draw_icons.py

access: .venv/dev.stamp  ## axe on every page, in both schemes, at 390 and 1440 pixels, in a real Chromium
	@CHROME="$$($(BIN)/python tests/find_chromium.py)" && CHROME="$$CHROME" ACCESS_ALL=1 $(BIN)/python -m pytest --numprocesses auto tests/test_access.py $(PYTEST_ARGS)

lock: .venv/dev.stamp  ## requirements*.txt from requirements*.in
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade requirements.in -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade requirements-book.in -o requirements-book.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --upgrade requirements-dev.in -o requirements-dev.txt

clean:  ## all that was built or installed
	rm -rf .venv site .site-new tests/lighthouse/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis dist

tests/lighthouse/node_modules/.package-lock.json: tests/lighthouse/package-lock.json
	npm ci --prefix tests/lighthouse --ignore-scripts --no-fund --no-audit
	@touch $@

.venv/bin/python:
	@$(PYTHON) -c 'import sys; v = sys.version.split()[0]; sys.exit(0 if sys.version_info >= (3, 11, 5) else f"Python 3.11.5 or newer is needed, {sys.executable} is {v}: name another with make PYTHON=…")'
	@$(PYTHON) -m venv .venv || { echo "python3-venv is missing: install it (Debian: apt-get install python3-venv)"; rm -rf .venv; exit 1; }

.venv/site.stamp: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.venv/book.stamp: requirements-book.txt .venv/site.stamp
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-book.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/book.stamp
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@
