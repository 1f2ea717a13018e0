import { choicesFor, People } from '/model/people.js';

const state = (online, away, ...people) => ({ type: 'state', online, away, people });
const named = (name, away) => away ? { name, away } : { name };

describe('The people of a topic', () => {
  let people;

  beforeEach(() => {
    people = new People();
    people.take(state(2, 1, named('grace'), named('ada', true), named('joan')));
  });

  const names = () => people.list.map(({ name }) => name);

  it('are those who are online, then those who are away, each by name', () => {
    expect(names()).toEqual(['grace', 'joan', 'ada']);
    expect(people.summary).toBe('2 online, 1 away');
  });

  it('change by differences', () => {
    people.take({ type: 'changed', online: 2, away: 0, people: [named('ada'), named('bob')], gone: ['grace', 'joan'] });
    expect(names()).toEqual(['ada', 'bob']);
    expect(people.summary).toBe('2 online');
  });

  it('are replaced by a new state', () => {
    people.take(state(1, 0, named('eve')));
    expect(names()).toEqual(['eve']);
  });

  it('are counted if they are too many to be named', () => {
    people.take(state(1_000, 200, named('ada'), named('bob')));
    expect([people.count, people.unnamed]).toEqual([1_200, 1_198]);
  });

  it('are listed last if they belong there and are absent', () => {
    people.expect(['linus', 'grace']);
    expect(people.list.at(-1)).toEqual({ name: 'linus', absent: true });
    expect([names().length, people.count, people.unnamed]).toEqual([4, 3, 0]);
    people.take(state(1, 0, named('linus')));
    expect(names()).toEqual(['linus', 'grace']);
  });

  it('are offered only what can be done with them', () => {
    const met = [];
    const message = { label: 'Message', offered: ({ guest }) => !guest, start: name => met.push(name) };
    people.take(state(2, 0, named('ada'), { name: 'bob', guest: true }));
    expect(people.list.map(person => choicesFor(person, [message]).length)).toEqual([1, 0]);
    choicesFor(people.get('ada'), [message])[0].start();
    expect([met, people.get('joan')]).toEqual([['ada'], undefined]);
  });

  it('are forgotten with the topic', () => {
    people.clear();
    expect([names(), people.count, people.unnamed]).toEqual([[], 0, 0]);
  });
});
