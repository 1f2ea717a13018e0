#!/usr/bin/env bash
# The data package emojibase-data gives emoji as "emoji" that Unicode does not list: 152 of its 1,914 have U+FE0F (the
# variation selector for the colourful form) behind a character that is colourful by itself, such as U+270B U+FE0F for
# "raised hand". Unicode's emoji-test.txt has U+270B alone, as fully-qualified. A check by the property RGI_Emoji, in
# JavaScript or ICU, refuses these, and texts with the two forms do not compare equal. The package
# unicode-emoji-json has the listed forms.
# Seen with emojibase-data 17.0.0 and unicode-emoji-json 0.9.0. Needs Node.js with npm and Unicode 17 (20.20 or newer).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y > /dev/null
npm install --silent --no-audit --no-fund emojibase-data@17.0.0 unicode-emoji-json@0.9.0 > /dev/null
cat > try.cjs <<'JS'
const COMPONENTS = 2;
const listed = /^\p{RGI_Emoji}$/v;
const hex = text => [...text].map(char => char.codePointAt(0).toString(16).toUpperCase()).join(' ');
const all = require('emojibase-data/en/data.json').filter(({ group }) => group !== undefined && group !== COMPONENTS);
const unlisted = all.filter(({ emoji }) => !listed.test(emoji));
console.log('emojibase-data', all.length, 'unlisted', unlisted.length);
console.log('raised hand', hex(all.find(({ label }) => label === 'raised hand').emoji));
console.log('unlisted without U+FE0F', unlisted.filter(({ emoji }) => !listed.test(emoji.replaceAll('\uFE0F', ''))).length);
const sibling = Object.keys(require('unicode-emoji-json'));
console.log('unicode-emoji-json', sibling.length, 'unlisted', sibling.filter(emoji => !listed.test(emoji)).length);
JS
node try.cjs | tee seen.txt
cat > expected.txt <<'TEXT'
emojibase-data 1914 unlisted 152
raised hand 270B FE0F
unlisted without U+FE0F 0
unicode-emoji-json 1914 unlisted 0
TEXT
diff expected.txt seen.txt && echo "As it was seen: emojibase-data 17.0.0, unicode-emoji-json 0.9.0, node $(node --version)"
