import { Backoff } from '/model/backoff.js';

describe('A back-off', () => {
  const waits = (backoff, count) => Array.from({ length: count }, () => backoff.next());

  it('doubles up to its limit', () => {
    const backoff = new Backoff({ first: 500, limit: 3000, random: () => 1 });
    expect(waits(backoff, 5)).toEqual([500, 1000, 2000, 3000, 3000]);
  });

  it('starts over when reset', () => {
    const backoff = new Backoff({ first: 500, random: () => 1 });
    waits(backoff, 4);
    backoff.reset();
    expect(backoff.next()).toBe(500);
  });

  it('waits at least half of what it might', () => {
    const backoff = new Backoff({ first: 500, limit: 2000, random: () => 0 });
    expect(waits(backoff, 4)).toEqual([250, 500, 1000, 1000]);
  });

  it('is spread between the two', () => {
    const seen = Array.from({ length: 200 }, () => new Backoff({ first: 1000 }).next());
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(500);
    expect(Math.max(...seen)).toBeLessThanOrEqual(1000);
    expect(new Set(seen).size).toBeGreaterThan(20);
  });

  it('stays at its limit however long the server is away', () => {
    const backoff = new Backoff({ first: 500, limit: 30_000, random: () => 1 });
    expect(waits(backoff, 5000).at(-1)).toBe(30_000);
  });

  it('spreads the pages that a stopping server sends away over the second that it named for each', () => {
    const seen = Array.from({ length: 200 }, () => new Backoff().next(4));
    expect(Math.min(...seen)).toBeGreaterThanOrEqual(3000);
    expect(Math.max(...seen)).toBeLessThanOrEqual(4000);
    expect(new Set(seen).size).toBeGreaterThan(100);
  });
});
