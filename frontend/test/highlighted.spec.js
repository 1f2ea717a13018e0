import { highlighted } from '/model/highlighted.js';

const library = window.hljs;
const joined = spans => spans.map(({ text }) => text).join('');

describe('Highlighted code', () => {
  it('has scopes and loses nothing', () => {
    const code = 'const a = "<b>"; // why\n\tclass B {}';
    const spans = highlighted(library, code, 'js');
    expect(joined(spans)).toBe(code);
    expect(spans.filter(({ scope }) => scope).map(({ text, scope }) => [scope, text])).toEqual(
      [['keyword', 'const'], ['string', '"<b>"'], ['comment', '// why'], ['keyword', 'class'], ['title', 'B']]);
  });

  it('has the scopes of a language in another', () => {
    const code = '<style>a { color: red }</style><p>x</p>';
    const spans = highlighted(library, code, 'html');
    expect(joined(spans)).toBe(code);
    expect(spans.map(({ scope }) => scope)).toContain('attribute');
  });

  it('stays whole in an unknown language', () => {
    for (const language of ['nothing', '__proto__', 'constructor']) {
      expect(highlighted(library, 'a b', language)).toEqual([{ text: 'a b', scope: '' }]);
    }
  });

  it('stays whole if it is too long or takes too many spans', () => {
    const long = 'a'.repeat(20_001);
    const rich = '"a",'.repeat(4_500);
    expect(highlighted(library, long, 'js')).toEqual([{ text: long, scope: '' }]);
    expect(highlighted(library, rich, 'js')).toEqual([{ text: rich, scope: '' }]);
  });
});
