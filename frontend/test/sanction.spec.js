import { sanctionOf, sanctionWords } from '/model/sanction.js';

describe('A mute or a ban', () => {
  it('says what it does', () => {
    expect(sanctionWords('mutes', 'eve', 'Tea').text).toBe('eve can read Tea but not write there.');
    expect(sanctionWords('bans', 'eve', 'Tea').text).toBe('eve can no longer read Tea.');
  });

  it('ends by itself, unless it is a ban', () => {
    const ends = kind => sanctionWords(kind, 'eve', 'Tea').durations.every(({ minutes }) => minutes);
    expect([ends('mutes'), ends('bans')]).toEqual([true, false]);
  });

  it('has only what was filled in', () => {
    expect(sanctionOf('eve', { minutes: '60', reason: ' rude ' })).toEqual({ username: 'eve', minutes: 60, reason: 'rude' });
    expect(sanctionOf('eve', { minutes: '', reason: '  ' })).toEqual({ username: 'eve' });
  });
});
