#!/usr/bin/env bash
#
# How long the analyzer takes for a large recording, in the heap of the target: 512 MB on 2 cores.
# Without a recording given, records a storm of awaits first, once (Storm.java; about 500 MB).
#
#   scale.sh [RECORDING.jfr [ROUNDS]]
#
#   AWAITS      of the storm (default 10,000,000)
#   SCALE_DIR   where the storm is kept (default: analyzer/target/scale)
#   JAVA        java to use (default: the one on the PATH)
#   HEAP        of the analyzer (default 512m)
#
# Prints, for each command and round, elapsed and processor seconds; then how many awaits a second.
# To see that the heap does not grow with the recording, give the same file several times over:
# cat storm.jfr storm.jfr > twice.jfr is a recording of twice the chunks.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java=${JAVA:-java}
jar=$here/../target/trama.jar
agent=$here/../../agent/installer/target/trama-agent.jar
dir=${SCALE_DIR:-$here/../target/scale}
rounds=${2:-3}
[ -f "$jar" ] || { echo "build first: mvn -q -DskipTests package" >&2; exit 2; }

recording=${1:-$dir/storm.jfr}
if [ ! -f "$recording" ]; then
  [ $# -eq 0 ] || { echo "no such file: $recording" >&2; exit 2; }
  [ -f "$agent" ] || { echo "build first: mvn -q -DskipTests package" >&2; exit 2; }
  mkdir -p "$dir"
  echo "recording a storm of ${AWAITS:-10000000} awaits to $recording" >&2
  "$java" "-javaagent:$agent=file=$recording,stacks=all" "$here/Storm.java" "${AWAITS:-10000000}"
fi

TIMEFORMAT='%R %U %S'
times=$(mktemp)
out=$(mktemp)
trap 'rm -f "$times" "$out"' EXIT
printf '%-12s %9s %9s %9s\n' command elapsed cpu awaits/s
for round in $(seq "$rounds"); do
  for command in summary points coroutines check; do
    # A check that finds something exits with 1.
    { time "$java" "-Xmx${HEAP:-512m}" -jar "$jar" "$command" "$recording" --json >"$out" ||
      [ $? -eq 1 ]; } 2>"$times"
    if [ "$command" = summary ]; then
      awaits=$(sed -n '/"awaits"/,/"count"/s/.*"count" : \([0-9]*\).*/\1/p' "$out" | head -n 1)
    fi
    # What the analyzer has to say comes before the times.
    tail -n 1 "$times" | awk -v c="$command" -v n="$awaits" \
      '{printf "%-12s %7.2f s %7.2f s %9d\n", c, $1, $2 + $3, n / $1}'
  done
done
