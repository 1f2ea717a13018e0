import { Unread, newMessages, shortly } from '/model/unread.js';

describe('The unread topics', () => {
  const state = (topic, unread, more = {}) => ({ topic, head: 9, read: 1, unread, mentions: 0, level: 'all', favourite: false, ...more });
  let unread;

  beforeEach(() => {
    unread = new Unread();
    unread.take({ type: 'state', topics: [state('tea', 2), state('jam', 3, { level: 'mentions', mentions: 1 }), state('ham', 4, { level: 'muted', mentions: 1 })] });
  });

  it('count the messages of which the user wants to be told', () => {
    expect(['tea', 'jam', 'ham', 'other'].map(topic => unread.news(topic))).toEqual([2, 1, 0, 0]);
    expect(unread.total).toBe(3);
  });

  it('take differences', () => {
    unread.take({ type: 'changed', topics: [state('tea', 7)], gone: ['jam'] });
    expect([unread.of('tea').unread, unread.of('jam').unread, unread.of('ham').unread]).toEqual([7, 0, 4]);
  });

  it('are replaced by a new state', () => {
    unread.take({ type: 'state', topics: [] });
    expect(unread.total).toBe(0);
  });

  it('do not count the topic that the user looks at', () => {
    unread.lookedAt = 'jam';
    expect([unread.news('jam'), unread.mentions('jam'), unread.total]).toEqual([0, 0, 2]);
  });

  it('are known once the server has told them', () => {
    expect([new Unread().known, unread.known]).toEqual([false, true]);
  });

  it('have labels', () => {
    expect([0, 1, 3].map(newMessages)).toEqual(['', '1 new message', '3 new messages']);
    expect(newMessages(1000)).toBe('1,000+ new messages');
    expect([1, 99, 100].map(shortly)).toEqual(['1', '99', '99+']);
  });
});
