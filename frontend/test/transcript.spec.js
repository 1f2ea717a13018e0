import { Timeline } from '/model/timeline.js';
import { transcript } from '/model/transcript.js';
import { ada, deletion, edit, from, grace } from './people.js';

describe('A transcript', () => {
  const noon = new Date(2026, 2, 1, 12, 0).getTime();
  const at = minutes => new Date(noon + minutes * 60_000).toISOString();

  function rows(messages, pending = [], now = noon) {
    const timeline = new Timeline();
    timeline.merge(messages);
    return transcript(timeline, pending, 'ada', now);
  }

  const shape = made => made.map(row => row.kind === 'day' ? row.label : `${row.first ? '>' : ' '}${row.text}`);
  const pending = (id, text, state = 'sending') => ({ id, topic: 'lobby', text, writtenAt: noon, state });

  it('is empty for nothing', () => {
    expect(rows([])).toEqual([]);
  });

  it('groups what one person says within five minutes', () => {
    const made = rows([ada(1, 'a', at(0)), ada(2, 'b', at(4.9)), ada(3, 'c', at(9.9))]);
    expect(shape(made)).toEqual(['Today', '>a', ' b', '>c']);
  });

  it('starts a group when another person speaks', () => {
    const made = rows([ada(1, 'a', at(0)), grace(2, 'b', at(0)), ada(3, 'c', at(0))]);
    expect(shape(made)).toEqual(['Today', '>a', '>b', '>c']);
  });

  it('draws a line between days, and starts a group there', () => {
    const midnight = 12 * 60;
    const made = rows([ada(1, 'late', at(midnight - 1)), ada(2, 'early', at(midnight + 1))], [], noon + 24 * 3_600_000);
    expect(shape(made)).toEqual(['Yesterday', '>late', 'Today', '>early']);
  });

  it('puts what is under way behind what is stored', () => {
    const made = rows([grace(1, 'a', at(60))], [pending('x', 'mine')]);
    expect(shape(made)).toEqual(['Today', '>a', '>mine']);
    expect(made.at(-1)).toEqual(jasmine.objectContaining({ state: 'sending', mine: true, seq: 0 }));
  });

  it('shows a message once when it has come back', () => {
    const made = rows([ada(1, 'hi', at(0))], [pending('id-1', 'hi', 'sent')]);
    expect(shape(made)).toEqual(['Today', '>hi']);
    expect(made.at(-1).state).toBe('stored');
  });

  it('keeps the key of a message when it is stored, so that its row stays', () => {
    const before = rows([], [pending('id-1', 'hi')]).at(-1).key;
    expect(rows([ada(1, 'hi', at(0))]).at(-1).key).toBe(before);
  });

  it('has the files of a message, before and after it is stored', () => {
    const files = [{ key: 'k', name: 'a.png', type: 'image/png', size: 1 }];
    expect(rows([], [{ ...pending('x', ''), attachments: files }]).at(-1).attachments).toEqual(files);
    const stored = [{ name: 'a.png', type: 'image/png', size: 1, url: 'a' }];
    const message = { ...ada(1, '', at(0)), attachments: stored };
    expect(rows([message]).at(-1).attachments).toEqual(stored);
    expect(rows([message, edit(2, 1, 'new')]).at(-1).attachments).toEqual(stored);
    expect(rows([message, deletion(2, 1)]).at(-1).attachments).toEqual([]);
  });

  it('is not fooled by another person who uses the same id', () => {
    const made = rows([from('grace', 1, 'hers', at(0))], [pending('id-1', 'mine')]);
    expect(shape(made)).toEqual(['Today', '>hers', '>mine']);
  });

  it('gives a refused one its reason', () => {
    const made = rows([], [{ ...pending('x', 'hi', 'failed'), reason: 'too fast' }]);
    expect(made.at(-1)).toEqual(jasmine.objectContaining({ state: 'failed', reason: 'too fast' }));
  });

  it('has a key of its own for each row', () => {
    const keys = rows([ada(1), ada(2), { ...grace(3), id: null }], [pending('x', 'hi')]).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('offers to delete what one may, and not what is gone', () => {
    const timeline = new Timeline();
    timeline.merge([ada(1), grace(2), ada(3), deletion(4, 3)]);
    const act = { name: 'delete', title: 'Delete', label: ({ seq }) => `Delete ${seq}`, offered: ({ sender }) => sender === 'ada' };
    const made = transcript(timeline, [pending('x', 'mine')], 'ada', noon, [act]);
    expect(made.filter(({ kind }) => kind === 'message').map(({ seq, deleted, acts }) => [seq, deleted, acts]))
      .toEqual([[1, false, [{ name: 'delete', title: 'Delete', label: 'Delete 1' }]], [2, false, []], [3, true, []], [0, false, []]]);
  });

  it('shows an edit that is under way in its message', () => {
    const made = rows([ada(1, 'a', at(0))], [{ ...pending('e', 'b', 'failed'), target: 1, reason: 'no' }]);
    expect(shape(made)).toEqual(['Today', '>b']);
    expect(made.at(-1)).toEqual(jasmine.objectContaining({ edit: 'e', state: 'failed', reason: 'no', seq: 1 }));
  });

  it('shows with a deleted message that its edit was refused', () => {
    const made = rows([ada(1, 'a', at(0)), deletion(2, 1)], [{ ...pending('e', 'b', 'failed'), target: 1, reason: 'gone' }]);
    expect(made.at(-1)).toEqual(jasmine.objectContaining({ text: '', edit: 'e', state: 'failed', reason: 'gone', deletedBy: 'ada' }));
  });

  it('shows the reply of a message that is under way', () => {
    const quote = { seq: 1, sender: 'grace', text: 'tea?' };
    expect(rows([], [{ ...pending('r', 'yes'), reply: quote }]).at(-1).reply).toEqual(quote);
  });

  it('makes rows for a part alone, as if the others had theirs', () => {
    const timeline = new Timeline();
    timeline.merge([ada(1, 'a', at(0)), ada(2, 'b', at(1)), ada(3, 'c', at(2)), grace(4, 'd', at(2))]);
    const part = (start, end, ...entries) => shape(transcript(timeline, entries, 'ada', noon, [], () => ({ start, end })));
    expect(part(0, 4)).toEqual(['Today', '>a', ' b', ' c', '>d']);
    expect(part(1, 3)).toEqual([' b', ' c']);
    expect(part(3, 6, pending('x', 'e'), pending('y', 'f'))).toEqual(['>d', '>e', ' f']);
    expect(part(5, 6, pending('x', 'e'), pending('y', 'f'))).toEqual([' f']);
    expect(part(4, 4)).toEqual([]);
  });

  it('gives a message the same row as long as it is the same', () => {
    const timeline = new Timeline();
    timeline.merge([ada(1, 'a', at(0)), ada(2, 'b', at(1)), grace(3, 'c', at(2))]);
    let mine = true;
    const act = { name: 'edit', title: 'Edit', label: ({ seq }) => `Edit ${seq}`, offered: ({ sender }) => mine && sender === 'ada' };
    const messages = (me = 'ada') => transcript(timeline, [], me, noon, [act]).filter(({ kind }) => kind === 'message');
    const changed = (before, now) => before.map((row, i) => row !== now[i]);
    const before = messages();
    expect(changed(before, messages())).toEqual([false, false, false]);
    timeline.change(edit(4, 2, 'B'));
    const edited = messages();
    expect([changed(before, edited), shape(edited)]).toEqual([[false, true, false], ['>a', ' B', '>c']]);
    mine = false;
    const kept = messages();
    expect([changed(edited, kept), kept.map(({ acts }) => acts.length)]).toEqual([[true, true, false], [0, 0, 0]]);
    expect(changed(kept, messages('grace'))).toEqual([true, true, true]);
    timeline.keep(2);
    expect(shape(messages())).toEqual(['>B', '>c']);
  });
});
