#!/bin/sh
# Makes .venv/ hold exactly what a lock says, and does nothing when it already does.
#   scripts/environment.sh site    what the site needs
#   scripts/environment.sh dev     the tests' tools as well
# PYTHON=… chooses the interpreter; otherwise it is the newest supported one, of those that were
# compiled with optimisations if there is one: builds are a tenth quicker.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:?site or dev}
stamp=.venv/futurs-publics-stamp

# Settings of the person's own pip or Python that would undo what follows.
unset PYTHONHOME PYTHONPATH PIP_USER PIP_TARGET PIP_PREFIX PIP_REQUIRE_VIRTUALENV || true
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

say() { printf '%s\n' "$*" >&2; }

supported() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null
}

usable() { supported "$1" && "$1" -c 'import ensurepip, venv' 2>/dev/null; }

# As distributions, python.org and its images compile it; not what pyenv compiles by itself.
optimised() {
    usable "$1" && "$1" -c 'import sys, sysconfig
how = sysconfig.get_config_var("CONFIG_ARGS")
sys.exit(not (how is None or sys.base_prefix == "/usr" or "--enable-optimizations" in how))'
}

first() {
    fits=$1
    shift
    for candidate; do
        if "$fits" "$candidate"; then
            printf '%s\n' "$candidate"
            return
        fi
    done
    return 1
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        first usable "$PYTHON"
        return
    fi
    set --
    for version in 3.14 3.13 3.12 3.11 3; do
        set -- "$@" "python$version" "/usr/bin/python$version"
    done
    first optimised "$@" || first usable "$@" python
}

install_python() {
    [ -z "${PYTHON:-}" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    say 'Installation de Python par apt-get…'
    apt-get update -qq >/dev/null &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3 python3-venv >/dev/null
}

python=$(find_python) || { install_python && python=$(find_python); } || {
    say 'Il faut Python 3.11, 3.12, 3.13 ou 3.14, avec son module venv.'
    say 'Sous Debian ou Ubuntu : sudo apt install python3 python3-venv'
    say 'Sinon : https://www.python.org/downloads/ ; puis relancez la commande.'
    say 'Pour désigner un Python précis : make site PYTHON=/chemin/vers/python3'
    exit 1
}

# What the stamp must say, line by line. The folder is part of it: an environment that was moved
# or copied still points to its old place.
sum() { cat "$@" | cksum | tr ' ' '-'; }
folder="dossier $(pwd)"
site="site $(sum requirements/site.txt)"
dev="dev $(sum requirements/site.txt requirements/dev.txt)"
project="projet $(sum pyproject.toml)"
stamped() { grep -Fqx "$1" "$stamp" 2>/dev/null; }

same_python() {
    supported .venv/bin/python || return 1
    [ -z "${PYTHON:-}" ] || [ "$("$python" -V)" = "$(.venv/bin/python -V)" ]
}

install_lock() {
    rm -f "$stamp"
    # Wheels only: building from source would run code that no hash vouches for.
    .venv/bin/python -m pip install -qq --only-binary :all: --require-hashes -r "requirements/$1.txt" || {
        say "L’installation a échoué. Vérifiez l’accès au réseau, puis relancez la commande."
        exit 1
    }
}

install_project() {
    rm -f "$stamp"
    .venv/bin/python -m pip install -qq --no-deps --no-index --no-build-isolation --editable .
    # pip wrote this folder's full path; before 3.13 Python reads that file in the encoding of the
    # locale, and does not start at all under LC_ALL=C if the path has an accent. From
    # .venv/lib/python3.x/site-packages, the same place in plain letters:
    for link in .venv/lib/python3.*/site-packages/fp_build.pth; do
        echo ../../../.. >"$link"
    done
}

if ! { stamped "$folder" && stamped "$site" && same_python; }; then
    say "Préparation de l’environnement dans .venv/ avec $("$python" -V) : une minute environ…"
    rm -rf .venv
    "$python" -m venv .venv
    install_lock "$purpose"
    install_project
    installed=$purpose
elif [ "$purpose" = dev ] && ! stamped "$dev"; then
    say 'Ajout des outils de test dans .venv/ : une minute environ…'
    install_lock dev
    install_project
    installed=dev
elif ! stamped "$project"; then
    installed=$(if stamped "$dev"; then echo dev; else echo site; fi)
    install_project
else
    exit 0
fi

{
    printf '%s\n' "$folder" "$site" "$project"
    if [ "$installed" = dev ]; then printf '%s\n' "$dev"; fi
} >"$stamp"
