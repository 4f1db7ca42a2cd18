#!/bin/sh
# Looks at pages of every kind in every way, then has Lighthouse look at three of them with nothing
# else running, and writes docs/accessibility/automatic.json. Fails when anything was found.
set -eu
cd "$(dirname "$0")/.."
record=$PWD/build/audit
rm -rf "$record"
mkdir -p "$record"
status=0

FP_AUDIT=$record .venv/bin/python -m pytest -n 2 -m audit || status=$?
FP_AUDIT=$record .venv/bin/python -m pytest -m lighthouse -rP || status=$?
PYTHONPATH=tests .venv/bin/python -m audit.write "$record" || status=$?
exit "$status"
