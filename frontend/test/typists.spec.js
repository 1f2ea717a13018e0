import { Typists } from '/model/typists.js';

const NOW = 1_000_000;

describe('The users who are typing', () => {
  let typists;

  beforeEach(() => {
    typists = new Typists();
  });

  /** The label without the marks that keep a name's direction to itself. */
  const label = (now = NOW) => typists.label(now).replace(/[\u2068\u2069]/g, '');
  const take = (...people) => typists.take({ count: people.length, people }, 'me', NOW);

  it('are named up to two', () => {
    expect(label()).toBe('');
    take('Ada');
    expect(label()).toBe('Ada is typing…');
    take('Ada', 'Bob');
    expect(label()).toBe('Ada and Bob are typing…');
    take('Ada', 'Bob', 'Eve');
    expect(label()).toBe('Several people are typing…');
  });

  it('are the others', () => {
    take('me');
    expect(label()).toBe('');
    take('me', 'Ada');
    expect(label()).toBe('Ada is typing…');
  });

  it('stop when their message has come', () => {
    take('Ada', 'Bob');
    typists.posted('Ada');
    typists.posted('Eve');
    expect(label()).toBe('Bob is typing…');
    typists.posted('Bob');
    expect(label()).toBe('');
  });

  it('are forgotten if the connection is lost', () => {
    take('Ada');
    expect(label(NOW + 9_999)).not.toBe('');
    expect(label(NOW + 10_000)).toBe('');
  });

  it('keep the direction of a name to it', () => {
    take('אדה');
    expect(typists.label(NOW)).toBe('\u2068אדה\u2069 is typing…');
  });
});
