import { formatted } from '/model/formatted.js';
import { ownMarked, unfinishedMention } from '/model/mentions.js';

const cases = await (await fetch(new URL('mentions.json', import.meta.url))).json();

const shown = parts => parts.flatMap(({ kind, text, parts }) => kind === 'mention' ? [text] : shown(parts));
const words = parts => parts.map(({ text = '', parts }) => text + words(parts)).join('');

describe('a text with mentions', () => {
  // The server's test reads the same cases: what it finds in a text is what is shown here.
  for (const { why, text, mentions, shown: expected } of cases) {
    it(`shows them: ${why}`, () => {
      expect(shown(formatted(text, mentions))).toEqual(expected);
      expect(words(formatted(text, mentions))).toBe(words(formatted(text)));
    });
  }

  it('shows none that the server has not found', () => {
    expect(shown(formatted('@ada', []))).toEqual([]);
    expect(shown(formatted('@ada', [{ name: '' }]))).toEqual([]);
  });

  it('shows a person under a former name', () => {
    const [part] = formatted('@ada', [{ name: 'countess', text: 'ada' }]);
    expect(part.text).toBe('@ada');
    expect(part.mention?.name).toBe('countess');
  });

  it('has limited work with many signs and names', () => {
    const mentions = Array.from({ length: 50 }, (_, i) => ({ name: `p${i}` }));
    for (const part of ['@', '@p', '@ ', '@p1 ', '@.', '@p49.', '@\u202e']) {
      const text = part.repeat(20_000 / part.length);
      expect(words(formatted(text, mentions))).toBe(text.trim() === text ? text : words(formatted(text)));
    }
  });
});

describe('the mentions of a message', () => {
  it('mean the user by name, and by @here from others', () => {
    const mentions = [{ name: 'ada' }, { name: 'grace' }, { here: true }];
    expect(ownMarked(mentions, 'grace', 'ada').map(({ me }) => me)).toEqual([true, false, true]);
    expect(ownMarked(mentions, 'ada', 'ada').map(({ me }) => me)).toEqual([true, false, false]);
  });
});

describe('a mention that is being written', () => {
  it('begins with a sign at the start of a word', () => {
    expect(unfinishedMention('tea, @')).toBe('@');
    expect(unfinishedMention('@ad')).toBe('@ad');
    expect(unfinishedMention('你好@小')).toBe('@小');
    expect(unfinishedMention('@ada love')).toBe('@ada love');
    expect(unfinishedMention('(@ada.l')).toBe('@ada.l');
  });

  it('is none elsewhere', () => {
    for (const text of ['', 'ada', 'me@ad', 'a/@ad', '@ada, t', '@ada!', '@\n', '@ada  l', `@${'a'.repeat(33)}`]) {
      expect(unfinishedMention(text)).withContext(text).toBe('');
    }
  });
});
