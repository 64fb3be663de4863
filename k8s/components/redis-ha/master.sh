# Read by start-redis.sh and start-sentinel.sh: prints the host name of the master as far as anybody knows it. Asks the
# other Sentinels first, then this pod's own memory of them, and falls back to the first server of a new installation.

sentinels="redis-ha-0.redis-ha redis-ha-1.redis-ha redis-ha-2.redis-ha"
state=/data/sentinel.conf

known_to() {
  timeout 2 redis-cli -h "$1" -p 26379 --raw sentinel get-master-addr-by-name cloudshop 2>/dev/null | head -n 1
}

remembered() {
  [ ! -f "$state" ] || sed -n 's/^sentinel monitor cloudshop \([^ ]*\) .*/\1/p' "$state"
}

master() {
  for sentinel in $sentinels; do
    found=$(known_to "$sentinel")
    case $found in redis-ha-*) echo "$found" && return ;; esac
  done
  found=$(remembered)
  echo "${found:-redis-ha-0.redis-ha}"
}
