#!/usr/bin/env bash
# The steps of a release; the workflow calls them one by one, and so can you.
#
#   deploy/release.sh number 1.2.3     writes a new version wherever it stands, and over what CHANGELOG.md has as unreleased
#   deploy/release.sh notes v1.2.3     is this the tag of app/version.py, and what does CHANGELOG.md say of it? into DIST (dist)
#   deploy/release.sh build            wheel and source archive; the same commit gives the same bytes
#   deploy/release.sh try              the wheel, in an empty environment: version, chat, doctor
#   deploy/release.sh image NAME       the image of this machine's architecture, into the registry, by its digest
#   deploy/release.sh join NAME TAG    one name for the images of all architectures; its digest goes to the next steps and into the notes
set -euo pipefail
cd "$(dirname "$0")/.."

step=${1:?name a step; the first lines of this file list them}
shift
dist=${DIST:-dist}
mkdir -p "$dist"
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
version=$(sed -n 's/^VERSION = "\(.*\)"$/\1/p' app/version.py)

case $step in
number)
  new=${1:?which number?}
  [[ $new =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "A version is like 1.2.3, not $new" >&2; exit 1; }
  sed -i "s/^VERSION = \"$version\"$/VERSION = \"$new\"/" app/version.py
  sed -i "s/\(image.version=\"\)$version\"/\1$new\"/" Dockerfile
  sed -i "s/^version: $version$/version: $new/" deploy/home_assistant/config.yaml
  sed -i "s/^\(FROM .*:\)$version$/\1$new/" deploy/home_assistant/Dockerfile
  sed -i "s/^## Unreleased$/## $new/" CHANGELOG.md
  ;;
notes)
  [ "${1:?which tag?}" = "v$version" ] || { echo "The tag is $1, and app/version.py says $version" >&2; exit 1; }
  awk -v heading="## $version" '$0 == heading || index($0, heading " ") == 1 {found = 1; next} /^## / && found {exit} found' CHANGELOG.md >"$dist/notes.md"
  [ -s "$dist/notes.md" ] || { echo "CHANGELOG.md has no \"## $version\"" >&2; exit 1; }
  ;;
build)
  .venv/bin/uv build --quiet --no-build-isolation --python .venv/bin/python --out-dir "$dist"
  ;;
try)
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
  .venv/bin/uv venv --quiet --python .venv/bin/python "$folder/env"
  .venv/bin/uv pip install --quiet --python "$folder/env/bin/python" --constraint requirements.lock "$dist"/*.whl
  cd "$folder"
  env/bin/budgetbot --version
  printf '12.50 fun tacos\n/week\n' | env/bin/budgetbot chat
  env/bin/budgetbot doctor
  ;;
image)
  # The commit's time stands for every file's: who builds it again gets the same layers.
  SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) docker buildx build --quiet --target server --provenance=mode=max --sbom=true --label "org.opencontainers.image.version=$version" \
    --label "org.opencontainers.image.revision=$(git rev-parse HEAD)" --output "type=image,name=${1:?which name?},push-by-digest=true,push=true,rewrite-timestamp=true" \
    --metadata-file "$dist/metadata.json" .
  echo "$1@$(jq -r '."containerimage.digest"' "$dist/metadata.json")" >"$dist/image-$(uname -m)"
  ;;
join)
  # shellcheck disable=SC2046  # each line is a word
  docker buildx imagetools create --tag "${1:?which name?}:${2:?which tag?}" $(cat "$dist"/image-*)
  digest=$(docker buildx imagetools inspect "$1:$2" --format '{{.Manifest.Digest}}')
  [[ $digest =~ ^sha256:[0-9a-f]{64}$ ]] || { echo "$1:$2: the registry says no digest: $digest" >&2; exit 1; }
  echo "digest=$digest" >>"${GITHUB_OUTPUT:-/dev/stdout}"
  cat >>"$dist/notes.md" <<NOTES

### The image

For amd64 and arm64. With the \`compose.yaml\` below it runs by this line of \`.env\`:

    BUDGETBOT_IMAGE=$1:$2@$digest

Where it was built, and what is in it, is signed:

    gh attestation verify oci://$1@$digest --repo ${GITHUB_REPOSITORY:-OWNER/NAME}
    gh attestation verify oci://$1@$digest --repo ${GITHUB_REPOSITORY:-OWNER/NAME} --predicate-type https://cyclonedx.org/bom
NOTES
  ;;
*)
  echo "There is no step $step; the first lines of $0 list them" >&2
  exit 2
  ;;
esac
