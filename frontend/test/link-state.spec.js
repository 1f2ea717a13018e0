import { describe as say } from '/model/link-state.js';

describe('The state of the connection', () => {
  it('is said in words', () => {
    expect(['connecting', 'connected', 'waiting', 'offline'].map(phase => say({ phase }, 0).text)).toEqual(
      ['Connecting…', 'Connected', 'Reconnecting', 'Offline']);
  });

  it('counts down in whole seconds, never to nought', () => {
    expect([10_000, 9_001, 9_000, 500, 0, -50].map(left => say({ phase: 'waiting', until: 1000 + left }, 1000).countdown)).toEqual(
      ['in 10 s', 'in 10 s', 'in 9 s', 'in 1 s', 'in 1 s', 'in 1 s']);
  });

  it('keeps its words while it counts: they are read out when they change', () => {
    expect(say({ phase: 'waiting', until: 9000 }, 0).text).toBe(say({ phase: 'waiting', until: 9000 }, 5000).text);
  });

  it('can be helped along only while it waits', () => {
    expect(['connecting', 'connected', 'waiting', 'offline', 'stopped'].map(phase => say({ phase }, 0).canRetry)).toEqual(
      [false, false, true, true, false]);
  });
});
