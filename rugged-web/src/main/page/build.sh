#!/bin/sh
# build.sh TARGET [checked|unchecked]: installs the packages, checks types, runs the tests of the page and builds it into
# TARGET/page/dist, unless that is newer than every source.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work="$1/page"
checks="${2:-checked}"
built="$work/built-$checks"
if [ -f "$built" ] && [ -z "$(find "$here" -newer "$built" -print -quit)" ]; then
    exit 0
fi
command -v npm >/dev/null 2>&1 || {
    echo "rugged-web: the page is built by npm (Node 20.19 or newer), which is not on the path" >&2
    exit 1
}
mkdir -p "$work"
# what is changed from now on is not in this build
touch "$work/begun"
if ! cmp -s "$here/package-lock.json" "$work/package-lock.json" || [ ! -d "$work/node_modules" ]; then
    cp "$here/package.json" "$here/package-lock.json" "$work/"
    (cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || {
        rm -f "$work/package-lock.json"
        exit 1
    }
fi
rm -rf "$work/src" "$work/public" "$work/scripts" "$work/tests"
cp -R "$here"/src "$here"/public "$here"/scripts "$here"/index.html "$here"/*.ts "$here"/*.json "$work/"
# the grammar of labels, the drawing script and the face of the figures are those of the terminal and the report
figure="$here/../../../../rugged-figure"
cp "$figure/src/main/npm/markup.js" "$work/src/parts/"
cp "$figure/target/npm/page/figure.js" "$work/src/figure/drawing.js"
cp "$figure/target/npm/page/figure-licences.txt" "$work/public/"
cp "$figure"/target/npm/out/stix-two-text-*.woff "$work/src/figure/"
cp "$figure/target/npm/out/stix-two-text-licence.txt" "$work/public/"
[ ! -d "$here/tests" ] || cp -R "$here/tests" "$work/"
cd "$work"
node scripts/types.mjs --check
if [ "$checks" = checked ]; then
    npm run --silent check
    npm run --silent test
fi
npm run --silent build
node scripts/budget.mjs dist
rm -f "$work"/built-*
touch -r "$work/begun" "$work/built-unchecked" "$work/built-$checks"
