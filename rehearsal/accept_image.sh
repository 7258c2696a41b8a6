#!/usr/bin/env bash
# Runs an image as it will run, with the restrictions that it will have, and tests it from outside.
#
#   rehearsal/accept_image.sh server IMAGE     the bot at home: volume, restart, stop in the middle of a request, acceptance suite
#   rehearsal/accept_image.sh lambda IMAGE     in Lambda's runtime emulator: secrets, tasks, deployment hook, acceptance suite
#
# Needs podman, the environment of `make setup`, and for `lambda` that of `make road-setup` (the emulator comes with aws-sam-cli).
set -euo pipefail
cd "$(dirname "$0")/.."
export CONTAINERS_CONF="${CONTAINERS_CONF:-$PWD/rehearsal/containers.conf}"
door=${1:?server or lambda} image=${2:?the name of an image}
python=.venv/bin/python
export PYTHONPATH=. # scenarios of the acceptance suite are used here too
folder=$(mktemp -d)
name=accept-$door-$$
volume=$name
pids=()

leave() {
  local status=$?
  trap - EXIT
  [ "$status" = 0 ] || { podman logs --tail 20 "$name" 2>&1 | sed 's/^/  | /' || true; } >&2
  for container in "$name" "$name-2"; do podman rm --force --time 1 "$container" >/dev/null 2>&1 || true; done
  podman volume rm --force "$volume" >/dev/null 2>&1 || true
  podman rmi --force "$name-app" >/dev/null 2>&1 || true
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$folder"
  exit "$status"
}
trap leave EXIT
trap 'exit 130' INT TERM

fail() { echo "NOT ACCEPTED ($door): $*" >&2; exit 1; }
ok() { printf 'ok    %s\n' "$*"; }
now() { date +%s%N; }
since() { printf '%d ms' $((($(now) - $1) / 1000000)); }
status_of() { curl --silent --output "$folder/body" --write-out '%{http_code}' --max-time 60 "$@" || true; }
free_ports() { # N: as many ports that are free now
  "$python" -c "import socket, sys; s = [socket.create_server(('127.0.0.1', 0)) for _ in range($1)]; print(*(x.getsockname()[1] for x in s))"
}
wait_for() { # URL STATUS
  for _ in $(seq 300); do
    [ "$(status_of "$1")" != "$2" ] || return 0
    sleep 0.1
  done
  fail "$1 does not answer $2"
}
start_stand_ins() { # [OPTION...]: TELEGRAM_API_URL and the like are set then
  "$python" rehearsal/stand_ins.py "$folder/stand-ins" "$@" >"$folder/stand-ins.log" 2>&1 &
  pids+=($!)
  for _ in $(seq 200); do
    [ ! -e "$folder/stand-ins" ] || break
    sleep 0.1
  done
  [ -e "$folder/stand-ins" ] || fail "the stand-ins do not start: $(cat "$folder/stand-ins.log")"
  # shellcheck disable=SC1091
  . "$folder/stand-ins"
}
bars=(--read-only --tmpfs '/tmp:rw,size=64m' --cap-drop ALL --security-opt no-new-privileges --memory 256m --pids-limit 64
  --network host --no-healthcheck)

behind_bars() { # UID
  [ "$(podman exec "$name" id -u)" = "$1" ] || fail "it does not run as user $1"
  ! podman exec "$name" touch /app/x 2>/dev/null || fail "its root can be written to"
  ! podman exec "$name" python -m pip --version >/dev/null 2>&1 || fail "an installer was left in it"
  local held
  held=$(podman exec "$name" grep -E '^(CapEff|NoNewPrivs)' /proc/1/status | tr -d '\t\n')
  [ "$held" = "CapEff:0000000000000000NoNewPrivs:1" ] || fail "it holds capabilities: $held"
  ok "user $1, root read-only, no capability, no installer"
}
accept() { # URL SECRET
  BASE_URL=$1 WEBHOOK_SECRET=$2 ACCEPTANCE_USER=$ACCEPTANCE_USER "$python" -m pytest -q -p no:cacheprovider tests/acceptance \
    >"$folder/accepted" 2>&1 || { cat "$folder/accepted" >&2; fail "the acceptance suite failed"; }
  ok "acceptance suite: $(tail -n 1 "$folder/accepted")"
}
text() { # URL SECRET TEXT: as somebody who may use the bot, in a chat of its own; prints the reply
  "$python" -c '
import sys, httpx
from tests.acceptance.chats import Chat, Place
url, secret, user, text = sys.argv[1:]
print(Chat(Place(url, secret, int(user), httpx.Client(timeout=30)))(text))' "$1" "$2" "$ACCEPTANCE_USER" "$3"
}

server() {
  start_stand_ins
  read -r port <<<"$(free_ports 1)"
  local url=http://127.0.0.1:$port secret=a-secret-of-the-acceptance begun path
  local settings=(-e "TELEGRAM_BOT_TOKEN=$QA_TELEGRAM_BOT_TOKEN" -e "TELEGRAM_API_URL=$TELEGRAM_API_URL" -e HOST=127.0.0.1
    -e "PORT=$port" -e "ALLOWED_USERS=$ACCEPTANCE_USER")
  local webhook=(-e TELEGRAM_MODE=webhook -e "TELEGRAM_WEBHOOK_SECRET=$secret" -e PUBLIC_URL=https://bot.example.org)
  begun=$(now)
  podman run --detach --name "$name" "${bars[@]}" --volume "$volume:/data" "${settings[@]}" "${webhook[@]}" "$image" >/dev/null
  wait_for "$url/readyz" 200
  ok "ready $(since "$begun") after its start, $(podman exec "$name" grep VmRSS /proc/1/status | tr -s '\t ' ' ')"
  behind_bars 10001
  mapfile -t health < <(podman image inspect "$image" --format '{{json .HealthCheck.Test}}' |
    "$python" -c 'import json, sys; print(*json.load(sys.stdin)[1:], sep="\n")')
  podman exec "$name" "${health[@]}" || fail "the health check says that it is ill"
  ! podman exec --env PORT=1 "$name" "${health[@]}" 2>/dev/null || fail "the health check can't fail"
  ok "the health check looks at it"
  podman exec "$name" python -c 'import s3transfer, botocore.session; botocore.session.get_session().create_client("s3", "eu-central-1")' ||
    fail "it can't call S3, for backups"
  ! podman exec "$name" python -c 'import awslambdaric' 2>/dev/null || fail "it holds what only Lambda needs"
  ok "it can call S3, and holds nothing of Lambda"
  accept "$url" "$secret"

  path=$(PYTHONPATH=. "$python" -c '
import sys, httpx
from tests.acceptance.chats import Chat, Place
chat = Chat(Place(sys.argv[1], sys.argv[2], int(sys.argv[3]), httpx.Client(timeout=30)))
chat("12.50 fun tacos"); print(chat.share())' "$url" "$secret" "$ACCEPTANCE_USER")

  # An update whose answer takes two seconds, for Telegram is slow; the bot is told to stop in the middle of it.
  local slow='{"update_id":1,"message":{"message_id":1,"date":1764000000,"text":"/chart","chat":{"id":7000000000099,"type":"private"},"from":{"id":'$ACCEPTANCE_USER',"is_bot":false,"first_name":"A"}}}'
  (status_of "$url/telegram" -H "X-Telegram-Bot-Api-Secret-Token: $secret" -H 'Content-Type: application/json' -d "$slow" >"$folder/in-flight") &
  local in_flight=$!
  sleep 0.7
  begun=$(now)
  podman stop --time 10 "$name" >/dev/null
  local stopped
  stopped=$(since "$begun")
  wait "$in_flight"
  [ "$(cat "$folder/in-flight")" = 200 ] || fail "a request in flight was lost: $(cat "$folder/in-flight")"
  [ "$(podman inspect "$name" --format '{{.State.ExitCode}}')" = 0 ] || fail "it did not stop by itself"
  ((${stopped% ms} > 500)) || fail "it did not wait for the request in flight ($stopped)"
  ok "stopped in $stopped, after the request in flight was answered"

  podman start "$name" >/dev/null
  wait_for "$url/readyz" 200
  [ "$(status_of "$url$path" -H 'Accept: application/json')" = 200 ] || fail "the book did not survive the restart"
  grep -q '"spent": *"12.50"' "$folder/body" || fail "the book changed over the restart: $(cat "$folder/body")"
  ok "the book on the volume survives a restart"
  podman rm --force --time 5 "$name" >/dev/null

  begun=$(now)
  podman run --detach --name "$name" "${bars[@]}" --volume "$volume:/data" "${settings[@]}" "$image" >/dev/null
  wait_for "$url/livez" 200
  sleep 1 # it polls now
  begun=$(now)
  podman stop --time 10 "$name" >/dev/null
  [ "$(podman inspect "$name" --format '{{.State.ExitCode}}')" = 0 ] || fail "polling, it did not stop by itself"
  ok "by polling, with the same volume; stopped in $(since "$begun")"
  podman run --rm --network none --no-healthcheck --read-only --cap-drop ALL --volume "$volume:/data" "$image" verify >"$folder/verified" ||
    fail "its book does not add up: $(cat "$folder/verified")"
  ok "its book is verified: $(tail -n 1 "$folder/verified")"
  podman run --rm --network none --no-healthcheck --read-only --cap-drop ALL --entrypoint python "$image" -c '
from web.shaping import can_be_drawn
raise SystemExit(not all(map(can_be_drawn, ("외식", "杂货", "שכר", "ค่าเช่า", "किराया", "🍣"))))' || fail "it lacks the fonts of its pictures"
  ok "it has the fonts of its pictures"
  home_assistant
}

home_assistant() { # on a folder of root's, with the options in a file, as the Supervisor starts it
  mkdir -m 755 "$folder/app" "$folder/app-data"
  sed "s#^FROM .*#FROM $image#" deploy/home_assistant/Dockerfile >"$folder/app/Dockerfile"
  cp deploy/home_assistant/start.py "$folder/app"
  podman build --quiet --format docker --pull=never --tag "$name-app" "$folder/app" >/dev/null
  echo "{\"telegram_bot_token\": \"$QA_TELEGRAM_BOT_TOKEN\", \"timezone\": \"\"}" >"$folder/app-data/options.json"
  chmod 600 "$folder/app-data/options.json"
  podman run --rm --network none --no-healthcheck --volume "$folder/app-data:/data" "$name-app" migrate >"$folder/migrated" 2>&1 ||
    fail "as an app of Home Assistant it does not start: $(cat "$folder/migrated")"
  [ "$(podman run --rm --no-healthcheck --volume "$folder/app-data:/data" --entrypoint stat "$name-app" -c '%u %a' /data/budgetbot/budget.db)" = "10001 600" ] ||
    fail "as an app of Home Assistant its book is another user's"
  podman rmi "$name-app" >/dev/null
  ok "as an app of Home Assistant: user 10001, the book in a folder of its own"
}

emulate() { # CONTAINER PORT API_PORT COMMAND [-e NAME=VALUE...]: run the image's entry point as Lambda would, as a user of its own
  local container=$1 port=$2 api=$3 command=$4
  shift 4
  local entry
  mapfile -t entry < <(podman image inspect "$image" --format '{{json .Config.Entrypoint}}' |
    "$python" -c 'import json, sys; print(*json.load(sys.stdin), sep="\n")')
  podman run --detach --name "$container" "${bars[@]}" --user 993:990 --volume "$emulator:/emulator:ro" --entrypoint /emulator \
    --env AWS_LAMBDA_FUNCTION_TIMEOUT="${timeout:-900}" --env AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256 "$@" "$image" \
    --runtime-interface-emulator-address "127.0.0.1:$port" --runtime-api-address "127.0.0.1:$api" --log-level error \
    "${entry[@]}" "$command" >/dev/null
  for _ in $(seq 100); do
    ! (: >"/dev/tcp/127.0.0.1/$port") 2>/dev/null || return 0
    sleep 0.05
  done
  fail "the emulator does not start"
}
invoke() { # PORT EVENT
  curl --silent --max-time 60 --data "$2" "http://127.0.0.1:$1/2015-03-31/functions/function/invocations"
}
task() { # NAME: it must go well
  local answer
  answer=$(invoke "$function" "{\"task\": \"$1\"}")
  [[ $answer == *'"well": true'* || $answer == *'"well":true'* ]] || fail "task $1: $answer"
  ok "task $1"
}

lambda() {
  emulator=$(find "${ROAD:-.venv-road}/lib" -name "aws-lambda-rie-$(uname -m | sed 's/aarch64/arm64/')" 2>/dev/null | head -n 1)
  if [ -z "$emulator" ]; then
    make --silent road-setup
    emulator=$(find .venv-road/lib -name "aws-lambda-rie-$(uname -m | sed 's/aarch64/arm64/')" | head -n 1)
  fi
  emulator=$(realpath "$emulator")
  read -r function function_api hook hook_api gateway <<<"$(free_ports 5)"
  start_stand_ins --function "http://127.0.0.1:$function/2015-03-31/functions/function/invocations"
  local command url=http://127.0.0.1:$gateway begun cold answer
  command=$(podman image inspect "$image" --format '{{index .Config.Cmd 0}}')
  local aws=()
  for variable in AWS_ENDPOINT_URL_SSM AWS_ENDPOINT_URL_SECRETS_MANAGER AWS_ENDPOINT_URL_LAMBDA AWS_ENDPOINT_URL_CODEDEPLOY \
    AWS_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY; do
    aws+=(--env "$variable=${!variable}")
  done

  emulate "$name" "$function" "$function_api" "$command" "${aws[@]}" --env DATABASE_URL=sqlite:////tmp/budget.db \
    --env SECRETS_FROM=ssm:/budgetbot/qa/ --env PUBLIC_URL=https://bot.example.org
  answer=$(invoke "$function" '{"task": "migrate"}')
  [[ $answer == *'DATABASE_URL is a file, and a function'* ]] || fail "SQLite is not refused: $answer"
  podman rm --force --time 1 "$name" >/dev/null
  ok "SQLite is refused: its files would be lost"

  # Of 30 seconds a function leaves a migration ten. Another program, which migrates, holds it up.
  DATABASE_URL=$QA_DATABASE_URL "$python" -c '
import os, psycopg, time
from storage.schema import _LOCK
with psycopg.connect(os.environ["DATABASE_URL"]) as db:
    db.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    print("held", flush=True)
    time.sleep(600)' >"$folder/holds" &
  local holds=$!
  pids+=("$holds")
  for _ in $(seq 100); do ! [ -s "$folder/holds" ] || break; sleep 0.1; done
  timeout=30 emulate "$name" "$function" "$function_api" "$command" "${aws[@]}" --env SECRETS_FROM=ssm:/budgetbot/qa/ --env PUBLIC_URL=https://bot.example.org
  answer=$(invoke "$function" '{"task": "migrate"}')
  [[ $answer == *'The next migration takes longer than the'* ]] || fail "a migration is not ended in time: $answer"
  kill "$holds"
  podman rm --force --time 1 "$name" >/dev/null
  ok "a migration that takes longer than a function may run is ended, undone and told"

  emulate "$name" "$function" "$function_api" "$command" "${aws[@]}" --env SECRETS_FROM=ssm:/budgetbot/qa/ --env PUBLIC_URL=https://bot.example.org
  "$python" rehearsal/gateway.py "$gateway" "127.0.0.1:$function" &
  pids+=($!)
  begun=$(now)
  wait_for "$url/livez" 200
  cold=$(since "$begun")
  begun=$(now)
  [ "$(status_of "$url/readyz")" = 503 ] || fail "an empty database is ready: $(cat "$folder/body")"
  ok "cold start to the first answer: $cold; the next answer: $(since "$begun"); 503 until the database is migrated"

  emulate "$name-2" "$hook" "$hook_api" main.pre_traffic "${aws[@]}" --env NEW_VERSION=arn:aws:lambda:eu-central-1:123456789012:function:budgetbot-qa:1
  answer=$(invoke "$hook" '{"DeploymentId": "d-1", "LifecycleEventHookExecutionId": "e-1"}')
  [[ $answer == *'"status": "Succeeded"'* ]] || fail "the hook lets no traffic in: $answer"
  podman rm --force --time 1 "$name-2" >/dev/null
  ok "the deployment's hook migrated and tried it, and lets traffic in"
  [ "$(status_of "$url/readyz")" = 200 ] || fail "it is not ready: $(cat "$folder/body")"
  task migrate
  task register
  task doctor
  task keep
  answer=$(invoke "$function" '{"task": "dance"}')
  [[ $answer == *'This is no event that I know'* ]] || fail "an unknown task is not refused: $answer"
  behind_bars 993
  accept "$url" "$QA_TELEGRAM_WEBHOOK_SECRET"
  task verify
  local rotated=a-secret-that-was-rotated status=
  curl --silent --output /dev/null --fail --data '{"Name":"/budgetbot/qa/TELEGRAM_WEBHOOK_SECRET","Value":"'$rotated'","Type":"SecureString","Overwrite":true}' \
    -H 'X-Amz-Target: AmazonSSM.PutParameter' -H 'Content-Type: application/x-amz-json-1.1' "$AWS_ENDPOINT_URL_SSM" || fail "the stand-in takes no parameter"
  begun=$(now)
  for _ in $(seq 45); do
    status=$(status_of "$url/telegram" -H "X-Telegram-Bot-Api-Secret-Token: $rotated" -H 'Content-Type: application/json' -d '{"update_id":7}')
    [ "$status" != 200 ] || break
    sleep 1
  done
  [ "$status" = 200 ] || fail "a rotated secret is not taken: $status"
  task keep
  ok "a rotated secret is taken without a deployment, after $(since "$begun")"
  ok "$(podman exec "$name" sh -c 'for p in /proc/[0-9]*; do if tr "\0" " " <$p/cmdline 2>/dev/null | grep -q "^python"; then grep VmRSS $p/status; fi; done' | tr -s '\t ' ' ' | head -n 1) after the suite"
}

case $door in
server | lambda) "$door" ;;
*) fail "the doors are server and lambda" ;;
esac
revision=$(podman image inspect "$image" --format '{{index .Labels "org.opencontainers.image.revision"}}')
[ -n "$revision" ] || fail "it does not say which revision it is made of"
size=$(podman image inspect "$image" --format '{{.Size}}')
((size < 230000000)) || fail "$((size / 1000000)) MB are more than 230"
ok "$((size / 1000000)) MB, of revision ${revision:0:12}"
echo "$image is accepted as $door"
