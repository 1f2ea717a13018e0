import { tokenEntry } from '/model/token-entry.js';
import { validity, wantedDays, wantedToken } from '/model/token.js';

describe('An access token', () => {
  const weather = { id: 7, name: 'weather', username: 'ada', createdAt: '2026-01-02T12:00:00Z', expiresAt: '2026-03-04T12:00:00Z' };
  const expiry = Date.parse(weather.expiresAt);

  it('works until it expires', () => {
    expect(validity(weather, expiry - 1)).toMatch(/^Works until 4 Mar 2026/);
    expect(validity(weather, expiry)).toMatch(/^Expired on 4 Mar 2026/);
  });

  it('names its owner where it is not one\'s own', () => {
    expect(tokenEntry(weather, expiry, 'ada').facts[0]).toBe('Of ada');
    expect(tokenEntry(weather, expiry).facts[0]).toMatch(/^Made 2 Jan 2026/);
  });

  it('is asked about before it is revoked', () => {
    const [{ act, question }] = tokenEntry(weather, expiry).offers;
    expect([act, question.title]).toEqual(['revoke', 'Revoke “weather”?']);
  });

  it('is made with a name, and for 90 days unless one says otherwise', () => {
    expect(wantedToken({ name: ' bot ', days: '' })).toEqual({ name: 'bot', days: 90 });
    expect(wantedToken({ name: 'bot', days: '365' }).days).toBe(365);
  });

  for (const [name, days, code] of [[' ', '90', 'name.empty'], ['bot', '0', 'days.out-of-bounds'], ['bot', '366', 'days.out-of-bounds'],
    ['bot', '1.5', 'days.out-of-bounds'], ['bot', 'soon', 'days.out-of-bounds']]) {
    it(`is not made as ${JSON.stringify(name)} for ${days} days`, () => {
      expect(() => wantedToken({ name, days })).toThrow(jasmine.objectContaining({ code }));
    });
  }

  it('is told its bounds in the words of its fault', () => {
    expect(() => wantedDays('31', { least: 1, most: 30, usual: 7 })).toThrowError('That can be 1 to 30 days.');
  });
});
