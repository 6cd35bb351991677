#!/usr/bin/env bash
# What the agent costs a whole program: it is run under JFR's default recording and under the agent with
# default options, alternately. Prints the medians of elapsed and of user CPU time, and of each pair's ratios.
#
# usage: agent/benchmarks/pairs.sh ROUNDS JVM-ARGUMENT...    needs a JDK 21+ as JAVA or java
# as in: pairs.sh 9 -cp DIR PingPong SQ 500000, with OpenJDK's test/jdk/java/lang/Thread/virtual/stress
#        compiled to DIR
#   OPTIONS   of the agent, such as stacks=none
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java=${JAVA:-java}
agent=$here/../installer/target/trama-agent.jar
[ $# -ge 2 ] || { sed -n '5,8s/^# //p' "$0" >&2; exit 2; }
[ -f "$agent" ] || { echo "pairs.sh: $agent is missing; build first: mvn -DskipTests package" >&2; exit 2; }
rounds=$1
shift
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
TIMEFORMAT='%R %U'

run() { { time "$java" "$@" >"$dir/out" 2>"$dir/err" || { cat "$dir/err" >&2; exit 1; }; } 2>&1; }

for ((i = 0; i < rounds; i++)); do
  echo "$(run "-XX:StartFlightRecording:filename=$dir/jfr.jfr" "$@")" \
    "$(run "-javaagent:$agent=file=$dir/agent.jfr${OPTIONS:+,$OPTIONS}" "$@")"
done >"$dir/pairs"

median() { sort -n | awk '{v[NR] = $1} END {print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }
tell() { # LABEL COLUMN-OF-JFR COLUMN-OF-AGENT
  printf '%-10s JFR %7.3f s   agent %7.3f s   ratio %.3f (%.2f to %.2f)\n' "$1" \
    "$(awk "{print \$$2}" "$dir/pairs" | median)" "$(awk "{print \$$3}" "$dir/pairs" | median)" \
    "$(awk "{print \$$3 / \$$2}" "$dir/pairs" | median)" \
    "$(awk "{print \$$3 / \$$2}" "$dir/pairs" | sort -n | head -n 1)" \
    "$(awk "{print \$$3 / \$$2}" "$dir/pairs" | sort -n | tail -n 1)"
}
tell elapsed 1 3
tell 'user CPU' 2 4
