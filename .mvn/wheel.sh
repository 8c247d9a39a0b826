#!/bin/sh
# Builds the wheel of the Python package in folder $1 (the project) into folder $2, where there is a Python >= 3.9 with pip and
# something that builds wheels; says so where there is none, which stops no release.
set -u
python=${RUGGED_PYTHON:-python3}
say() { printf '%s\n' "no wheel: $*"; }

"$python" -c 'import sys; sys.exit(sys.version_info < (3, 9))' 2>/dev/null || { say "there is no Python >= 3.9 as $python (RUGGED_PYTHON names another)"; exit 0; }
"$python" -m pip --version >/dev/null 2>&1 || { say "$python has no pip"; exit 0; }
# the builder that is installed needs no network
isolation=
"$python" -c 'import setuptools, sys; sys.exit(int(setuptools.__version__.split(".")[0]) < 77)' 2>/dev/null && isolation=--no-build-isolation

# setuptools leaves its own folders beside the sources: it works on a copy
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/python" && cp -R "$1/python/pyproject.toml" "$1/python/README.md" "$1/python/src" "$work/python/" && cp "$1/LICENSE" "$work/python/" || exit 1
if "$python" -m pip wheel --quiet --retries 0 --disable-pip-version-check --no-deps $isolation --wheel-dir "$2" "$work/python" >"$work/log" 2>&1; then
  ls "$2"/rugged-*.whl
else
  say "pip could not build it: $(tail -n 1 "$work/log")"
fi
