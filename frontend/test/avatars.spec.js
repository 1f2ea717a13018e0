import { Avatars } from '/model/avatars.js';

describe('The pictures of people', () => {
  it('are asked for once', () => {
    const avatars = new Avatars();
    expect(avatars.wanted(['ada', 'grace', 'ada'])).toEqual(['ada', 'grace']);
    avatars.learn({ ada: 'a1' });
    expect(avatars.wanted(['ada', 'grace', 'eve'])).toEqual(['eve']);
    expect([avatars.of('ada'), avatars.of('grace'), avatars.of('eve')]).toEqual(['a1', '', '']);
  });

  it('follow the news of those who are known', () => {
    const avatars = new Avatars();
    avatars.wanted(['ada', 'grace']);
    avatars.learn({ ada: 'a1' });
    avatars.take({ name: 'ada' });
    avatars.take({ name: 'grace', avatar: 'g1' });
    avatars.take({ name: 'eve', avatar: 'e1' });
    expect([avatars.of('ada'), avatars.of('grace'), avatars.of('eve')]).toEqual(['', 'g1', '']);
    expect(avatars.wanted(['ada', 'grace', 'eve'])).toEqual(['eve']);
  });

  it('stay while the page asks again after a lost connection', () => {
    const avatars = new Avatars();
    avatars.know('ada', 'a1');
    avatars.doubt();
    expect([avatars.of('ada'), avatars.wanted(['ada'])]).toEqual(['a1', ['ada']]);
  });

  it('are those of news that come before the answer to an earlier question', () => {
    const avatars = new Avatars();
    avatars.know('grace', 'g1');
    avatars.doubt();
    avatars.wanted(['ada', 'grace', 'eve']);
    avatars.take({ name: 'ada', avatar: 'a2' });
    avatars.take({ name: 'grace' });
    avatars.learn({ ada: 'a1', grace: 'g1', eve: 'e1' });
    expect(['ada', 'grace', 'eve'].map(name => avatars.of(name))).toEqual(['a2', '', 'e1']);
    expect(avatars.wanted(['ada', 'grace', 'eve'])).toEqual([]);
  });

  it('are asked for again if the connection was lost before the answer', () => {
    const avatars = new Avatars();
    avatars.wanted(['ada']);
    avatars.doubt();
    avatars.learn({ ada: 'a1' });
    expect(avatars.wanted(['ada'])).toEqual(['ada']);
  });

  it('are asked for in portions that fit into an address', () => {
    const avatars = new Avatars();
    const names = Array.from({ length: 120 }, (_, i) => `user${i}`);
    expect(avatars.wanted(names).length).toBe(50);
    const long = Array.from({ length: 50 }, (_, i) => '漢'.repeat(30) + i);
    const asked = avatars.wanted(long);
    expect(asked.length).toBeGreaterThan(5);
    expect(encodeURIComponent(asked.join('')).length).toBeLessThanOrEqual(4_000);
  });
});
