#!/usr/bin/env bash
# Tells whether podman can run containers here, on its own network too. If not, it says loudly what is not shown, and counts it.
set -euo pipefail
cd "$(dirname "$0")/.."
export CONTAINERS_CONF="${CONTAINERS_CONF:-$PWD/rehearsal/containers.conf}"
base=docker.io/library/python:3.13-slim-trixie

not_here() { # WHY
  echo '********************************************************************************************************'
  echo 'NOT SHOWN HERE, 3: the image as a server, the image on Lambda, the rehearsals of the pipeline.'
  echo "$1"
  echo '********************************************************************************************************'
  exit 1
}

rehearsal/make_base.sh "$base" || not_here 'This machine has no base image, and makes none: the last lines above say why.'
for network in host podman; do
  said=$(podman run --rm --network "$network" "$base" python -c 'print("runs")' 2>&1) ||
    not_here "This machine runs no container (network $network): $(tail -n 1 <<<"$said")"
done
