import { Drafts } from '/model/drafts.js';
import { Shelf } from '/model/shelf.js';
import { FakeStorage } from './people.js';

describe('Drafts', () => {
  const storage = new FakeStorage();
  const opened = () => new Drafts(new Shelf(storage, 'drafts'));

  beforeEach(() => storage.items.clear());

  it('are empty at first', () => {
    expect(opened().of('lobby')).toBe('');
  });

  it('are kept for each topic', () => {
    const drafts = opened();
    drafts.keep('lobby', 'half a');
    drafts.keep('ops', 'sentence');
    expect([drafts.of('lobby'), drafts.of('ops')]).toEqual(['half a', 'sentence']);
  });

  it('are those of another device, except where a text is unsaved', () => {
    const drafts = opened();
    drafts.keep('lobby', 'mine');
    drafts.hear({ topic: 'lobby', text: 'theirs' });
    drafts.hear({ topic: 'ops', text: 'theirs' });
    expect([drafts.of('lobby'), drafts.of('ops')]).toEqual(['mine', 'theirs']);
    drafts.saved('lobby', 'mine');
    drafts.hear({ topic: 'lobby', text: '' });
    expect([drafts.of('lobby'), opened().of('ops')]).toEqual(['', 'theirs']);
  });

  it('survive a reload', () => {
    opened().keep('lobby', 'half a');
    expect(opened().of('lobby')).toBe('half a');
  });

  it('are gone once sent', () => {
    const drafts = opened();
    drafts.keep('lobby', 'half a');
    drafts.keep('lobby', '');
    expect([drafts.of('lobby'), opened().of('lobby')]).toEqual(['', '']);
  });

  it('are gone once cleared', () => {
    const drafts = opened();
    drafts.keep('lobby', 'half a');
    drafts.clear();
    expect([drafts.of('lobby'), opened().of('lobby')]).toEqual(['', '']);
  });

  it('are unsaved until the server has them as they are', () => {
    const drafts = opened();
    drafts.keep('lobby', 'half');
    drafts.keep('ops', '');
    expect(drafts.unsaved).toEqual(['lobby']);
    drafts.keep('lobby', 'half a');
    drafts.saved('lobby', 'half');
    expect([drafts.unsaved, opened().unsaved]).toEqual([['lobby'], ['lobby']]);
    drafts.saved('lobby', 'half a');
    expect([drafts.unsaved, opened().unsaved]).toEqual([[], []]);
  });

  it('are unsaved when they were sent, until the server has erased them', () => {
    const drafts = opened();
    drafts.take([{ topic: 'lobby', text: 'half a' }]);
    drafts.keep('lobby', '');
    expect(opened().unsaved).toEqual(['lobby']);
    drafts.take([{ topic: 'lobby', text: 'half a' }]);
    expect(drafts.of('lobby')).toBe('');
    drafts.saved('lobby', '');
    expect(opened().unsaved).toEqual([]);
  });

  it('come from other devices, and go when they are gone there, except unsaved ones', () => {
    const drafts = opened();
    drafts.take([{ topic: 'lobby', text: 'a' }, { topic: 'ops', text: 'b' }, { topic: 'tea', text: 'c' }]);
    drafts.keep('tea', 'mine');
    drafts.take([{ topic: 'lobby', text: 'A' }, { topic: 'tea', text: 'theirs' }]);
    expect(['lobby', 'ops', 'tea'].map(topic => drafts.of(topic))).toEqual(['A', '', 'mine']);
    expect(opened().of('lobby')).toBe('A');
  });

  it('are those of news and of this page that come before the answer to an earlier question', () => {
    const drafts = opened();
    drafts.keep('tea', 'first');
    const asked = drafts.now;
    drafts.saved('tea', 'first');
    drafts.keep('tea', 'mine');
    drafts.saved('tea', 'mine');
    drafts.hear({ topic: 'ops', text: 'theirs' });
    drafts.take([{ topic: 'tea', text: 'first' }, { topic: 'ops', text: 'before' }, { topic: 'lobby', text: 'new' }], asked);
    expect(['tea', 'ops', 'lobby'].map(topic => drafts.of(topic))).toEqual(['mine', 'theirs', 'new']);
    drafts.take([{ topic: 'tea', text: 'later' }], drafts.now);
    expect(['tea', 'ops', 'lobby'].map(topic => drafts.of(topic))).toEqual(['later', '', '']);
  });

  it('of a former page are read', () => {
    new Shelf(storage, 'drafts').save([['lobby', 'half a']]);
    expect([opened().of('lobby'), opened().unsaved]).toEqual(['half a', []]);
  });
});
