#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Asks the real wg about every *.conf in $1, on a wireguard-go device in namespaces of its own that end with this
# script. Writes NAME.rc and, where wg accepts, NAME.shown (what the device then holds). The host is not touched.
set -eu
cd "$1"
mount -t tmpfs none /run
mount --bind hosts /etc/hosts
mkdir -p /var/run/wireguard
ip link set lo up
LOG_LEVEL=silent wireguard-go -f wgjudge >/dev/null 2>&1 &
tries=0
until wg show wgjudge >/dev/null 2>&1; do
  tries=$((tries + 1))
  [ "$tries" -lt 100 ] || { echo "wireguard-go did not start" >&2; exit 3; }
  sleep 0.05
done
export WG_ENDPOINT_RESOLUTION_RETRIES=0
for conf in *.conf; do
  name=${conf%.conf}
  if timeout 5 wg setconf wgjudge "$conf" 2>"$name.err"; then
    echo 0 >"$name.rc"
    wg showconf wgjudge >"$name.shown"
  else
    echo 1 >"$name.rc"
  fi
done
