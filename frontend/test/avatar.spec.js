import { hueOf, initials } from '/model/avatar.js';
import { contrast, themes } from './colors.js';

describe('The initials of a name', () => {
  for (const [name, letters] of [['ada', 'A'], ['Ada Lovelace', 'AL'], ['grace.hopper', 'GH'], ['jean-luc_x', 'JL'],
    ['Ada King Lovelace', 'AK'], ['éva', 'É'], ['e\u0301va', 'E\u0301'], ['漢字', '漢'], ['ада', 'А'], ['4711', '4'], ['𝒜da', '𝒜'],
    ['-_.', '-'], ['', '']]) {
    it(`${name} are ${letters}`, () => {
      expect(initials(name)).toBe(letters);
    });
  }
});

describe('The hue of a name', () => {
  const names = Array.from({ length: 500 }, (_, i) => `user${i}`);

  it('is the same each time', () => {
    expect(hueOf('ada')).toBe(hueOf('ada'));
  });

  it('is a hue', () => {
    for (const name of [...names, '', '漢字', '𝒜da']) {
      expect(hueOf(name)).toBeGreaterThanOrEqual(0);
      expect(hueOf(name)).toBeLessThan(360);
    }
  });

  it('is spread evenly over names that differ little', () => {
    const counts = new Map();
    names.forEach(name => counts.set(hueOf(name), (counts.get(hueOf(name)) ?? 0) + 1));
    expect(counts.size).toBe(12);
    expect(Math.max(...counts.values())).toBeLessThan(2.5 * 500 / 12);
  });

  it('can be read in both themes', async () => {
    for (const { color, token, scheme } of await themes()) {
      for (const hue of new Set(names.map(hueOf))) {
        const [fill, ink] = ['fill', 'ink'].map(part => `oklch(${token(`person-${part}-${scheme}`)} ${hue})`);
        expect(contrast(fill, '#fff')).withContext(`avatar ${hue}`).toBeGreaterThan(4.5);
        for (const behind of ['paper', 'hover', 'danger-wash', 'amber-wash']) {
          expect(contrast(ink, color(behind))).withContext(`name ${hue} on ${behind}`).toBeGreaterThan(4.5);
        }
      }
    }
  });
});
