#!/usr/bin/env bash
# What the agent costs a loaded server: user CPU time per request, as ratios against JFR's default
# recording. Three servers that differ only in what records them are loaded at the same time, so that other
# load on the machine affects all of them equally; each round gives a ratio, and their median is printed with
# the minimum and maximum. System time is left out: it scatters with how threads happen to be scheduled.
# Below each server: how many of its awaits the default recording has with their stack.
#
# usage: agent/benchmarks/cpu.sh [ROUNDS [SECONDS [WARM-UP SECONDS]]]    needs wrk, and a JDK 21+ as JAVA or java
# VARIANTS="ring armed" compares others, with the first; see with_each. PATHS="plain awaits" loads only these.
# VARIANTS="default top" has trama top look at the second all the time, in tmux.
# build first: mvn -Pbench -DskipTests -pl agent/benchmarks,sample-apps/spring,sample-apps/orders -am package
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java=${JAVA:-java}
rounds=${1:-6}
seconds=${2:-5}
warmup=${3:-22}
jar=$here/target/benchmarks.jar
orders=$here/../../sample-apps/orders/target/trama-orders.jar
spring=$here/../../sample-apps/spring/target/trama-spring.jar
agent=$here/../installer/target/trama-agent.jar
dir=$(mktemp -d)
command -v wrk >/dev/null || { echo "cpu.sh needs wrk on the PATH" >&2; exit 2; }
for needed in "$jar" "$orders" "$spring" "$agent"; do
  [ -f "$needed" ] || { echo "cpu.sh: $needed is missing; build first, see its head" >&2; exit 2; }
done

declare -A pid=()
stop() {
  for name in "${!pid[@]}"; do kill "${pid[$name]}" 2>/dev/null || true; done
  for name in "${!pid[@]}"; do wait "${pid[$name]}" 2>/dev/null || true; done
  pid=()
  rm -f "$dir"/*.in
}
tmux=(tmux -L "trama-cpu-$$" -f /dev/null)
trap 'stop; "${tmux[@]}" kill-server 2>/dev/null; rm -rf "$dir"' EXIT

# A server prints its port; Spring and JFR print other things beside it.
port() { sed -nE 's/^(listening on )?([0-9]+)$/\2/p' "$dir/$1.out" 2>/dev/null || true; }

launch() { # NAME JVM-OPTION... PROGRAM...
  local name=$1
  shift
  mkfifo "$dir/$name.in"
  : >"$dir/$name.out" # else the port of the server before would be read
  "$java" "$@" <"$dir/$name.in" >"$dir/$name.out" 2>"$dir/$name.err" &
  pid[$name]=$!
  sleep infinity >"$dir/$name.in" &
  pid[$name-in]=$!
}

start() { # NAME JVM-OPTION... PROGRAM...
  launch "$@"
  until [ -n "$(port "$1")" ]; do
    kill -0 "${pid[$1]}" 2>/dev/null || { cat "$dir/$1.err" >&2; exit 1; }
    sleep 0.1
  done
}

ticks() { awk '{print $14}' "/proc/${pid[$1]}/stat"; } # of user time

load() { # NAME PATH SECONDS -> microseconds of user time a request
  local before requests
  before=$(ticks "$1")
  requests=$(wrk -t1 -c16 -d"$3s" "http://127.0.0.1:$(port "$1")/$2" | awk '/requests in/ {print $1}')
  awk -v t=$(($(ticks "$1") - before)) -v n="$requests" -v hz="$(getconf CLK_TCK)" \
    'BEGIN {printf "%.3f\n", t / hz * 1e6 / n}'
}

load_all() { # PATH SECONDS -> a line: microseconds of user time a request for each name, at the same time
  local loads=() name
  for name in "${names[@]}"; do
    load "$name" "$1" "$2" >"$dir/$name.load" &
    loads+=($!)
  done
  wait "${loads[@]}"
  (cd "$dir" && paste -d' ' "${names[@]/%/.load}")
}

median() { sort -n | awk '{v[NR] = $1} END {print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2}'; }

read -ra names <<<"${VARIANTS:-jfr default none}"
paths=" ${PATHS:-plain awaits stock/product-7 reviews/product-7 orders} "
wanted() { [[ $paths == *" $1 "* ]]; }
wanted_name() { [[ " ${names[*]} " == *" $1 "* ]]; }

measure() { # PATH
  wanted "$1" || return 0
  load_all "$1" "$warmup" >/dev/null
  for ((i = 0; i < rounds; i++)); do load_all "$1" "$seconds"; done | tell "$1"
}

# Reads a line for each round: microseconds of user time a request for each name.
tell() { # LABEL
  local results=$dir/rounds column=0 name
  cat >"$results"
  for name in "${names[@]}"; do
    column=$((column + 1))
    awk -v c=$column '{print $c / $1}' "$results" | sort -n >"$dir/ratios"
    awk -v label="$1" -v name="$name" -v us="$(awk -v c=$column '{print $c}' "$results" | median)" \
      -v ratio="$(median <"$dir/ratios")" -v least="$(head -n 1 "$dir/ratios")" \
      -v most="$(tail -n 1 "$dir/ratios")" \
      'BEGIN {printf "%-18s %-8s %14.2f %8.3f   %.2f to %.2f\n", label, name, us, ratio, least, most}'
  done
}

# The counters of the default recording, whose last event has the greatest.
tell_stacks() {
  [ -f "$dir/default.jfr" ] || return 0
  "$(dirname "$java_path")/jfr" print --events trama.Completeness "$dir/default.jfr" |
    awk '/ (awaitsCommitted|withoutStack|stackMismatches) =/ && $3 + 0 >= last[$1] {last[$1] = $3 + 0}
      END {n = last["awaitsCommitted"]
        printf "%-18s %d awaits, %.3f%% with their stack, %d stacks found wrong\n", "", n,
          n ? 100 * (1 - last["withoutStack"] / n) : 0, last["stackMismatches"]}'
}

look() { # NAME
  TRAMA_JAVA=$java_path "${tmux[@]}" new-session -d -x 160 -y 50 \
    "exec $here/../../analyzer/bin/trama top ${pid[$1]}"
  until "${tmux[@]}" capture-pane -p | grep -q awaits/s; do sleep 0.2; done
}

# What the view shows at the end, and what it took of a processor itself.
tell_look() {
  wanted_name top || return 0
  "${tmux[@]}" capture-pane -p | awk 'NR == 2 || NR == 3 {printf "%-18s trama top: %s\n", "", $0}'
  ps -o %cpu= -p "$("${tmux[@]}" display-message -p '#{pane_pid}')" |
    awk '{printf "%-18s trama top itself took %s%% of a processor\n", "", $1}'
  "${tmux[@]}" kill-server
}

with_each() { # start|launch PROGRAM...
  local how=$1 name
  shift
  for name in "${names[@]}"; do
    case $name in
      jfr) "$how" jfr "-XX:StartFlightRecording:filename=$dir/jfr.jfr" "$@" ;;
      default) "$how" default "-javaagent:$agent=file=$dir/default.jfr" "$@" ;;
      none) "$how" none "-javaagent:$agent=file=$dir/none.jfr,stacks=none" "$@" ;;
      ring) "$how" ring "-javaagent:$agent=file=$dir/ring.jfr,maxage=5m" "$@" ;;
      armed) "$how" armed "-javaagent:$agent=file=$dir/armed.jfr,maxage=5m,$conditions" "$@" ;;
      top)
        "$how" top "-javaagent:$agent=file=$dir/top.jfr" "$@"
        look top
        ;;
      *) echo "cpu.sh: there is no variant $name" >&2; exit 2 ;;
    esac
  done
}

# One of each sort, and none that ever holds.
conditions='dumpon=ready.p99>1m/30s,dumpon=awaiting>900000/5s,dumpon=awaiting(semaphore)>900000'
conditions+=',dumpon=stuck>10m,dumpon=pinned>1m,dumpon=finding=wait-cycle'

# The shop has its customers within, who say at the end how often they were served a second.
shop() {
  local total=$((warmup + rounds * seconds)) name line round=0 rates=
  declare -A before=()
  with_each launch "-Dorders.seconds=$total" -jar "$orders"
  for name in "${names[@]}"; do
    until grep -q '^fixed' "$dir/$name.out"; do sleep 0.1; done
  done
  sleep "$warmup"
  for name in "${names[@]}"; do before[$name]=$(ticks "$name"); done
  while [ $((round += 1)) -le "$rounds" ]; do
    sleep "$((round == rounds ? seconds - 1 : seconds))" # the last must be over before they close
    line=
    for name in "${names[@]}"; do
      line+="$(($(ticks "$name") - before[$name])) "
      before[$name]=$(ticks "$name")
    done
    echo "$line $((round == rounds ? seconds - 1 : seconds))"
  done >"$dir/shop"
  for name in "${names[@]}"; do
    wait "${pid[$name]}"
    rates+=" "$(awk '/requests\/s/ {for (i = 2; i <= NF; i++) if ($i == "requests/s") sum += $(i - 1)} END {print sum}' "$dir/$name.out")
  done
  awk -v rates="$rates" -v names=${#names[@]} -v hz="$(getconf CLK_TCK)" \
    '{split(rates, r); for (i = 1; i <= names; i++) printf "%.3f ", $i / hz * 1e6 / (r[i] * $NF); print ""}' \
    "$dir/shop" | tell orders
}

java_path=$(command -v "$java") && java_path=$(readlink -f "$java_path")
"$java" -version 2>&1 | head -1
echo "$(nproc) processors, $rounds rounds of $seconds s after $warmup s of warm-up, 16 connections to each of ${#names[@]}"
printf '%-18s %-8s %14s %8s   %s\n' path options 'us a request' ratio range
with_each start -cp "$jar" dev.trama.benchmarks.Server
measure plain
measure awaits
tell_look
stop
tell_stacks
if wanted stock/product-7 || wanted reviews/product-7; then
  with_each start -jar "$spring" --server.port=0
  measure stock/product-7
  measure reviews/product-7
  tell_look
  stop
  tell_stacks
fi
if wanted orders; then
  shop
  stop
  tell_stacks
fi
