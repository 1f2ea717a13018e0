import { formatted, unmarked } from '/model/formatted.js';

/** A short form of parts: a text as itself, others as their kind with what is inside. */
function brief(parts) {
  return parts.map(({ kind, text, href, language, start, parts: inside }) => {
    const inner = text ?? brief(inside);
    return kind === 'text' ? inner : `${kind}${[href, language, start].filter(Boolean).map(extra => `:${extra}`).join('')}(${inner})`;
  }).join('');
}

const words = parts => parts.map(({ text = '', parts: inside }) => text + words(inside)).join('');
const depth = parts => Math.max(0, ...parts.map(({ parts: inside }) => 1 + depth(inside)));
const size = parts => parts.reduce((sum, { parts: inside }) => sum + 1 + size(inside), 0);
const kinds = parts => parts.flatMap(({ kind, parts: inside }) => [kind, ...kinds(inside)]);

describe('A formatted text', () => {
  for (const [text, shown] of [
    ['**bold** and *it* and __b__ _i_ ~~gone~~', 'paragraph(strong(bold) and emphasis(it) and strong(b) emphasis(i) strike(gone))'],
    ['`a  *b*`', 'paragraph(code(a  *b*))'],
    ['***both***', 'paragraph(emphasis(strong(both)))'],
    ['snake_case_name', 'snake_case_name'],
    ['a\\*b', 'paragraph(a*b)'],
    ['```js\nlet a;\n\tb\n\n  c\n```', 'block:js(let a;\n\tb\n\n  c)'],
    ['```JavaScript title="x"\na\n```', 'block:javascript(a)'],
    ['```"><b>\na\n```', 'block(a)'],
    ['~~~\na\n~~~', 'block(a)'],
    ['```\nnot closed', 'block(not closed)'],
    ['before\n```\na\n```\nafter', 'paragraph(before)block(a)paragraph(after)'],
    ['> a\n> b', 'quote(paragraph(a\nb))'],
    ['> quoted\nanswer', 'quote(paragraph(quoted))paragraph(answer)'],
    ['> > twice', 'quote(quote(paragraph(twice)))'],
    ['- a\n- b\n  - c\nafter', 'bullets(item(a)item(bbullets(item(c))))paragraph(after)'],
    ['3. a\n4. b', 'numbers:3(item(a)item(b))'],
    ['[words](https://a.example/b "title")', 'paragraph(link:https://a.example/b(words))'],
    ['[*w*](<https://a.example>)', 'paragraph(link:https://a.example/(emphasis(w)))'],
  ]) {
    it(`shows ${JSON.stringify(text)}`, () => {
      expect(brief(formatted(text))).toBe(shown);
    });
  }

  for (const text of [
    '', 'hello', 'two\nlines', '  indented\n\ttab\n\n\n    four\n  end', '# no heading', 'no heading\n===', '---', '| a | b |\n|---|---|',
    '<b>no markup</b> &amp; &#65;', '<!-- -->', 'a * b * c', '1.5 - 2', '5:30', ' - ', '-', '*', '1.', '> ', '```', '[a]: x', '[no](link', '<https', 'x\r\ny',
    '    four\n\n    spaces', '2 < 3 > 1',
  ]) {
    it(`leaves ${JSON.stringify(text)} as it is`, () => {
      const parts = formatted(text);
      expect(words(parts)).toBe(text);
      expect(kinds(parts).filter(kind => kind !== 'text')).toEqual([]);
    });
  }

  it('keeps the indentation of its lines beside markup', () => {
    expect(words(formatted('  a **b**\n    c\n\td'))).toBe('  a b\n    c\n\td');
  });

  it('has bare addresses as links, with nothing in them as markup', () => {
    const address = 'https://a.example/x_(y)_z*b*c~~d~~e';
    expect(brief(formatted(`see ${address} and *that*`)))
      .toBe(`paragraph(see link:${address}(${address}) and emphasis(that))`);
    expect(brief(formatted('**https://a.example/x**'))).toBe('paragraph(strong(link:https://a.example/x(https://a.example/x)))');
    expect(brief(formatted('> https://a.example/_b_c'))).toBe('quote(paragraph(link:https://a.example/_b_c(https://a.example/_b_c)))');
  });

  it('has no links in code', () => {
    expect(kinds(formatted('`https://a.example` and\n```\nhttps://b.example\n```'))).not.toContain('link');
  });

  for (const text of [
    '[a](javascript:alert(1))', '[a](JaVaScRiPt:alert(1))', '[a](data:text/html,<script>alert(1)</script>)', '[a](vbscript:x)',
    '[a](file:///etc/passwd)', '[a](/admin)', '[a](//a.example)', '[a](java\nscript:x)', '[a](&#106;avascript:x)', '[a]( javascript:x )',
    '[a](http:a)', '[a](https://)', '[a]()', '[a](<>)', '[a](\u0001javascript:x)', '[a](https:\\javascript:x)',
  ]) {
    it(`links ${JSON.stringify(text)} to nothing but the web`, () => {
      const hrefs = [...brief(formatted(text)).matchAll(/link:([^(]*)/g)].map(([, href]) => href);
      hrefs.forEach(href => expect(href).toMatch(/^https?:\/\//));
      expect(words(formatted(text)).startsWith(hrefs.length ? 'a' : '[a](')).toBe(true);
    });
  }

  it('shows the true address of a link whose words are another', () => {
    expect(words(formatted('[https://bank.example](https://evil.example)'))).toBe('https://bank.example (https://evil.example/)');
    expect(words(formatted('[https://bank.example](https://bank.example)'))).toBe('https://bank.example');
  });

  it('leaves an image as text, with its address', () => {
    expect(brief(formatted('![x](https://a.example/b.png)'))).toBe('![x](link:https://a.example/b.png(https://a.example/b.png))');
  });

  for (const [name, text] of Object.entries({
    'quotes in one line': '>'.repeat(10_000),
    'spaced quotes': '> '.repeat(10_000) + 'x',
    'deeper quotes in each line': Array.from({ length: 140 }, (_, i) => '>'.repeat(i) + 'x').join('\n'),
    'stars': '*'.repeat(20_000),
    'bold in bold': '**a'.repeat(3_000) + 'b**'.repeat(3_000),
    'a hundred bold in bold': '**a '.repeat(100) + 'b** '.repeat(100),
    'mixed marks': '*a _b ~~c'.repeat(2_000),
    'lists in lists': '- '.repeat(10_000),
    'a long list': '- x\n'.repeat(5_000),
    'brackets': '['.repeat(20_000),
    'open links': '[a]('.repeat(5_000),
    'images': '!['.repeat(10_000),
    'backticks': Array.from({ length: 190 }, (_, i) => '`'.repeat(i) + 'a').join(''),
    'addresses': 'https://a.example '.repeat(1_100),
    'no addresses': 'http://['.repeat(2_500),
    'backslashes': '\\*'.repeat(10_000),
    'fences': '```\n'.repeat(5_000),
  })) {
    it(`is bounded in depth and size: ${name}`, () => {
      const parts = formatted(text);
      expect(depth(parts)).toBeLessThan(30);
      expect(size(parts)).toBeLessThan(10_000);
      expect(words(parts).length).toBeGreaterThan(0);
    });
  }

  it('shows all that is nested too deep', () => {
    expect(words(formatted(`first\n\n${'>'.repeat(10_000)}end`))).toMatch(/^first>{9900,}end$/);
    expect(words(formatted('**a '.repeat(100) + 'b** '.repeat(100))).replace(/[^ab]/g, '')).toBe('a'.repeat(100) + 'b'.repeat(100));
  });

  it('shows what has too many parts as it was written', () => {
    const text = '*a* '.repeat(3_000);
    expect(formatted(text)).toEqual([{ kind: 'text', text, parts: [] }]);
  });

  it('is known without its markup', () => {
    expect([unmarked('a **b** and `c` [d](https://e.org)'), unmarked('> e'), unmarked('```'), unmarked('2 * 3')])
      .toEqual(['a b and c d', 'e', '```', '2 * 3']);
  });
});
