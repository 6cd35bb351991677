#!/usr/bin/env bash
# What the agent costs a saturated HTTP server: user CPU time per request, as ratios against JFR's default
# recording. The servers live side by side and are loaded in turn, so that the machine's moods meet all of
# them; medians over the rounds are printed. System time is left out: it scatters with how threads happen
# to be scheduled.
#
# usage: agent/benchmarks/cpu.sh [ROUNDS [SECONDS [WARM-UP SECONDS]]]    needs wrk, and a JDK 21+ as JAVA or java
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java=${JAVA:-java}
rounds=${1:-6}
seconds=${2:-5}
warmup=${3:-22}
jar=$here/target/benchmarks.jar
agent=$here/../installer/target/trama-agent.jar
dir=$(mktemp -d)
command -v wrk >/dev/null || { echo "cpu.sh needs wrk on the PATH" >&2; exit 2; }
[ -f "$jar" ] || { echo "build first: mvn -Pbench -DskipTests package" >&2; exit 2; }

declare -A pid
stop() {
  for name in "${!pid[@]}"; do kill "${pid[$name]}" 2>/dev/null || true; done
  rm -rf "$dir"
}
trap stop EXIT

# The server prints its port; JFR prints other things beside it.
port() { grep -xE '[0-9]+' "$dir/$1.port"; }

start() { # NAME JVM-OPTION...
  local name=$1
  shift
  mkfifo "$dir/$name.in"
  "$java" "$@" -cp "$jar" dev.trama.benchmarks.Server <"$dir/$name.in" >"$dir/$name.port" 2>"$dir/$name.err" &
  pid[$name]=$!
  sleep infinity >"$dir/$name.in" &
  pid[$name-in]=$!
  until port "$name" >/dev/null; do
    kill -0 "${pid[$name]}" 2>/dev/null || { cat "$dir/$name.err" >&2; exit 1; }
    sleep 0.1
  done
}

ticks() { awk '{print $14}' "/proc/${pid[$1]}/stat"; } # of user time

load() { # NAME PATH SECONDS -> microseconds of user time a request
  local before requests
  before=$(ticks "$1")
  requests=$(wrk -t1 -c32 -d"$3s" "http://127.0.0.1:$(port "$1")/$2" | awk '/requests in/ {print $1}')
  awk -v t=$(($(ticks "$1") - before)) -v n="$requests" -v hz="$(getconf CLK_TCK)" \
    'BEGIN {printf "%.3f\n", t / hz * 1e6 / n}'
}

median() { sort -n | awk '{v[NR] = $1} END {print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

names=(jfr default none)
start jfr "-XX:StartFlightRecording:filename=$dir/jfr.jfr"
start default "-javaagent:$agent=file=$dir/default.jfr"
start none "-javaagent:$agent=file=$dir/none.jfr,stacks=none"

"$java" -version 2>&1 | head -1
echo "$(nproc) processors, $rounds rounds of $seconds s after $warmup s of warm-up, 32 connections"
printf '%-8s %-8s %14s %8s\n' path options 'us a request' ratio
for path in plain awaits; do
  for name in "${names[@]}"; do load "$name" $path "$warmup" >/dev/null; done
  for ((i = 0; i < rounds; i++)); do
    for name in "${names[@]}"; do load "$name" $path "$seconds" >>"$dir/$path-$name"; done
  done
  base=$(median <"$dir/$path-jfr")
  for name in "${names[@]}"; do
    it=$(median <"$dir/$path-$name")
    printf '%-8s %-8s %14.2f %8.3f\n' $path "$name" "$it" "$(awk -v a="$it" -v b="$base" 'BEGIN {print a / b}')"
  done
done
