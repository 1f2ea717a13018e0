import { dateOf, dayLabel, dayOf, startOf } from '/model/day.js';

describe('A day', () => {
  const at = (...parts) => new Date(...parts).getTime();
  const now = at(2026, 2, 29, 15, 30);

  it('is Today from its first to its last minute', () => {
    expect([dayLabel(at(2026, 2, 29, 0, 0), now), dayLabel(at(2026, 2, 29, 23, 59), now)]).toEqual(['Today', 'Today']);
  });

  it('is Yesterday until midnight', () => {
    expect([dayLabel(at(2026, 2, 28, 0, 0), now), dayLabel(at(2026, 2, 28, 23, 59), now)]).toEqual(['Yesterday', 'Yesterday']);
  });

  it('has its date before that', () => {
    expect(dayLabel(at(2026, 2, 27, 12), now)).toMatch(/^Friday,? 27 March$/);
  });

  it('has its year if it is another', () => {
    expect(dayLabel(at(2025, 11, 31, 12), now)).toMatch(/^Wednesday,? 31 December 2025$/);
  });

  it('is Yesterday across a new year', () => {
    expect(dayLabel(at(2025, 11, 31, 23, 59), at(2026, 0, 1))).toBe('Yesterday');
  });

  it('may lie ahead: clocks differ', () => {
    expect(dayLabel(at(2026, 2, 30, 1), now)).toMatch(/^Monday,? 30 March$/);
  });

  it('starts at local midnight, in any month', () => {
    for (let month = 0; month < 12; month++) {
      expect(new Date(dayOf(at(2026, month, 15, 23, 59))).getHours()).toBe(0);
    }
  });

  it('is counted right through a whole year, clock changes and all', () => {
    for (let day = 1; day <= 365; day++) {
      expect(dayLabel(at(2026, 0, day, 23, 59), at(2026, 0, day + 1, 0, 1))).toBe('Yesterday');
    }
  });

  it('is a date for a field, and starts at its midnight', () => {
    for (const [parts, date] of [[[2026, 2, 1, 23, 59], '2026-03-01'], [[2026, 11, 31, 0, 0], '2026-12-31']]) {
      expect(dateOf(at(...parts))).toBe(date);
      expect(startOf(date)).toBe(dayOf(at(...parts)));
    }
  });

  it('is refused where it is none', () => {
    for (const value of ['', 'today', '2026-3-1', '2026-03-01T00:00']) {
      expect(startOf(value)).toBeNaN();
    }
  });

  it('may be long ago', () => {
    expect(new Date(startOf('0099-01-01')).getFullYear()).toBe(99);
  });
});
