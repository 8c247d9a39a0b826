#!/bin/sh
# tools.sh ROOT [PREFIX]: whether this machine has what builds the drawing scripts and the page, unless they are built already.
# Says in one line, after PREFIX, what is missing, and fails.
root=$1
prefix=${2-rugged: }
oldest=20.19

missing() {
  printf '%s%s\n' "$prefix" "the figures and the page are built by Node >= $oldest with its npm; $1. Install Node (nodejs.org) or put it on the PATH." >&2
  exit 1
}

# Whether nothing in folder $2 is newer than file $1.
built() {
  [ -f "$1" ] && [ -z "$(find "$2" -newer "$1" -print 2>/dev/null | head -n 1)" ]
}

page=$root/rugged-web/target/page
if built "$root/rugged-figure/target/npm/built" "$root/rugged-figure/src/main/npm" &&
  { built "$page/built-checked" "$root/rugged-web/src/main/page" || built "$page/built-unchecked" "$root/rugged-web/src/main/page"; }; then
  exit 0
fi

command -v node >/dev/null 2>&1 || missing "there is no node on the PATH"
version=$(node --version 2>/dev/null)
plain=${version#v}
major=${plain%%.*}
rest=${plain#*.}
minor=${rest%%.*}
case $major$minor in
  '' | *[!0-9]*) missing "node on the PATH does not say its version (it says '$version')" ;;
esac
if [ "$major" -lt "${oldest%%.*}" ] || { [ "$major" -eq "${oldest%%.*}" ] && [ "$minor" -lt "${oldest##*.}" ]; }; then
  missing "node on the PATH is $version"
fi
command -v npm >/dev/null 2>&1 || missing "there is no npm on the PATH"
