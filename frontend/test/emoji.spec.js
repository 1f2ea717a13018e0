import { anyCode, EmojiSet, finishedCode, inTone, unfinishedCode } from '/model/emoji.js';
import { RecentEmoji } from '/model/recent-emoji.js';
import { Shelf } from '/model/shelf.js';

const few = new EmojiSet({
  groups: ['People', 'Activities'],
  emoji: [
    ['👍', 'thumbs up', 0, '+1 thumbsup', 'good like', '👍🏻 👍🏼 👍🏽 👍🏾 👍🏿'],
    ['👎', 'thumbs down', 0, '-1 thumbsdown', 'bad', '👎🏻 👎🏼 👎🏽 👎🏾 👎🏿'],
    ['🎉', 'party popper', 1, 'tada', 'celebrate'],
    ['🎈', 'balloon', 1, 'balloon', 'party'],
  ],
});
const chars = found => found.map(({ char }) => char);

describe('Emoji', () => {
  it('have the groups and the order of the data', () => {
    expect(few.groups.map((name, at) => [name, ...chars(few.of(at))])).toEqual([['People', '👍', '👎'], ['Activities', '🎉', '🎈']]);
  });

  it('are known by each of their codes, in any case', () => {
    expect(['+1', 'thumbsup', 'TADA'].map(code => few.byCode(code)?.char)).toEqual(['👍', '👍', '🎉']);
    expect(few.byCode('nothing')).toBeUndefined();
  });

  it('are known by their character, also with a skin tone', () => {
    expect(['👍', '👍🏿', '🎉'].map(char => few.get(char)?.name)).toEqual(['thumbs up', 'thumbs up', 'party popper']);
  });

  it('are found by a code first, then by words', () => {
    expect(chars(few.search('tada', 9))).toEqual(['🎉']);
    expect(chars(few.search('party', 9))).toEqual(['🎉', '🎈']);
    expect(chars(few.search('thumbs', 9))).toEqual(['👍', '👎']);
    expect(chars(few.search('thumbs do', 9))).toEqual(['👎']);
    expect(chars(few.search('humb', 1))).toEqual(['👍']);
    expect(few.search('nothing', 9)).toEqual([]);
    expect(few.search(' ', 9)).toEqual([]);
  });

  it('take a skin tone if they have it', () => {
    expect([inTone(few.byCode('+1'), 0), inTone(few.byCode('+1'), 5), inTone(few.byCode('tada'), 5), inTone(few.byCode('+1'), 9)])
      .toEqual(['👍', '👍🏿', '🎉', '👍']);
  });

  for (const [text, sent] of [
    [':tada: and :+1::tada:', '🎉 and 👍:tada:'], [':nothing: at 10:30:45', ':nothing: at 10:30:45'], ['`:tada:` :tada:', '`:tada:` 🎉'],
    ['``a ` :tada:`` :tada:', '``a ` :tada:`` 🎉'], ['```\n:tada:\n```\n:tada:', '```\n:tada:\n```\n🎉'], ['~~~\n:tada:', '~~~\n:tada:'],
    ['https://a.example/:tada:', 'https://a.example/:tada:'], ['', ''],
  ]) {
    it(`take the place of their codes in ${JSON.stringify(text)}`, () => {
      expect(few.inText(text)).toBe(sent);
      expect(Boolean(anyCode(text))).toBe(/🎉|nothing/u.test(sent));
    });
  }

  it('of the page are many, each with a name, a group and one meaning of each code', async () => {
    const data = await (await fetch('/emoji.json')).json();
    const all = new EmojiSet(data);
    expect(data.emoji.length).toBeGreaterThan(1900);
    expect(data.emoji.filter(([char, name, group]) => !char || !name || !data.groups[group])).toEqual([]);
    const codes = data.emoji.flatMap(([, , , names]) => names.split(' ').filter(Boolean));
    expect(new Set(codes).size).toBe(codes.length);
    expect(['tada', '+1', 'heart', 'smile'].map(code => all.byCode(code)?.char)).toEqual(['🎉', '👍', '❤️', '😄']);
  });
});

describe('A short code', () => {
  for (const [before, code] of [
    [':ta', 'ta'], ['hello :tad', 'tad'], ['(:+1', '+1'], ['🎉:ta', 'ta'], ['a\n:ta', 'ta'],
    [':t', ''], ['10:30', ''], ['a:b', ''], ['::ta', ''], [': ta', ''], ['https://a', ''], [':tada:', ''],
    ['`:ta', ''], ['`a` :ta', 'ta'], ['```\n:ta', ''], ['```\na\n```\n:ta', 'ta'],
  ]) {
    it(`being written in ${JSON.stringify(before)} is ${JSON.stringify(code)}`, () => {
      expect(unfinishedCode(before)).toBe(code);
    });
  }

  for (const [before, code] of [
    [':tada:', 'tada'], ['yes :+1:', '+1'], [':tada: ', ''], ['1:30:', ''], ['a:b:', ''], ['`:tada:', ''], ['~~~\n:tada:', ''],
  ]) {
    it(`finished in ${JSON.stringify(before)} is ${JSON.stringify(code)}`, () => {
      expect(finishedCode(before)).toBe(code);
    });
  }
});

describe('Recent emoji', () => {
  const items = new Map();
  const shelf = () => new Shelf({ getItem: key => items.get(key) ?? null, setItem: (key, value) => items.set(key, value) }, 'recent');

  beforeEach(() => items.clear());

  it('are the last ones, the newest first and each once', () => {
    const recent = new RecentEmoji(shelf());
    ['🎉', '👍', '🎉'].forEach(char => recent.add(char));
    expect(new RecentEmoji(shelf()).chars).toEqual(['🎉', '👍']);
  });

  it('are not kept for ever', () => {
    const recent = new RecentEmoji(shelf());
    Array.from({ length: 30 }, (_, i) => recent.add(`${i}`));
    expect(recent.chars.length).toBe(24);
    expect(recent.chars[0]).toBe('29');
  });

  it('survive whatever the storage holds', () => {
    for (const stored of ['{', '{}', '"x"', '[1,null,"🎉"]']) {
      items.set('recent', stored);
      expect(new RecentEmoji(shelf()).chars).toEqual(stored.includes('🎉') ? ['🎉'] : []);
    }
  });
});
