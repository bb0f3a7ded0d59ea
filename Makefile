# Everything runs in .venv, which is made when it is missing or older than what it is made from.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint picture train-language train-coreference quality clean

demo: $(VENV)/installed
	$(BIN)/claimcheck check --demo --fail-on never

test: $(VENV)/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

picture: $(VENV)/developed
	$(BIN)/python tests/report/picture.py

# PIN=1 writes the run down, and raises the floors.
quality: $(VENV)/developed
	$(BIN)/python tests/quality/measure.py $(if $(PIN),--pin)

# DATA is a folder with the open data sets that models/en_claimcheck/recipe.toml names.
train-language: $(VENV)/developed
	$(BIN)/python models/train_language.py --data $(DATA) --work build/language

train-coreference: $(VENV)/developed
	$(BIN)/python models/train_coreference.py --data $(DATA) --work build/coreference

clean:
	rm -rf $(VENV) build dist

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable . --constraint constraints.txt
	touch $@

$(VENV)/developed: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]' --constraint constraints.txt
	touch $@
