import { formatted } from '/model/formatted.js';
import { pieces } from '/model/links.js';

const firstLinks = await (await fetch(new URL('links.json', import.meta.url))).json();

describe('A text', () => {
  const links = text => pieces(text).filter(({ href }) => href).map(piece => piece.text);

  it('without an address is one piece', () => {
    expect(pieces('nothing here')).toEqual([{ text: 'nothing here' }]);
  });

  it('that is empty has no pieces', () => {
    expect(pieces('')).toEqual([]);
  });

  it('has its addresses as links', () => {
    expect(pieces('see https://a.example/b?c=d#e now')).toEqual([
      { text: 'see ' }, { text: 'https://a.example/b?c=d#e', href: 'https://a.example/b?c=d#e' }, { text: ' now' }]);
  });

  it('may be nothing but an address', () => {
    expect(links('http://a.example')).toEqual(['http://a.example']);
  });

  it('may have several addresses, in any case and over lines', () => {
    expect(links('HTTPS://A.example\nhttp://b.example,http://c.example')).toEqual(
      ['HTTPS://A.example', 'http://b.example,http://c.example']);
  });

  for (const [text, link] of [
    ['https://a.example.', 'https://a.example'],
    ['https://a.example/x, and', 'https://a.example/x'],
    ['https://a.example/x?!', 'https://a.example/x'],
    ['(https://a.example/x)', 'https://a.example/x'],
    ['(see https://a.example/x_(y)).', 'https://a.example/x_(y)'],
    ['[https://a.example/x]:', 'https://a.example/x'],
    ['“https://a.example/x”', 'https://a.example/x'],
    ['<https://a.example/x>', 'https://a.example/x'],
    ['"https://a.example/x"', 'https://a.example/x'],
    ['**https://a.example/x**', 'https://a.example/x'],
    ['https://a.example/ä/漢字', 'https://a.example/ä/漢字'],
    ['https://localhost:8080/x', 'https://localhost:8080/x'],
    ['https://[::1]:8080/', 'https://[::1]:8080/'],
  ]) {
    it(`ends the address in ${text} at the right place`, () => {
      expect(links(text)).toEqual([link]);
    });
  }

  for (const text of [
    'javascript:alert(1)', 'JavaScript:alert(1)//http', 'data:text/html,<script>alert(1)</script>', 'vbscript:x',
    'file:///etc/passwd', 'ftp://a.example', 'mailto:ada@a.example', '//a.example', 'www.a.example', 'http://', 'https://.',
    'http:///', 'https://?', 'xhttps://a.example', 'http:a.example', 'http://[broken',
  ]) {
    it(`has no link in ${text}`, () => {
      expect(links(text)).toEqual([]);
    });
  }

  it('never links to anything but http and https', () => {
    const nasty = 'javascript:https://a.example data:,http://b.example https://javascript:alert(1)@c.example';
    for (const { href } of pieces(nasty).filter(piece => piece.href)) {
      expect(href).toMatch(/^https?:\/\//);
    }
  });

  it('ends an address at marks that would turn its direction', () => {
    expect(links('https://a.example/\u202Egpj.exe')).toEqual(['https://a.example/']);
  });

  it('ends an address at control characters and quotes', () => {
    expect([links('https://a.example/x\u0000y'), links('https://a.example/x"onclick="y')]).toEqual(
      [['https://a.example/x'], ['https://a.example/x']]);
  });

  it('loses nothing', () => {
    for (const text of ['a https://b.example. c', '((https://b.example))', 'https://', '<img src=x onerror=alert(1)>', 'x\n\ny ']) {
      expect(pieces(text).map(piece => piece.text).join('')).toBe(text);
    }
  });

  it('of the greatest length is split in no time', () => {
    const started = performance.now();
    for (const part of ['https://', 'https://a.example/)', 'http://(', 'h', 'https://a.example ', '.']) {
      pieces(`https://a.example/${part.repeat(4000 / part.length)}`);
      pieces(part.repeat(4000 / part.length));
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('The first link of a text', () => {
  const links = parts => parts.flatMap(part => part.kind === 'link' ? [part.href] : links(part.parts));

  // LinksTests reads the same cases: the server has to find the link that the page shows.
  for (const { text, link } of firstLinks) {
    it(`is ${link} in ${text}`, () => expect(links(formatted(text))[0]).toEqual(link ? new URL(link).href : undefined));
  }
});
