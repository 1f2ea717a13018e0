import { contrast, themes } from './colors.js';

describe('Amber', () => {
  const TEXTS = ['ink', 'ink-soft', 'accent-strong', 'danger', 'amber-strong'];

  it('is that of the logo', async () => {
    const [{ color }] = await themes();
    expect(await (await fetch('/logo.svg')).text()).toContain(color('amber'));
  });

  it('can be read in both themes', async () => {
    for (const { color, scheme } of await themes()) {
      const ratios = [
        ['amber-ink', 'amber'], ['amber-strong', 'paper'], ['amber-strong', 'ground'], ['amber-strong', 'hover'],
        ...TEXTS.map(text => [text, 'amber-wash']),
      ];
      for (const [text, behind] of ratios) {
        expect(contrast(color(text), color(behind))).withContext(`${text} on ${behind}, ${scheme}`).toBeGreaterThan(4.5);
      }
    }
  });
});
