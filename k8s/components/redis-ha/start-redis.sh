#!/bin/sh
# Starts this server as the master or as its replica. Passwords go into a file: as arguments they would stand in the list
# of processes.
set -eu
umask 077
. /etc/redis/master.sh

self=$HOSTNAME.redis-ha
master=$(master)
{
  cat /etc/redis/redis.conf
  printf 'requirepass %s\n' "$(cat /run/secrets/redis/password)"
  printf 'masterauth %s\n' "$(cat /run/secrets/redis/password)"
  # Names, because a pod that comes back has another address.
  printf 'replica-announce-ip %s\n' "$self"
  # A master that is cut off from both replicas stops taking writes, which would be lost when they elect another.
  printf 'min-replicas-to-write 1\nmin-replicas-max-lag 10\n'
  [ "$master" = "$self" ] || printf 'replicaof %s 6379\n' "$master"
} >/tmp/redis.conf
exec redis-server /tmp/redis.conf
