import { Blocked } from '/model/blocked.js';

describe('Blocked people', () => {
  const pair = { name: 'dm-1', title: 'eve', access: 'direct', people: [{ name: 'ada' }, { name: 'eve' }] };
  const three = { ...pair, name: 'dm-2', people: [...pair.people, { name: 'linus' }] };
  const row = (seq, sender) => ({ kind: 'message', seq, sender, text: 'psst', deleted: false, acts: ['edit'], reactions: [] });
  let blocked;

  beforeEach(() => {
    blocked = new Blocked();
    blocked.replace(['eve']);
  });

  it('are the only other person in a conversation, or one of several', () => {
    expect([blocked.alone(pair), blocked.alone(three), blocked.alone({ name: 'tea', title: 'Tea' })]).toEqual(['eve', '', '']);
    blocked.replace([]);
    expect([blocked.alone(pair), blocked.has('eve')]).toEqual(['', false]);
  });

  it('change by news', () => {
    blocked.take({ name: 'linus', blocked: true });
    blocked.take({ name: 'eve', blocked: false });
    expect([blocked.names, blocked.has('linus'), blocked.alone(pair)]).toEqual([['linus'], true, '']);
  });

  it('have their messages hidden in conversations, until one is asked for', () => {
    const rows = [{ kind: 'day' }, row(1, 'eve'), row(2, 'linus'), row(3, 'eve')];
    blocked.show('dm-2/3');
    expect(blocked.hide(rows, three).map(({ text, hidden }) => [text, hidden])).toEqual([[undefined, undefined], ['', true], ['psst', undefined], ['psst', undefined]]);
    expect(blocked.hide(rows, { name: 'tea', title: 'Tea' })).toBe(rows);
  });
});
