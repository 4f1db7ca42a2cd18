#!/bin/sh
# Makes sure that the checkers of finished pages are there, in tests/checkers/node_modules/.
#   scripts/checkers.sh          the Nu Html Checker, which needs Java 17, and Lighthouse
# Installs Java and Node where it may (root, apt-get); elsewhere says what is missing and fails.
set -eu
cd "$(dirname "$0")/.."
folder=tests/checkers
stamp=$folder/node_modules/futurs-publics-stamp

major() { sed -n '1s/^[^0-9]*\([0-9][0-9]*\).*/\1/p'; }
has_java() { [ "$(java -version 2>&1 | major)" -ge 17 ] 2>/dev/null; }
has_node() { [ "$(node --version 2>/dev/null | major)" -ge 18 ] 2>/dev/null && command -v npm >/dev/null; }

missing=
has_java || missing=' default-jre-headless'
has_node || missing="$missing nodejs npm"
if [ -n "$missing" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        echo "Installation de$missing par apt-get : une minute environ…" >&2
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq >/dev/null
        # shellcheck disable=SC2086
        apt-get install -y -qq --no-install-recommends $missing >/dev/null
    else
        echo "Les tests vérifient le HTML : il manque$missing (Java 17 et Node 18 au moins)." >&2
        echo "Sous Debian : sudo apt install$missing ; puis relancez la commande." >&2
        exit 1
    fi
fi

locked=$(cat "$folder/package.json" "$folder/package-lock.json" | cksum | tr ' ' '-')
if grep -Fqx "$locked" "$stamp" 2>/dev/null; then exit 0; fi

npm ci --silent --prefix "$folder" || {
    echo "L’installation a échoué. Vérifiez l’accès au réseau, puis relancez la commande." >&2
    exit 1
}
printf '%s\n' "$locked" >"$stamp"
