import { lineOf } from '/model/quote.js';

describe('A quoted line', () => {
  it('is the first that is not blank', () => {
    expect(lineOf(' \n\n  tea? \r\nor coffee')).toBe('tea?');
    expect(lineOf('')).toBe('');
  });

  it('is cut by characters, as the server cuts it', () => {
    expect(lineOf('😀'.repeat(140))).toBe('😀'.repeat(140));
    expect(lineOf('😀'.repeat(141))).toBe(`${'😀'.repeat(140)}…`);
  });
});
