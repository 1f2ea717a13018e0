import { arranged, orderOf } from '/model/topic-order.js';
import { Unread } from '/model/unread.js';

describe('The order of the topics', () => {
  const topics = ['lobby', 'films', 'jam', 'tea'].map(name => ({ name, title: name }));
  const unread = new Unread();
  const state = (topic, count, more = {}) => ({ topic, head: 9, read: 1, unread: count, mentions: 0, level: 'all', favourite: false, ...more });
  const names = order => arranged(topics, unread, order).map(({ name }) => name);

  it('has favourites on top', () => {
    unread.take({ type: 'state', topics: [state('tea', 0, { favourite: true })] });
    expect(names('name')).toEqual(['tea', 'lobby', 'films', 'jam']);
  });

  it('may have what is new next, but not what is muted', () => {
    unread.take({ type: 'state', topics: [state('tea', 1), state('jam', 1, { level: 'muted' }), state('films', 0, { favourite: true })] });
    expect(names('unread')).toEqual(['films', 'tea', 'lobby', 'jam']);
    expect(names('name')).toEqual(['films', 'lobby', 'jam', 'tea']);
  });

  it('is by name unless another was chosen', () => {
    expect(['unread', 'name', null, 7].map(orderOf)).toEqual(['unread', 'name', 'name', 'name']);
  });
});
