import { Addressees, MOST } from '/model/addressees.js';

describe('Addressees', () => {
  it('are chosen from those who are offered', () => {
    const people = new Addressees();
    people.take(['ada', 'linus', 'olga']);
    people.move(1);
    expect(people.active).toBe('linus');
    people.choose(people.active);
    expect([people.chosen, people.offered, people.active]).toEqual([['linus'], [], '']);
    people.take(['ada', 'linus']);
    expect([people.offered, people.active]).toEqual([['ada'], 'ada']);
    people.move(-1);
    expect(people.active).toBe('ada');
  });

  it('are taken back', () => {
    const people = new Addressees();
    ['ada', 'linus', 'olga', 'ada'].forEach(name => people.choose(name));
    people.removeLast();
    people.remove('ada');
    expect(people.chosen).toEqual(['linus']);
    people.clear();
    expect(people.chosen).toEqual([]);
  });

  it('are not more than a conversation may have', () => {
    const people = new Addressees();
    Array.from({ length: MOST + 1 }, (_, i) => `person-${i}`).forEach(name => people.choose(name));
    people.take(['ada']);
    expect([people.chosen.length, people.full, people.offered]).toEqual([MOST, true, []]);
  });
});
