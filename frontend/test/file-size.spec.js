import { sizeLabel } from '/model/file-size.js';

describe('The size of a file', () => {
  it('is said in the unit that fits', () => {
    expect([0, 1, 900, 1024, 2_500_000, 25 * 1024 * 1024, 3 * 1024 ** 3].map(sizeLabel))
      .toEqual(['0 bytes', '1 byte', '900 bytes', '1 kB', '2.4 MB', '25 MB', '3 GB']);
  });

  it('is never a thousand and more of a unit that has a larger one', () => {
    expect(sizeLabel(1024 * 1024 - 1)).toBe('1 MB');
    expect(sizeLabel(1023 * 1024)).toBe('1,023 kB');
  });
});
