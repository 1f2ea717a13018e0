#!/usr/bin/env bash
# The Chinese names of groups in the data package emojibase-data mix two scripts: in `zh`, which is Simplified Chinese and
# has a sibling `zh-hant`, the groups "food & drink" and "travel & places" are in Traditional characters, of which 飲, 遊
# and 點 are not used in Simplified text. "symbols" is "人的符号", that is, symbols of people. The names of the emoji themselves
# are in Simplified characters. A picker that shows the groups of this file looks misspelt to its readers.
# Seen with emojibase-data 17.0.0. Needs Node.js with npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm init -y > /dev/null
npm install --silent --no-audit --no-fund emojibase-data@17.0.0 > /dev/null
cat > try.cjs <<'JS'
const groups = tag => Object.fromEntries(require(`emojibase-data/${tag}/messages.json`).groups.map(({ key, message }) => [key, message]));
const simplified = groups('zh');
for (const key of ['food-drink', 'travel-places', 'symbols']) {
  console.log(key, simplified[key], [...simplified[key]].filter(char => '飲遊點'.includes(char)).join(' ') || '-');
}
const labels = require('emojibase-data/zh/data.json').map(({ label }) => label);
console.log('labels with these characters', labels.filter(label => /[飲遊點]/.test(label)).length, 'of', labels.length > 1900 ? 'more than 1900' : labels.length);
JS
node try.cjs | tee seen.txt
cat > expected.txt <<'TEXT'
food-drink 食物飲料 飲
travel-places 旅遊地點 遊 點
symbols 人的符号 -
labels with these characters 0 of more than 1900
TEXT
diff expected.txt seen.txt && echo "As it was seen: emojibase-data 17.0.0, node $(node --version)"
