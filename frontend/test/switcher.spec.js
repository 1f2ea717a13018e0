import { goals, matching } from '/model/switcher.js';

describe('The switcher', () => {
  const topics = [['lobby', 'Lobby'], ['cafe', 'Café'], ['ops', 'Operations'], ['sci-fi', 'Films: science fiction'], ['fun', 'Offtopic'],
    ['recipes', 'Ice cream']].map(([name, title]) => ({ name, title }));
  const found = (query, visited = []) => matching(topics, query, visited).map(({ name }) => name);

  it('offers all topics without a query, the latest visited first', () => {
    expect(found(' ', ['ops', 'fun'])).toEqual(['ops', 'fun', 'lobby', 'cafe', 'sci-fi', 'recipes']);
  });

  it('prefers the start to a word, a word to a part, and a part to letters', () => {
    expect(found('f')).toEqual(['sci-fi', 'fun', 'cafe']);
    expect(found('ic')).toEqual(['recipes', 'sci-fi', 'fun']);
    expect(found('op')).toEqual(['ops', 'fun']);
  });

  it('prefers the latest visited of equal matches', () => {
    expect(found('o', ['fun'])[0]).toBe('fun');
  });

  it('ignores case and accents', () => {
    expect([found('CAFE'), found('café')]).toEqual([['cafe'], ['cafe']]);
  });

  it('finds letters in their order only', () => {
    expect([found('lby'), found('ybl')]).toEqual([['lobby'], []]);
  });

  it('finds a topic by its name', () => {
    expect(found('sci-')).toEqual(['sci-fi']);
  });

  it('offers at most fifty', () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ name: `t${i}`, title: `Topic ${i}` }));
    expect(matching(many, 'topic', []).length).toBe(50);
  });

  it('offers people beside topics, by how well they match', () => {
    const people = [{ name: 'grace' }, { name: 'Öps', away: true }];
    const names = query => goals(topics, people, query, ['fun']).map(({ topic, person }) => topic?.name ?? `@${person.name}`);
    expect(names('')).toEqual(['fun', 'lobby', 'cafe', 'ops', 'sci-fi', 'recipes', '@grace', '@Öps']);
    expect(names('op')).toEqual(['ops', '@Öps', 'fun']);
    expect(names('grac')).toEqual(['@grace']);
  });
});
