#!/usr/bin/env bash
# What the agent costs a saturated HTTP server, as ratios of throughput against the same JFR recording
# without the agent. Both servers live side by side and are loaded in turn, so that the machine's moods
# meet both; the medians of the pairs' ratios are printed.
#
# usage: agent/benchmarks/server.sh [ROUNDS [SECONDS]]     needs wrk, and a JDK 21+ as JAVA or java
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java=${JAVA:-java}
rounds=${1:-7}
seconds=${2:-5}
jar=$here/target/benchmarks.jar
agent=$here/../installer/target/trama-agent.jar
dir=$(mktemp -d)
command -v wrk >/dev/null || { echo "server.sh needs wrk on the PATH" >&2; exit 2; }
[ -f "$jar" ] || { echo "build first: mvn -Pbench -DskipTests package" >&2; exit 2; }

pids=()
stop() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  rm -rf "$dir"
}
trap stop EXIT

# The server prints its port; JFR prints other things beside it.
port() { grep -xE '[0-9]+' "$dir/$1.port"; }

start() { # NAME JVM-OPTION...
  local name=$1
  shift
  sleep infinity | "$java" "$@" -cp "$jar" dev.trama.benchmarks.Server >"$dir/$name.port" 2>"$dir/$name.err" &
  pids+=("$!")
  until port "$name" >/dev/null; do
    kill -0 "$!" 2>/dev/null || { cat "$dir/$name.err" >&2; exit 1; }
    sleep 0.1
  done
}

load() { # NAME PATH -> requests a second
  wrk -t1 -c32 -d"${seconds}s" "http://127.0.0.1:$(port "$1")/$2" |
    awk '/Requests\/sec/ {print $2}'
}

median() { sort -n | awk '{v[NR] = $1} END {print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

start jfr "-XX:StartFlightRecording:filename=$dir/jfr.jfr,settings=$here/baseline.jfc"
start default "-javaagent:$agent=file=$dir/default.jfr"
start all "-javaagent:$agent=file=$dir/all.jfr,stacks=all"

"$java" -version 2>&1 | head -1
echo "$(nproc) processors, $rounds rounds of $seconds s, 32 connections"
printf '%-8s %-8s %12s %12s %8s\n' path options 'JFR req/s' 'agent req/s' ratio
for path in plain awaits; do
  for name in jfr default all; do load $name $path >/dev/null; done # warm-up
  for name in default all; do
    for ((i = 0; i < rounds; i++)); do
      a=$(load jfr $path)
      b=$(load $name $path)
      echo "$a $b"
    done >"$dir/pairs"
    printf '%-8s %-8s %12.0f %12.0f %8.3f\n' $path $name \
      "$(awk '{print $1}' "$dir/pairs" | median)" "$(awk '{print $2}' "$dir/pairs" | median)" \
      "$(awk '{print $2 / $1}' "$dir/pairs" | median)"
  done
done
