import { hueOf, initials } from '/model/avatar.js';

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
    const tokens = await (await fetch('/style/tokens.css')).text();
    const [light, dark] = [theme(tokens, 0), theme(tokens, 1)];
    for (const hue of new Set(names.map(hueOf))) {
      for (const { fill, ink, paper, ground, wash } of [light, dark]) {
        expect(contrast(rgb(`oklch(${fill} ${hue})`), rgb('#fff'))).withContext(`avatar ${hue}`).toBeGreaterThan(4.5);
        for (const behind of [paper, ground, wash]) {
          expect(contrast(rgb(`oklch(${ink} ${hue})`), rgb(behind))).withContext(`name ${hue} on ${behind}`).toBeGreaterThan(4.5);
        }
      }
    }
  });

  function theme(css, scheme) {
    const token = name => new RegExp(`--${name}: ([^;]+);`).exec(css)[1];
    const color = name => /light-dark\((.+), (.+)\)/.exec(token(name))[scheme + 1];
    const person = name => token(`person-${name}-${['light', 'dark'][scheme]}`);
    return { fill: person('fill'), ink: person('ink'), paper: color('paper'), ground: color('hover'), wash: color('danger-wash') };
  }

  function rgb(color) {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }

  // WCAG 2.2, relative luminance and contrast ratio.
  function luminance(color) {
    const [r, g, b] = color.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrast(one, other) {
    const [dim, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dim + 0.05);
  }
});
