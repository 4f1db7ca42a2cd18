#!/bin/sh
# Refreshes requirements/*.txt: the newest versions that pyproject.toml and requirements/*.in
# allow, for every supported Python and system at once, each file with its hash.
# No registry address is written down, and no pre-release is ever taken.
set -eu
cd "$(dirname "$0")/.."

compile() {
    lock=$1
    shift
    .venv/bin/uv pip compile --quiet --no-config --upgrade \
        --universal --python-version 3.11 --prerelease disallow \
        --generate-hashes --no-emit-index-url --no-emit-find-links \
        --annotation-style line --custom-compile-command 'make lock' \
        --output-file "requirements/$lock.txt" "$@"
    printf 'requirements/%s.txt : %s paquets\n' "$lock" "$(grep -c '^[a-z0-9].*==' "requirements/$lock.txt")"
}

compile lock requirements/lock.in
compile advisories requirements/advisories.in
compile site pyproject.toml requirements/site.in
# The same versions as the site, so that what is tested is what is published.
compile dev --constraint requirements/site.txt pyproject.toml requirements/site.in requirements/dev.in
# What `make bench` compares with: apart from the rest, with the same mkdocs and theme as the site.
compile bench --constraint requirements/site.txt requirements/bench.in
