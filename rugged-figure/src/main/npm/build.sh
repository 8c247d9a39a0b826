#!/bin/sh
# build.sh TARGET: installs the packages and builds into TARGET/npm/out, unless that is newer than every source here.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work="$1/npm"
if [ -f "$work/built" ] && [ -z "$(find "$here" -type f -newer "$work/built")" ]; then
    exit 0
fi
command -v npm >/dev/null 2>&1 || {
    echo "rugged-figure: the drawing scripts are built by npm (Node 20.19 or newer), which is not on the path" >&2
    exit 1
}
mkdir -p "$work"
if ! cmp -s "$here/package-lock.json" "$work/package-lock.json" || [ ! -d "$work/node_modules" ]; then
    cp "$here/package.json" "$here/package-lock.json" "$work/"
    (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || {
        rm -f "$work/package-lock.json"
        exit 1
    }
fi
cp "$here"/*.js "$here"/*.mjs "$work/"
(cd "$work" && node build.mjs out)
touch "$work/built"
