#!/usr/bin/env bash
# markdown-it leaves out the text of blocks that are nested deeper than its option maxNesting: the tokens and the HTML
# have neither the text nor its marks, and nothing tells the caller. It is on purpose: a comment in its source says so, but the
# documentation of the option does not. Of inline markup beyond the limit, the text stays. A program that must show all of a text has
# to end the nesting itself before the limit, for example by a block rule.
# Seen with markdown-it 14.1.0 and 15.0.3. Needs Node.js with npm.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > try.mjs <<'JS'
import MarkdownIt from 'markdown-it';
import { readFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('node_modules/markdown-it/package.json', 'utf8'));
for (const depth of [19, 20]) {
  const html = new MarkdownIt('default', { maxNesting: 20 }).render(`first\n\n${'> '.repeat(depth)}second\n\nthird\n`);
  console.log(version, `quotes ${depth}:`, ['first', 'second', 'third'].filter(word => html.includes(word)).join(' '));
}
const brackets = new MarkdownIt('default', { maxNesting: 20 }).render(`${'['.repeat(40)}second${']'.repeat(40)}`);
console.log(version, 'brackets 40:', brackets.includes('second') ? 'second' : '');
JS

for version in 14.1.0 15.0.3; do
  npm init -y > /dev/null
  npm install --silent --no-audit --no-fund "markdown-it@$version" > /dev/null
  node try.mjs
done | tee seen.txt
cat > expected.txt <<'TEXT'
14.1.0 quotes 19: first second third
14.1.0 quotes 20: first third
14.1.0 brackets 40: second
15.0.3 quotes 19: first second third
15.0.3 quotes 20: first third
15.0.3 brackets 40: second
TEXT
diff expected.txt seen.txt && echo "As it was seen: markdown-it 14.1.0 and 15.0.3, node $(node --version)"
