#!/usr/bin/env bash
# Makes a stand-in for the Dockerfile's base image where no image registry can be reached: Debian trixie's own Python under the same
# name, so that the Dockerfile stays as it is. It has the label `stand-in=true`, and never replaces an existing image.
# Usage: rehearsal/make_base.sh [NAME]      Needs podman and mmdebstrap (as root on Debian it installs them).
set -euo pipefail
export CONTAINERS_CONF="${CONTAINERS_CONF:-$(dirname "$(realpath "$0")")/containers.conf}"

name=${1:-docker.io/library/python:3.13-slim-trixie}
for tool in podman:podman runc:runc mmdebstrap:mmdebstrap; do
  if ! command -v "${tool%:*}" >/dev/null; then
    { [ "$(id -u)" = 0 ] && apt-get -qq update && DEBIAN_FRONTEND=noninteractive \
      apt-get -qq install -y --no-install-recommends "${tool#*:}"; } >&2 ||
      { echo "${tool%:*} is missing: install it (on Debian and Ubuntu: apt install ${tool#*:})." >&2; exit 1; }
  fi
done
if podman image exists "$name"; then
  exit 0
fi
if [ -z "${STAND_IN_BASE:-}" ] && timeout 60 podman pull --quiet "$name" >/dev/null 2>&1; then
  echo "$name: the genuine base image" >&2
  exit 0
fi

archive=${STAND_IN_CACHE:-/var/cache/budgetbot/stand-in-base.tar}
if [ ! -s "$archive" ]; then
  mkdir -p "$(dirname "$archive")"
  # The mirror of this machine's own apt; any Debian mirror has all releases.
  # shellcheck disable=SC2016  # apt expands it
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v -- -security | sort -u | head -n 1)
  # The hooks leave out what the genuine image does not hold either: manuals, locales, the lists and the archive of packages.
  # shellcheck disable=SC2016  # mmdebstrap's shell expands $1
  mmdebstrap --quiet --format=tar --variant=minbase --include=python3,python3-venv,ca-certificates,tzdata \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-include=/usr/share/doc/*/copyright' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --customize-hook='ln -s /usr/bin/python3 "$1/usr/local/bin/python"; ln -s /usr/bin/python3 "$1/usr/local/bin/python3"' \
    --customize-hook='rm -rf "$1"/usr/lib/python3*/EXTERNALLY-MANAGED "$1"/var/cache/apt/* "$1"/var/lib/apt/lists/*' \
    trixie "$archive.new" "$mirror"
  mv "$archive.new" "$archive"
fi
podman import --quiet --change 'ENV PATH=/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin' --change 'CMD ["python3"]' \
  --change 'LABEL stand-in=true' "$archive" "$name" >/dev/null
echo "$name: a STAND-IN made from Debian's own packages, for no image registry was reached" >&2
