#!/usr/bin/env bash
# Installs programs that are missing on this system. Usage: rehearsal/tools.sh PROGRAM:PACKAGE...
set -euo pipefail
for tool in "$@"; do
  if ! command -v "${tool%:*}" >/dev/null && [ ! -x "/usr/lib/podman/${tool%:*}" ]; then
    { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get -qq update && DEBIAN_FRONTEND=noninteractive \
      apt-get -qq install -y --no-install-recommends "${tool#*:}"; } >&2 ||
      { echo "${tool%:*} is missing: install it (on Debian and Ubuntu: apt install ${tool#*:})." >&2; exit 1; }
  fi
done
