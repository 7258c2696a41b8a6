#!/usr/bin/env bash
# Every step of the road from a pull request to production; the workflow calls them one by one, and so does the rehearsal.
#
#   deploy/pipeline.sh install | check | lint | unit     as on any machine; needs nothing of AWS
#   deploy/pipeline.sh build | push                      one image, pushed once, from here on named by its digest
#   deploy/pipeline.sh deploy qa|prod                    template and image into a stack; then the database, then the webhook
#   deploy/pipeline.sh accept | smoke                    the acceptance suite against QA; is production well?
#   deploy/pipeline.sh fresh                             has main moved on meanwhile?
#   deploy/pipeline.sh clean                             after a failure: both stacks as they were, the image away
#   deploy/pipeline.sh report                            after a failure: why, for the pull request and the run's page
#
# Everything that only AWS can tell is asked through deploy/cloud.py. AWS_ENDPOINT_URL is all that differs in the rehearsal.
# Steps named in ALREADY (e.g. ALREADY="check unit") are said to be done and not done again.
# shellcheck disable=SC2329  # the steps are called by their names
set -euo pipefail
cd "$(dirname "$0")/.."

step=${1:?name a step; the first lines of this file list them}
shift
kept=.road/${GITHUB_RUN_ID:-desk}-${GITHUB_RUN_ATTEMPT:-1} # what one step leaves for another
mkdir -p "$kept"
cloud() { .venv-road/bin/python deploy/cloud.py "$@"; }
output() { # NAME VALUE: for the steps that follow
  echo "$1=$2" >>"${GITHUB_OUTPUT:-/dev/null}"
}
stack_of() {
  case $1 in
  qa) echo "${QA_STACK:-budgetbot-qa}" ;;
  prod) echo "${PROD_STACK:-budgetbot-prod}" ;;
  *) echo "There is no stage $1: qa or prod" >&2; exit 2 ;;
  esac
}
parameters_of() { # more of the template's parameters: Name=value, separated by spaces
  case $1 in
  qa) echo "${QA_PARAMETERS:-}" ;;
  prod) echo "${PROD_PARAMETERS:-}" ;;
  esac
}

# The first step that fails is remembered, with the last thing that it said.
said="$kept/said"
failed() {
  if [ ! -e "$kept/failed" ]; then
    # shellcheck disable=SC2001  # colours are more than a pattern of the shell can name
    printf '%s: %s\n' "$*" "$(sed 's/\x1b\[[0-9;]*m//g' "$said" | grep -Ev '^([[:space:]]*|::.*)$' | tail -n 1 | cut -c -300)" >"$kept/failed"
  fi
}

install() { make --silent setup road-setup; }
check() { make --silent check; }
lint() { make --silent hygiene; }
unit() { make --silent test; }

# With attestations the image would be an index, which Lambda refuses.
build() {
  BUILDX_NO_DEFAULT_ATTESTATIONS=1 docker build --target lambda --label "org.opencontainers.image.revision=${GITHUB_SHA:-$(git rev-parse HEAD)}" --tag budgetbot-lambda .
}

# Each attempt has its own tag, because the repository's tags are immutable.
push() {
  local tag="${GITHUB_SHA:0:12}-${GITHUB_RUN_ID:?}-${GITHUB_RUN_ATTEMPT:?}"
  cloud password | docker login --username AWS --password-stdin "${IMAGE_REPOSITORY%%/*}"
  docker tag budgetbot-lambda "$IMAGE_REPOSITORY:$tag"
  echo "$tag" >"$kept/tag"
  docker push "$IMAGE_REPOSITORY:$tag"
  cloud digest "$IMAGE_REPOSITORY" "$tag" >"$kept/image"
  echo "pushed $(cat "$kept/image")"
}

# `--on-failure DELETE` deletes a stack that can't be made, and rolls back one that can't be changed. In production the hook migrates
# before traffic moves; a new stack and QA migrate right after. The former stack is remembered for `clean`.
# (Shift is always given: a parameter that is left out keeps its value, which is `at-once` after a way back.)
deploy() {
  local stage=$1 stack
  stack=$(stack_of "$stage")
  cloud remember "$stack" "$kept/$stage.before"
  # shellcheck disable=SC2046  # parameters are words
  .venv-road/bin/sam deploy --template-file deploy/sam_template.yaml --stack-name "$stack" --capabilities CAPABILITY_IAM \
    --image-repository "$IMAGE_REPOSITORY" --no-confirm-changeset --no-fail-on-empty-changeset --on-failure DELETE \
    ${CLOUDFORMATION_ROLE_ARN:+--role-arn "$CLOUDFORMATION_ROLE_ARN"} \
    --parameter-overrides "Stage=$stage" "Image=$(cat "$kept/image")" Shift=gradual $(parameters_of "$stage") ||
    { cloud reason "$stack"; return 1; }
  cloud tasks "$stack" migrate register
  output url "$(cloud output "$stack" ApiUrl)"
}

# The acceptance suite writes as a user of QA's bot, and knows its webhook's secret.
accept() {
  local settings
  settings=$(cloud acceptance qa)
  set -a
  # shellcheck disable=SC1090
  . <(printf '%s\n' "$settings")
  set +a
  BASE_URL=${BASE_URL:?} .venv/bin/pytest -q tests/acceptance
}

smoke() {
  for _ in $(seq 20); do
    if curl --silent --fail --max-time 10 "${BASE_URL:?}/readyz"; then
      cloud tasks "$(stack_of prod)" doctor
      return
    fi
    sleep 1
  done
  echo "$BASE_URL/readyz does not answer 200"
  return 1
}

# The branch was tested merged into main as main was then; deployed after another pull request it would undo that one.
fresh() {
  local main
  main=$(gh api "repos/${GITHUB_REPOSITORY:?}/commits/main" --jq .sha)
  git merge-base --is-ancestor "$main" HEAD ||
    { echo "main has moved on: bring the branch up to date, and everything is tried again"; return 1; }
}

# Production first; each step is tried even if another fails.
clean() {
  local status=0
  for stage in prod qa; do
    if [ -e "$kept/$stage.before" ]; then
      cloud put-back "$(stack_of "$stage")" "$kept/$stage.before" || status=1
    fi
  done
  if [ -e "$kept/tag" ] && [ "$status" = 0 ]; then # a stack that could not be put back still needs its image
    cloud forget-image "$IMAGE_REPOSITORY" "$(cat "$kept/tag")" || status=1
    rm "$kept/tag"
  fi
  return "$status"
}

report() {
  local why="a step outside of pipeline.sh failed, see the run"
  [ ! -e "$kept/failed" ] || why=$(cat "$kept/failed")
  output why "$why"
  {
    printf '### Not merged\n\n    %s\n\n' "$why"
    echo 'Nothing after it ran, and what this run had made is undone. Push a new commit, or let the failed jobs run again.'
  } >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}"
}

case $step in
install | check | lint | unit | build | push | deploy | accept | smoke | fresh | clean | report) ;;
*) echo "There is no step $step; the first lines of $0 list them" >&2; exit 2 ;;
esac
did() {
  if [[ " ${ALREADY:-} " == *" $step "* ]]; then
    echo "ALREADY DONE here, and not done again: $step"
  else
    "$step" "$@"
  fi
  if [ "${FAIL_AFTER:-}" = "$step${1:+ $1}" ]; then # for the rehearsal: the worst moment to fail is after all of a step is done
    echo "$step fails, for it was told to"
    exit 97
  fi
}
: >"$said"
set +e
( set -e; did "$@" ) 2>&1 | tee "$said"
status=${PIPESTATUS[0]}
[ "$status" = 0 ] || failed "$step" "$@"
exit "$status"
