#!/bin/sh
# Whether the balancer knows a gateway that is ready. HAProxy's Alpine image has wget, its Debian image bash.
if command -v wget >/dev/null; then
  exec wget -q -O /dev/null http://127.0.0.1:8405/health
fi
exec bash -c 'exec 3<>/dev/tcp/127.0.0.1/8405 && printf "GET /health HTTP/1.0\r\n\r\n" >&3 && grep -q "^HTTP/1.. 200" <&3'
