#!/bin/sh
# Writes requirements/*.txt anew from pyproject.toml: versions and hashes, no addresses. Needs uv.
set -eu
cd "$(dirname "$0")/.."

lock() {
    uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header --no-annotate "$@" >/dev/null
}

# The app's own packages first, so that development and bundles are held to the same ones.
lock --output-file requirements/run.txt
lock --constraint requirements/run.txt --extra dev --output-file requirements/dev.txt
lock --constraint requirements/run.txt --extra bundle --output-file requirements/bundle.txt
