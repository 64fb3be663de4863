#!/bin/sh
# Adds the password to the configuration: as an argument it would stand in the list of processes.
set -eu
umask 077

cat /etc/redis/redis.conf >/tmp/redis.conf
printf 'requirepass %s\n' "$(cat /run/secrets/redis/password)" >>/tmp/redis.conf
exec redis-server /tmp/redis.conf
