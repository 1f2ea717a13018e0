import { Hits, excerpt } from '/model/hits.js';

describe('A hit', () => {
  const shown = (text, marks) => excerpt(text, marks).map(part => part.marked ? `[${part.text}]` : part.text).join('');

  it('shows a short text with its marks', () => {
    expect(shown('The garden at noon', [[4, 10], [14, 18]])).toBe('The [garden] at [noon]');
    expect(shown('北京大学生', [[2, 4]])).toBe('北京[大学]生');
    expect(shown('plain', undefined)).toBe('plain');
  });

  it('shows a long text around its first mark', () => {
    const text = `${'word '.repeat(100)}needle ${'word '.repeat(100)}`;
    const short = shown(text, [[500, 506]]);
    expect(short).toContain('[needle]');
    expect(short.startsWith('…word')).toBeTrue();
    expect(short.endsWith('…')).toBeTrue();
    expect(short.length).toBeLessThan(290);
  });

  it('cuts no character in two', () => {
    const text = '😀'.repeat(400);
    expect(shown(text, [[600, 602]]).isWellFormed?.() ?? true).toBeTrue();
    expect(shown(text, []).isWellFormed?.() ?? true).toBeTrue();
  });

  it('leaves out marks beyond the end', () => {
    expect(shown('x'.repeat(400), [[0, 1], [390, 400]])).toBe(`[x]${'x'.repeat(279)}…`);
  });
});

describe('Hits', () => {
  const page = (count, text = 'x') => Array.from({ length: count }, (_, at) => ({ topic: 'films', seq: 100 - at, text }));

  it('go on after the last one until a page is not full', () => {
    const hits = new Hits();
    expect(hits.before).toBeUndefined();
    hits.add(page(20));
    expect([hits.before, hits.complete]).toEqual(['films-81', false]);
    hits.add(page(1));
    expect([hits.list.length, hits.complete]).toEqual([21, true]);
  });

  it('go on after a page that is short because its texts are long', () => {
    const hits = new Hits();
    hits.add(page(3, 'x'.repeat(20_000)));
    expect(hits.complete).toBeFalse();
    hits.add([]);
    expect(hits.complete).toBeTrue();
  });
});
