#!/bin/sh
# Holds the locked versions against the lists of known vulnerabilities. Needs the network; what it
# uses is locked too, and stands apart from the site's environment.
set -eu
cd "$(dirname "$0")/.."
folder=.cache/advisories
stamp=$folder/futurs-publics-stamp
unset PYTHONHOME PYTHONPATH PIP_USER PIP_TARGET PIP_PREFIX PIP_REQUIRE_VIRTUALENV || true

locked=$(cksum <requirements/advisories.txt | tr ' ' '-')
if ! grep -Fqx "$locked" "$stamp" 2>/dev/null; then
    rm -rf "$folder"
    .venv/bin/python -m venv "$folder"
    "$folder/bin/python" -m pip install -qq --disable-pip-version-check --only-binary :all: \
        --require-hashes -r requirements/advisories.txt || {
        echo "L’installation a échoué. Vérifiez l’accès au réseau, puis relancez la commande." >&2
        exit 2
    }
    printf '%s\n' "$locked" >"$stamp"
fi
exec "$folder/bin/python" scripts/advisories.py
