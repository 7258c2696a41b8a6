#!/usr/bin/env bash
# Builds a target of the Dockerfile twice from nothing, and compares the layers: two builds of one commit must be equal.
# Usage: rehearsal/same_layers.sh TARGET      Needs podman, and the base image (rehearsal/make_base.sh).
set -euo pipefail
cd "$(dirname "$0")/.."
export CONTAINERS_CONF="${CONTAINERS_CONF:-$PWD/rehearsal/containers.conf}"
target=${1:?which target?} moment=$(git log -1 --format=%ct) built=()
trap 'podman rmi --force "${built[@]}" >/dev/null 2>&1 || true' EXIT
for number in 1 2; do
  built+=("budgetbot-same-$$-$number")
  podman build --quiet --no-cache --format docker --network host --pull=never --from docker.io/library/python:3.13-slim-trixie --timestamp "$moment" --build-arg "SOURCE_DATE_EPOCH=$moment" \
    --target "$target" --tag "${built[-1]}" . >/dev/null
done
mapfile -t layers < <(podman image inspect "${built[@]}" --format '{{json .RootFS.Layers}}')
[ "${layers[0]}" = "${layers[1]}" ] || { printf 'Two builds of %s differ:\n%s\n%s\n' "$target" "${layers[@]}" >&2; exit 1; }
echo "Two builds of $target have equal layers."
