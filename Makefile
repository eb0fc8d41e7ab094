# Each of these gets the checkout ready by itself; nothing has to be typed before it.
PYTHON = .venv/bin/python
READY = .venv/ready

.PHONY: run test check bench battery lock clean

run: $(READY)
	@sh packaging/run.sh

test: $(READY)
	@$(PYTHON) -m pytest $(ARGS)

check: $(READY)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

bench: $(READY)
	@$(PYTHON) -m tests.bench $(ARGS)

battery: $(READY)
	@AHP_BATTERY=full $(PYTHON) -m pytest tests/batteries -s $(ARGS)

lock:
	sh packaging/lock.sh

clean:
	rm -rf .venv build dist tour .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(READY): requirements/dev.txt pyproject.toml packaging/setup.sh
	@sh packaging/setup.sh
	@touch $@
