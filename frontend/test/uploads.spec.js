import { Uploads, partOf } from '/model/uploads.js';

describe('Uploads', () => {
  let uploads;
  let keys;

  const file = (name, size = 3, type = 'text/plain') => ({ name, size, type });
  const add = (...names) => names.forEach(name => uploads.add('films', file(name)));
  const named = list => list.map(({ name }) => name);
  const finish = key => uploads.finish(key, { id: `id-${key}`, name: key, size: 3, type: 'text/plain' });

  beforeEach(() => {
    keys = 0;
    uploads = new Uploads(() => `k${++keys}`);
  });

  it('stay in the topic to which they were added, in their order', () => {
    add('a', 'b');
    uploads.add('tea', file('c'));
    expect([named(uploads.of('films')), named(uploads.of('tea'))]).toEqual([['a', 'b'], ['c']]);
  });

  it('start a few at a time', () => {
    add('a', 'b', 'c', 'd', 'e');
    expect(named(uploads.next)).toEqual(['a', 'b', 'c']);
    uploads.next.forEach(({ key }) => uploads.begin(key));
    expect(uploads.next).toEqual([]);
    finish('k2');
    expect(named(uploads.next)).toEqual(['d']);
    uploads.remove('k1');
    expect(named(uploads.next)).toEqual(['d', 'e']);
  });

  it('keep their place when they are tried again', () => {
    add('a', 'b');
    uploads.begin('k1');
    uploads.fail('k1', 'The disk is full.');
    expect(uploads.of('films').map(({ state, reason }) => `${state} ${reason}`)).toEqual(['failed The disk is full.', 'waiting ']);
    uploads.retry('k1');
    expect(named(uploads.next)).toEqual(['a', 'b']);
  });

  it('are not tried when it is of no use', () => {
    uploads.add('films', file('big'), 'Files may have up to 25 MB.');
    uploads.retry('k1');
    expect(uploads.next).toEqual([]);
    expect(uploads.of('films')[0].reason).toBe('Files may have up to 25 MB.');
  });

  it('go on by themselves only if the server could not be reached', () => {
    add('a', 'b');
    uploads.fail('k1', 'The server cannot be reached.', true);
    uploads.fail('k2', 'No.');
    uploads.retryLost();
    expect(named(uploads.next)).toEqual(['a']);
  });

  it('go with a message, and those that are done are over', () => {
    add('a', 'b');
    finish('k1');
    uploads.take('films', 'm1');
    expect([uploads.of('films'), named(uploads.ofMessage('m1'))]).toEqual([[], ['b']]);
    expect(uploads.pending).toBe(true);
  });

  it('tell what becomes of them', () => {
    const told = [];
    uploads.ended.hear(({ name, state }) => told.push(`${name} ${state}`));
    add('a', 'b', 'c');
    finish('k1');
    uploads.fail('k2', 'No.');
    uploads.remove('k3');
    finish('k3');
    expect(told).toEqual(['a done', 'b failed']);
  });

  it('are parts of a message before and after the server has them', () => {
    add('a\n.txt');
    expect(partOf(uploads.get('k1'))).toEqual({ name: 'a.txt', size: 3, type: 'text/plain', key: 'k1' });
    finish('k1');
    expect(partOf(uploads.get('k1'))).toEqual({ id: 'id-k1', name: 'k1', size: 3, type: 'text/plain', key: 'k1' });
  });
});
