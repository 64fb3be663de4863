#!/bin/sh
# Starts the Sentinel. What it learns is kept on the volume, so that even a restart of all pods finds the last master.
set -eu
umask 077
. /etc/redis/master.sh

password=$(cat /run/secrets/redis/password)
if [ ! -f "$state" ]; then
  until getent hosts redis-ha-0.redis-ha >/dev/null; do sleep 1; done
  cat >"$state" <<CONF
port 26379
dir /tmp
sentinel resolve-hostnames yes
sentinel announce-hostnames yes
sentinel announce-ip $HOSTNAME.redis-ha
sentinel monitor cloudshop $(master) 6379 2
sentinel down-after-milliseconds cloudshop 5000
sentinel failover-timeout cloudshop 30000
sentinel parallel-syncs cloudshop 1
CONF
fi

# Written anew at each start, so that a changed password takes effect.
sed -i -e '/^requirepass /d' -e '/^user default /d' -e '/^sentinel sentinel-pass /d' -e '/^sentinel auth-pass /d' "$state"
cat >>"$state" <<CONF
requirepass $password
sentinel sentinel-pass $password
sentinel auth-pass cloudshop $password
CONF
exec redis-sentinel "$state"
