#!/usr/bin/env bash
# Every step of the road from a pull request to production; the workflow calls them one by one, and so does the rehearsal.
#
#   deploy/pipeline.sh install | check | lint | unit     as on any machine; needs nothing of AWS (install-road: the road's tools alone)
#   deploy/pipeline.sh mergeable                         could the pull request be merged?
#   deploy/pipeline.sh build | push                      one image, pushed once, from here on named by its digest
#   deploy/pipeline.sh deploy qa|prod                    template and image into a stack; then the database, then the webhook
#   deploy/pipeline.sh accept | smoke                    the acceptance suite against QA; is production well?
#   deploy/pipeline.sh fresh                             has main moved on meanwhile?
#   deploy/pipeline.sh remember qa|prod                  the stack as it is, and what else another job's steps must know
#   deploy/pipeline.sh resume                            ... which takes it from there
#   deploy/pipeline.sh clean qa|prod                     after a failure: the stack as it was; with QA's the image goes, too
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

role_of() { # what CloudFormation makes the stack with
  case $1 in
  qa) echo "${QA_CLOUDFORMATION_ROLE_ARN:-}" ;;
  prod) echo "${PROD_CLOUDFORMATION_ROLE_ARN:-}" ;;
  esac
}

boundary_of() { # within which the stack's roles stay
  case $1 in
  qa) echo "${QA_PERMISSIONS_BOUNDARY:-}" ;;
  prod) echo "${PROD_PERMISSIONS_BOUNDARY:-}" ;;
  esac
}

# The first step that fails is remembered, with the last thing that it said.
said="$kept/said"
failed() {
  if [ ! -e "$kept/failed" ]; then
    # shellcheck disable=SC2001  # colours are more than a pattern of the shell can name
    printf '%s: %s\n' "$*" "$(sed 's/\x1b\[[0-9;]*m//g' "$said" | grep -Ev '^([[:space:]]*|::.*|make(\[[0-9]+\])?: .*)$' | tail -n 1 | cut -c -300)" >"$kept/failed"
  fi
}

install() { make --silent setup road-setup; }
install_road() { make --silent road-setup; }
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
# before traffic moves; a new stack and QA migrate right after.
# (Shift is always given: a parameter that is left out keeps its value, which is `at-once` after a way back.)
deploy() {
  local stage=$1 stack role boundary
  stack=$(stack_of "$stage")
  role=$(role_of "$stage")
  boundary=$(boundary_of "$stage")
  # shellcheck disable=SC2046  # parameters are words
  .venv-road/bin/sam deploy --template-file deploy/sam_template.yaml --stack-name "$stack" --capabilities CAPABILITY_IAM \
    --image-repository "$IMAGE_REPOSITORY" --no-confirm-changeset --no-fail-on-empty-changeset --on-failure DELETE \
    ${role:+--role-arn "$role"} \
    --parameter-overrides "Stage=$stage" "Image=$(cat "$kept/image")" Shift=gradual ${boundary:+"Boundary=$boundary"} $(parameters_of "$stage") ||
    { cloud reason "$stack"; return 1; }
  cloud tasks "$stack" migrate
  # Telegram looks the API's name up itself: one that is a minute old may not be known to it yet.
  for pause in 5 10 20 40 0; do
    if cloud tasks "$stack" register; then break; fi
    [ "$pause" != 0 ] || return 1
    sleep "$pause"
  done
  output url "$(cloud output "$stack" ApiUrl)"
}

# The acceptance suite writes as a user of QA's bot, and knows its webhook's secret.
accept() {
  if [ -z "${WEBHOOK_SECRET:-}" ] || [ -z "${ACCEPTANCE_USER:-}" ]; then
    echo "WEBHOOK_SECRET and ACCEPTANCE_USER are no secrets of the environment acceptance (for a run that Dependabot starts: of Dependabot's): docs/deploying.md, step 3"
    return 1
  fi
  BASE_URL="${BASE_URL:?}" .venv/bin/pytest -q tests/acceptance
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

# What GitHub would refuse to merge must not come to production first. It says of a fresh pull request only after a while. Of branch
# rules all is known that rulesets say; of the older branch protection, the checks that it asks for. The merge itself has the last word.
mergeable() {
  local said="" rules squash checks behind=0
  for _ in $(seq 10); do
    said=$(gh pr view "${PULL_REQUEST:?}" --json isDraft,mergeable,mergeStateStatus,reviewDecision,state,headRefOid,changedFiles)
    [ "$(jq -r .mergeable <<<"$said")" = UNKNOWN ] || break
    sleep "${PATIENCE:-3}"
  done
  # Page by page: `gh pr view` tells of the first hundred files alone. GitHub lists three thousand; a file that is moved has two names.
  gh api --paginate "repos/${GITHUB_REPOSITORY:?}/pulls/${PULL_REQUEST##*/}/files?per_page=100" \
    --jq '.[] | [.filename, .previous_filename // empty] | tojson' >"$kept/files"
  rules=$(gh api "repos/${GITHUB_REPOSITORY:?}/rules/branches/main")
  squash=$(gh repo view "$GITHUB_REPOSITORY" --json squashMergeAllowed)
  if jq -e 'any(.[]; .parameters.strict_required_status_checks_policy == true)' <<<"$rules" >/dev/null; then
    behind=$(gh api "repos/$GITHUB_REPOSITORY/compare/main...$HEAD_SHA" | jq .behind_by)
  fi
  checks=$(other_checks)
  # Before production is changed, what has not ended yet is waited for: a quarter of an hour at most.
  for _ in $(seq 15); do
    if [ "${EVERY_CHECK:-}" != ended ] || ! jq -e 'any(.[]; .bucket == "pending")' <<<"$checks" >/dev/null; then break; fi
    sleep "${PATIENCE:-60}"
    checks=$(other_checks)
  done
  jq -r --slurpfile files "$kept/files" --argjson rules "$rules" --argjson squash "$squash" --argjson checks "$checks" --argjson behind "$behind" \
    --arg ended "${EVERY_CHECK:-}" --arg head "${HEAD_SHA:?}" --arg workflows "${MAY_CHANGE_WORKFLOWS:-}" --arg by "${STARTED_BY:-}" '
    if .state != "OPEN" then "the pull request is not open any more"
    elif .isDraft then "it is a draft: mark it as ready for review, and everything is tried"
    elif .headRefOid != $head then "it has a newer commit, which has a run of its own"
    elif .mergeable != "MERGEABLE" then "it can not be merged into main as it is (" + (.mergeable | ascii_downcase) + "): bring the branch up to date"
    elif (.reviewDecision // "") | IN("REVIEW_REQUIRED", "CHANGES_REQUESTED") then "it lacks a review: once it is approved, choose Re-run all jobs"
    elif any($rules[]; .type == "merge_queue") then "main has a merge queue, which would merge later and without a look at production: take it out of the rules of the branch"
    elif ($squash.squashMergeAllowed | not) or any($rules[]; .parameters.allowed_merge_methods // ["squash"] | index("squash") | not) then
      "a squash merge is not allowed here, and the pipeline merges so: allow it in the settings of the repository and in the rules of main"
    elif $behind > 0 or .mergeStateStatus == "BEHIND" then "main has moved on, and its rules ask for a branch that is up to date: update it, and everything is tried again"
    elif any($checks[]; .bucket | IN("fail", "cancel")) then
      "main asks for the check " + first($checks[] | select(.bucket | IN("fail", "cancel")) | .name) + ", which has failed"
    elif $ended == "ended" and any($checks[]; .bucket == "pending") then
      "main asks for the check " + first($checks[] | select(.bucket == "pending") | .name) + ", which has not ended"
    elif ($files | length) < .changedFiles then
      "it changes \(.changedFiles) files, and GitHub lists \($files | length) of them, so whether workflows are among them is not known: split it"
    elif any($files[][]; startswith(".github/workflows/")) | not then empty
    elif $by == "dependabot[bot]" then
      "it changes workflows, and a run that Dependabot starts gets no MERGE_TOKEN: close the pull request and open it again, and the run is yours"
    elif $workflows != "yes" then "it changes workflows, which the token of a run may not merge: docs/deploying.md tells how MERGE_TOKEN may"
    else empty end' <<<"$said" >"$kept/refused"
  [ ! -s "$kept/refused" ] || { cat "$kept/refused"; return 1; }
}

# The checks that main asks for beside the pipeline's own, each with gh's bucket. It fails for one that has failed or goes on, too.
other_checks() {
  local found
  found=$(gh pr checks "${PULL_REQUEST:?}" --required --json name,bucket 2>"$kept/checks") || [ -n "$found" ] ||
    grep -q '^no .*checks reported' "$kept/checks" || { cat "$kept/checks" >&2; return 1; }
  jq 'map(select(.name != "build-deploy"))' <<<"${found:-[]}"
}

# What a stack is before it is changed, for `clean`; with it goes what the jobs that follow must know. It is a file, which the run keeps
# at once: a runner that is lost has no outputs.
remember() {
  cloud ready "$(stack_of "$1")"
  cloud remember "$(stack_of "$1")" "$kept/$1.before"
  tar --create --gzip --file "$kept.tgz" --directory "$kept" --exclude ./said --exclude ./failed --exclude ./at --exclude ./checks --exclude ./files --exclude ./kept.tgz .
  mv "$kept.tgz" "$kept/kept.tgz"
}
resume() { tar --extract --gzip --file "$kept/kept.tgz" --directory "$kept"; }

# A stack that could not be put back still needs its image. What a stack is said to be is what `tell` tells of it.
clean() {
  local stage=$1
  if [ -e "$kept/$stage.before" ] && ! cloud put-back "$(stack_of "$stage")" "$kept/$stage.before"; then
    output is stuck
    return 1
  fi
  output is as-it-was
  if [ "$stage" = qa ] && [ -e "$kept/tag" ] && [[ ${PRODUCTION_IS:-} != @(stuck|failure|cancelled) ]]; then
    cloud forget-image "$IMAGE_REPOSITORY" "$(cat "$kept/tag")"
    rm "$kept/tag"
  fi
}

report() {
  local why="a step outside of pipeline.sh failed, see the run"
  if [ "${STATUS:-}" = cancelled ]; then
    why="the run was cancelled, or took too long, after or in the step $(cat "$kept/at")"
  elif [ -e "$kept/failed" ]; then
    why=$(cat "$kept/failed")
  fi
  output why "$why"
  {
    printf '### Not merged\n\n    %s\n\n' "$why"
    echo 'Nothing after it ran, and what this run had made is undone, or the jobs put-back-… say why not. Push a new commit, or choose Re-run all jobs.'
  } >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}"
}

case $step in
install | install-road | check | lint | unit | build | push | deploy | accept | smoke | fresh | mergeable | remember | resume | clean | report) ;;
*) echo "There is no step $step; the first lines of $0 list them" >&2; exit 2 ;;
esac
did() {
  if [[ " ${ALREADY:-} " == *" $step "* ]]; then
    echo "ALREADY DONE here, and not done again: $step"
  else
    "${step//-/_}" "$@"
  fi
  if [ "${FAIL_AFTER:-}" = "$step${1:+ $1}" ]; then # for the rehearsal: the worst moment to fail is after all of a step is done
    echo "$step fails, for it was told to"
    exit 97
  fi
}
: >"$said"
case $step in clean | report) ;; *) echo "$step${1:+ $1}" >"$kept/at" ;; esac
set +e
( set -e; did "$@" ) 2>&1 | tee "$said"
status=${PIPESTATUS[0]}
[ "$status" = 0 ] || failed "$step" "$@"
exit "$status"
