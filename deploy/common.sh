# What the commands of this folder share. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { if [ -t 1 ]; then printf '\033[1m%s\033[0m\n' "$*"; else printf '%s\n' "$*"; fi; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# Debian packages that the build and the tests need.
need_packages() {
  local missing=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  [ "$(id -u)" = 0 ] || fail "Missing Debian packages: ${missing[*]}. Install them: sudo apt-get install ${missing[*]}"
  say "Installing ${missing[*]}"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" >/dev/null
}

need_swift() {
  command -v swift >/dev/null || fail "No Swift toolchain found. Install Swift 6.2 or later (https://www.swift.org/install) and put it on PATH."
}

# A virtual environment with what the Python peer needs.
need_python() {
  need_packages python3-venv
  if [ ! -x "$root/.venv/bin/python" ]; then
    say "Making a Python environment in .venv"
    python3 -m venv "$root/.venv" || fail "python3 -m venv failed; is python3-venv installed?"
  fi
  "$root/.venv/bin/python" -c 'import zmq, jsonschema, prometheus_client' 2>/dev/null ||
    "$root/.venv/bin/pip" install -q --disable-pip-version-check 'pyzmq>=25,<28' 'jsonschema>=4.20,<5' 'prometheus-client>=0.20,<1'
}

programs=$root/.build/debug

# What the demo and the tests have in common: the system packages and one debug build.
build() {
  # Set by the test of the documents, which has built already and whose build is not to be waited for.
  [ -z "${DEPLOY_BUILT:-}" ] || return 0
  need_swift
  need_packages libzmq3-dev libsqlite3-dev
  say "Building (the first time takes some minutes)"
  swift build
}
