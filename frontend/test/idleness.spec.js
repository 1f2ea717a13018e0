import { AWAY_AFTER, Idleness } from '/model/idleness.js';
import { Pace } from '/model/pace.js';

describe('A user without input', () => {
  it('is away after five minutes, and is told to be so once', () => {
    const idleness = new Idleness(0);
    expect(idleness.check(AWAY_AFTER - 1)).toBeFalse();
    expect(idleness.check(AWAY_AFTER)).toBeTrue();
    expect(idleness.check(AWAY_AFTER + 1)).toBeFalse();
    expect(idleness.away).toBeTrue();
  });

  it('returns with the first input', () => {
    const idleness = new Idleness(0);
    expect(idleness.input(1)).toBeFalse();
    idleness.check(1 + AWAY_AFTER);
    expect(idleness.input(2 + AWAY_AFTER)).toBeTrue();
    expect(idleness.away).toBeFalse();
    expect(idleness.check(1 + 2 * AWAY_AFTER)).toBeFalse();
  });
});

describe('A pace', () => {
  it('lets something happen once in its time', () => {
    const pace = new Pace(3_000);
    expect([0, 1, 2_999, 3_000, 3_001].map(now => pace.take(now))).toEqual([true, false, false, true, false]);
  });

  it('begins anew', () => {
    const pace = new Pace(3_000);
    pace.take(0);
    pace.reset();
    expect(pace.take(1)).toBeTrue();
  });
});
