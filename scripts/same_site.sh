#!/bin/sh
# Builds the site with MkDocs and with ProperDocs, and fails unless the two are the same but for
# the name of the generator.
set -eu
cd "$(dirname "$0")/.."

# One moment for both, so that dates in the pages and in archives cannot differ.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(date +%s)}
export SOURCE_DATE_EPOCH PYTHONUTF8=1

for host in mkdocs properdocs; do
    rm -rf "build/$host-site"
    ".venv/bin/$host" build --quiet --strict --config-file mkdocs.yml --site-dir "build/$host-site"
done
diff -r -I '<meta name="generator"' build/mkdocs-site build/properdocs-site
echo 'MkDocs et ProperDocs construisent le même site.'
