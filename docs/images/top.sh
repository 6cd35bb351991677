#!/usr/bin/env bash
# Makes the pictures of trama top in docs/live.md anew: real screens, of the sample services under load.
# Needs tmux and a JDK 22 or later. Build first: mvn -DskipTests package
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$here/../..
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
export LC_ALL=C.UTF-8
dir=$(mktemp -d)
tmux=(tmux -u -L "trama-top-$$" -f /dev/null)
service=
trap 'kill $service 2>/dev/null; "${tmux[@]}" kill-server 2>/dev/null; rm -rf "$dir"' EXIT

until_shown() { until "${tmux[@]}" capture-pane -p | grep -qE "$1"; do sleep 0.2; done; }
keys() { for key in "$@"; do "${tmux[@]}" send-keys "$key"; sleep 0.5; done; }

look() { # WIDTH HEIGHT
  "${tmux[@]}" new-session -d -x "$1" -y "$2" "$root/analyzer/bin/trama top $service"
  until_shown '[1-9][0-9]* awaits/s'
}

picture() { # NAME WIDTH HEIGHT
  sleep 2
  "${tmux[@]}" capture-pane -p -e | "$java" "$here/ScreenSvg.java" "$2" "$3" >"$here/$1.svg"
  echo "$1"
}

"$java" -Dorders.seconds=60 -jar "$root/sample-apps/orders/target/trama-orders.jar" >"$dir/orders" &
service=$!
until grep -qs fixed "$dir/orders"; do sleep 0.2; done
look 80 24
keys 2
picture top-points 80 24
keys q
kill $service
wait $service || true

"$java" -jar "$root/sample-apps/spring/target/trama-spring.jar" --server.port=0 --visitors.seconds=60 >"$dir/spring" &
service=$!
until grep -qs "listening on" "$dir/spring"; do sleep 0.2; done
sleep 10
look 160 50
picture top-wide 160 50
keys q
