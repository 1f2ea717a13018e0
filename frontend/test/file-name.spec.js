import { plainName } from '/model/file-name.js';

describe('The name of a file', () => {
  it('is shown as it is', () => {
    expect(['a b.jpg', '報告書.pdf', 'שלום.txt', '👩‍👧.png'].map(plainName)).toEqual(['a b.jpg', '報告書.pdf', 'שלום.txt', '👩‍👧.png']);
  });

  it('cannot break a line, or turn its ending', () => {
    expect(plainName('photo\u202Egpj.exe')).toBe('photogpj.exe');
    expect(plainName('a\r\nb\u2028c\u0007\u2066d.txt')).toBe('abcd.txt');
  });
});
