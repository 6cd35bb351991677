#!/usr/bin/env bash
#
# How long the analyzer takes, beside what it is compared with. In parts, since each takes minutes:
#
#   ratios.sh record     makes the recordings, once
#   ratios.sh small      summary, trace, points and report of 100,000 awaits, in seconds
#   ratios.sh large      one thread of the JDK's EventStream that only counts the events, in seconds;
#                        then summary, points, coroutines and check, as so many times that
#   ratios.sh shapes     summary of recordings with long chains, one hot lock, one hot queue, tasks of
#                        one await and many names: seconds for N, and how many times that for 2 N
#
#   RATIOS_DIR   where the recordings are kept (default: analyzer/target/ratios)
#   TRAMA        the launcher to measure (default: analyzer/bin/trama), to compare two builds
#   AWAITS       of the large recording (default 1,000,000); its heap is 512 MB
#   SHAPE_N      of the shapes (default 250,000)
#   ROUNDS       of which the median counts (default 3)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
trama=${TRAMA:-$here/../bin/trama}
agent=$here/../../agent/installer/target/trama-agent.jar
dir=${RATIOS_DIR:-$here/../target/ratios}
java=${JAVA:-java}
shapes='chain lock queue tasks names'
n=${SHAPE_N:-250000}
rounds=${ROUNDS:-3}
mkdir -p "$dir"

record() {
  local file=$dir/$1.jfr
  shift
  [ -f "$file" ] || "$java" "-javaagent:$agent=file=$file" "$@" >/dev/null
}

# The median of the elapsed seconds of a command. A check that finds something exits with 1.
seconds() {
  local TIMEFORMAT=%R
  for _ in $(seq "$rounds"); do
    { time "$@" >"$dir/out" 2>"$dir/err" || [ $? -eq 1 ]; } 2>&1
  done | sort -n | sed -n "$(((rounds + 1) / 2))p"
}

case ${1:-} in
  record)
    [ -f "$agent" ] || { echo "build first: mvn -q -DskipTests package" >&2; exit 2; }
    record small "$here/Storm.java" 100000
    record large "$here/Storm.java" "${AWAITS:-1000000}"
    for shape in $shapes; do
      record "$shape-1" "$here/Shapes.java" "$shape" "$n"
      record "$shape-2" "$here/Shapes.java" "$shape" "$((2 * n))"
    done
    ls -l "$dir"/*.jfr
    ;;
  small)
    for command in summary trace points; do
      printf '%-12s %6.2f s\n' "$command" "$(seconds "$trama" "$command" "$dir/small.jfr")"
    done
    printf '%-12s %6.2f s\n' report \
      "$(seconds "$trama" report "$dir/small.jfr" -o "$dir/small.html")"
    ;;
  large)
    count=$(seconds "$java" "$here/CountEvents.java" "$dir/large.jfr")
    printf '%-12s %6.2f s\n' EventStream "$count"
    for command in summary points coroutines check; do
      took=$(TRAMA_JAVA_OPTS=-Xmx512m seconds "$trama" "$command" "$dir/large.jfr" --json)
      awk -v c="$command" -v t="$took" -v e="$count" \
        'BEGIN {printf "%-12s %6.2f s  %4.2f times\n", c, t, t / e}'
    done
    ;;
  shapes)
    for shape in $shapes; do
      one=$(seconds "$trama" summary "$dir/$shape-1.jfr")
      two=$(seconds "$trama" summary "$dir/$shape-2.jfr")
      awk -v s="$shape" -v a="$one" -v b="$two" \
        'BEGIN {printf "%-12s %6.2f s  twice as much: %4.2f times\n", s, a, b / a}'
    done
    ;;
  *)
    echo "one of: record, small, large, shapes" >&2
    exit 2
    ;;
esac
