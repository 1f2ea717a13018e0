import { inLocalTime, momentLabel } from '/model/moment.js';

describe('A moment that the server names', () => {
  it('is told by the clock of its reader', () => {
    const here = momentLabel('2026-01-02T03:15:00Z');
    expect(inLocalTime('You may not post until 2 January 2026, 03:15 UTC. Reason: spam'))
      .toBe(`You may not post until ${here}. Reason: spam`);
  });

  it('stays as it is where it is none', () => {
    for (const text of ['You are banned.', 'until 99 Foo 2026, 03:15 UTC.', 'UTC']) {
      expect(inLocalTime(text)).toBe(text);
    }
  });
});
