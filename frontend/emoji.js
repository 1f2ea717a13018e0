/**
 * Makes src/emoji.json, the emoji that the page offers, and src/emoji.LANGUAGE.json with their names in another language,
 * from the data package `emojibase-data`. `npm run emoji` writes the files; with `--check` it fails if one is not the file
 * that it would write.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { argv } from 'node:process';
import { fileURLToPath, URL } from 'node:url';

/** The languages of the message files that the package has, besides English. */
const LANGUAGES = ['zh'];

/** Skin tones and hair, which are parts of emoji. */
const COMPONENTS = 2;

const data = await read('en/data.json');
const { groups } = await read('en/messages.json');
/** The codes that most people know from elsewhere come first. */
const codes = await Promise.all(['github', 'iamcal', 'emojibase'].map(source => read(`en/shortcodes/${source}.json`)));

const shown = data.filter(({ group }) => group !== undefined && group !== COMPONENTS).sort((a, b) => a.order - b.order);
const order = groups.filter(({ order }) => order !== COMPONENTS).sort((a, b) => a.order - b.order);
const taken = new Set();
const emoji = shown.map(row);

await make('emoji.json', emoji);
for (const language of LANGUAGES) {
  const named = new Map((await read(`${language}/data.json`)).map(({ hexcode, label, tags = [] }) => [hexcode, { label, tags }]));
  await make(`emoji.${language}.json`, emoji.map((entry, i) => translated(entry, named.get(shown[i].hexcode))));
}

async function make(file, entries) {
  const made = fileURLToPath(new URL(`src/${file}`, import.meta.url));
  const content = `{"notice":${JSON.stringify(await notice())},\n"groups":${JSON.stringify(order.map(({ message }) => capitalised(message)))},"emoji":[\n${
    entries.map(entry => JSON.stringify(entry)).join(',\n')}\n]}\n`;
  if (!argv.includes('--check')) {
    await writeFile(made, content);
  } else if (await readFile(made, 'utf8') !== content) {
    throw new Error(`src/${file} is not what emojibase-data has: run "npm run emoji".`);
  }
}

async function notice() {
  const { name, version } = JSON.parse(await text('package.json'));
  const copyright = (await text('LICENSE')).match(/Copyright.*/)[0];
  return `From ${name} ${version}. ${copyright}. MIT License: https://opensource.org/license/mit`;
}

/** The character, its name, its group, its short codes, words to find it by, and its five skin tones if it has them. */
function row({ emoji, label, group, hexcode, tags = [], skins = [] }) {
  const tones = skins.filter(({ tone }) => typeof tone === 'number').sort((a, b) => a.tone - b.tone);
  const at = order.findIndex(known => known.order === group);
  const known = codes.flatMap(source => source[hexcode] ?? []).filter(code => !taken.has(code) && taken.add(code));
  return [qualified(emoji), label, at, known.join(' '), tags.join(' '), ...tones.length ? [tones.map(tone => qualified(tone.emoji)).join(' ')] : []];
}

/** With the name and words of another language. It can still be found by its English name. */
function translated([char, name, group, codes, tags, ...tones], known) {
  return known ? [char, known.label, group, codes, [...known.tags, name].join(' '), ...tones] : [char, name, group, codes, tags, ...tones];
}

/** The package asks for the colourful form even where it is the usual one. Only "fully-qualified" sequences are emoji for everybody. */
function qualified(text) {
  return [...text.replaceAll('\uFE0F', '')].map((char, i, all) => needsSelector(char, all[i + 1]) ? `${char}\uFE0F` : char).join('');
}

function needsSelector(char, next = '') {
  return /^\p{Emoji}$/u.test(char) && !/^\p{Emoji_Presentation}$/u.test(char) && !/^\p{Emoji_Modifier}$/u.test(next);
}

function capitalised(message) {
  return message[0].toUpperCase() + message.slice(1);
}

async function read(path) {
  return JSON.parse(await text(path));
}

function text(path) {
  return readFile(fileURLToPath(import.meta.resolve(`emojibase-data/${path}`)), 'utf8');
}
