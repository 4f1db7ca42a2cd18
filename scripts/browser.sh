#!/bin/sh
# Makes sure that the tests have the system's Chromium and a font to draw with. Installs them where
# it may (root, apt-get); elsewhere says what is missing and fails.
set -eu

packages='chromium fonts-dejavu-core'
browser=/usr/bin/chromium

has_font() { [ -n "$(find /usr/share/fonts -name '*.[to]tf' 2>/dev/null | head -n 1)" ]; }

if [ -x "$browser" ] && has_font; then exit 0; fi

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installation de Chromium et d’une police par apt-get : une minute environ…" >&2
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >/dev/null
    # shellcheck disable=SC2086
    apt-get install -y -qq --no-install-recommends $packages >/dev/null
    exit 0
fi

echo "Les tests ouvrent les pages dans un navigateur : il manque $browser ou une police." >&2
echo "Sous Debian : sudo apt install $packages ; puis relancez la commande." >&2
exit 1
