#!/usr/bin/env bash
# Compares locks with known vulnerabilities. If the feed can't be reached it says so and counts it: silence would pass for health.
# Usage: deploy/audit.sh LOCK...
set -euo pipefail
cd "$(dirname "$0")/.."
if ! curl --silent --fail --max-time 10 --output /dev/null https://api.osv.dev/v1/vulns/PYSEC-2018-28; then
  echo "NOT DONE, $#: the feed of vulnerabilities can't be reached from here, so $* were compared with nothing."
  exit 0
fi
for lock in "$@"; do
  .venv-road/bin/pip-audit --strict --disable-pip --require-hashes --vulnerability-service osv --requirement "$lock"
done
