#!/usr/bin/env bash
# Writes the present digest of each image beside its tag, in the Dockerfile and in the compose files. Dependabot moves both from then on.
# Usage: deploy/pin.sh [FILE...]      Needs docker with buildx, and the images' registry.
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || set -- Dockerfile compose.replicas.yaml
for file in "$@"; do
  mapfile -t images < <(grep -oP '^(FROM|\s+image:) \Kdocker\.io/[a-z0-9./_-]+:[A-Za-z0-9._-]+(@sha256:[0-9a-f]{64})?' "$file" | sort -u)
  for image in "${images[@]}"; do
    name=${image%@*}
    digest=$(docker buildx imagetools inspect "$name" --format '{{.Manifest.Digest}}')
    [[ $digest =~ ^sha256:[0-9a-f]{64}$ ]] || { echo "$name: the registry says no digest: $digest" >&2; exit 1; }
    sed -i "s#$image#$name@$digest#" "$file"
    echo "$file: $name@$digest"
  done
done
