#!/bin/sh
# Gets a fresh checkout ready: the libraries Qt draws with, a virtual environment, locked packages.
# Safe to run again; it installs only what is missing, and asks nothing.
set -eu
cd "$(dirname "$0")/.."
PATH="$PATH:/usr/sbin:/sbin"

# What Qt looks for at start, and the Debian package it comes in.
LIBRARIES='
libglib-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libEGL.so.1 libegl1
libxkbcommon.so.0 libxkbcommon0
libfontconfig.so.1 libfontconfig1
libdbus-1.so.3 libdbus-1-3
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-shape.so.0 libxcb-shape0
'

say() {
    echo "setup: $*" >&2
}

is_new_enough() {
    command -v "$1" >/dev/null 2>&1 &&
        "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

can_make_environments() {
    is_new_enough "$1" && "$1" -c 'import ensurepip, venv' 2>/dev/null
}

first_that() {
    for name in python3.13 python3.12 python3.11 python3; do
        if "$1" "$name"; then
            echo "$name"
            return
        fi
    done
}

missing_libraries() {
    present=$(ldconfig -p 2>/dev/null) || present=
    # Without a list of libraries there is nothing to compare with.
    [ -n "$present" ] || return 0
    echo "$LIBRARIES" | while read -r file package; do
        if [ -n "$file" ] && ! echo "$present" | grep -qF "$file "; then
            echo "$file $package"
        fi
    done
}

missing_python() {
    [ -z "$(first_that can_make_environments)" ] || return 0
    found=$(first_that is_new_enough)
    if [ -n "$found" ]; then
        echo "$found-venv"
    elif apt-cache show python3 2>/dev/null | grep -qE '^Version: 3\.(1[1-9]|[2-9][0-9])'; then
        echo python3-venv
    else
        echo python3.11-venv
    fi
}

install_packages() {
    if [ "$(id -u)" -eq 0 ]; then
        as_root=
    elif command -v sudo >/dev/null 2>&1; then
        as_root=sudo
    else
        say "these packages are missing, and only root can install them:"
        say "  apt-get install $*"
        return 1
    fi
    say "installing $*"
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        "$@" </dev/null >&2
}

refresh_package_lists() {
    if [ "$(id -u)" -eq 0 ]; then
        apt-get update </dev/null >&2 || true
    elif command -v sudo >/dev/null 2>&1; then
        sudo apt-get update </dev/null >&2 || true
    fi
}

with_apt() {
    libraries=$(missing_libraries | cut -d' ' -f2)
    if [ -n "$libraries$(missing_python)" ]; then
        # The lists come first: which Python there is to install stands in them.
        refresh_package_lists
        # shellcheck disable=SC2046,SC2086  # one word for each package
        install_packages $libraries $(missing_python)
    fi
}

without_apt() {
    libraries=$(missing_libraries | cut -d' ' -f1)
    if [ -n "$libraries" ]; then
        say "Qt needs these libraries; install the packages of your system that hold them:"
        echo "$libraries" | sed 's/^/  /' >&2
    fi
}

if [ "$(uname -s)" = Linux ]; then
    if command -v apt-get >/dev/null 2>&1; then
        with_apt
    else
        without_apt
    fi
fi

python=$(first_that can_make_environments)
if [ -z "$python" ]; then
    say "there is no Python 3.11 or newer with its venv module here; install one and try again."
    exit 1
fi

if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    say "making .venv with $("$python" --version)"
    rm -rf .venv
    "$python" -m venv .venv
fi
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore PIP_NO_INPUT=1
say "installing what requirements/dev.txt locks"
.venv/bin/python -m pip install --quiet --require-hashes -r requirements/dev.txt </dev/null
.venv/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable . </dev/null
say "ready"
