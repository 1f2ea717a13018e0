import { Timeline } from '/model/timeline.js';
import { ada, deletion, edit, grace, reply } from './people.js';

describe('A timeline', () => {
  let timeline;
  const seqs = () => timeline.messages.map(({ seq }) => seq);

  beforeEach(() => {
    timeline = new Timeline();
  });

  function open(...messages) {
    timeline.merge(messages);
    timeline.open();
  }

  it('is empty and not opened at first', () => {
    expect([timeline.messages, timeline.opened, timeline.oldest, timeline.newest, timeline.startReached])
      .toEqual([[], false, 0, 0, false]);
  });

  it('orders by number whatever the order of arrival', () => {
    timeline.merge([ada(3), ada(1), grace(2)]);
    expect(seqs()).toEqual([1, 2, 3]);
  });

  it('takes a message once, however often it comes', () => {
    open(ada(1), ada(2));
    expect(timeline.merge([ada(2), ada(3), ada(3)])).toEqual([ada(3)]);
    expect(seqs()).toEqual([1, 2, 3]);
  });

  it('reports what is new in the order given', () => {
    expect(timeline.merge([ada(5), ada(4)]).map(({ seq }) => seq)).toEqual([5, 4]);
  });

  it('opens empty', () => {
    open();
    expect([timeline.opened, timeline.newest, timeline.startReached]).toEqual([true, 0, true]);
    timeline.merge([ada(1)]);
    expect([timeline.newest, timeline.startReached]).toEqual([1, true]);
  });

  it('takes older pages without moving', () => {
    open(ada(3), ada(4));
    timeline.merge([ada(2), ada(1)]);
    expect([timeline.oldest, timeline.newest, seqs()]).toEqual([1, 4, [1, 2, 3, 4]]);
  });

  it('takes the text out of a message that is deleted, and counts the event', () => {
    open(ada(1), grace(2));
    timeline.merge([deletion(3, 2)]);
    expect(timeline.messages.map(({ text, deleted }) => [text, deleted])).toEqual([['ada 1', undefined], ['', true]]);
    expect([timeline.newest, seqs()]).toEqual([3, [1, 2]]);
  });

  it('shows no text of a deleted message that comes late', () => {
    open(ada(5), deletion(6, 4));
    timeline.merge([ada(4)]);
    expect(timeline.messages[0]).toEqual(jasmine.objectContaining({ seq: 4, text: '', deleted: true, deletedBy: 'ada' }));
  });

  it('takes a deleted message for the one that was here', () => {
    open(ada(1), ada(2));
    expect(timeline.merge([{ ...ada(1), text: '', deleted: true }])).toEqual([]);
    expect(timeline.messages.map(({ text }) => text)).toEqual(['', 'ada 2']);
    timeline.merge([ada(1)]);
    expect(timeline.messages[0].text).toBe('');
  });

  it('takes an older page of messages as they look now, without the events in between', () => {
    open(ada(6), deletion(7, 2));
    timeline.merge([ada(4), { ...ada(2), text: '', deleted: true }, ada(1)]);
    expect(timeline.messages.map(({ seq, text }) => [seq, text])).toEqual([[1, 'ada 1'], [2, ''], [4, 'ada 4'], [6, 'ada 6']]);
    expect([timeline.newest, timeline.startReached]).toEqual([7, true]);
  });

  it('counts events that it does not know, and does not show them', () => {
    open(ada(1));
    timeline.merge([{ ...grace(2), type: 'reacted' }, ada(3)]);
    expect([timeline.newest, seqs()]).toEqual([3, [1, 3]]);
  });

  it('knows by key what is here', () => {
    open(ada(1), { ...grace(2), id: null });
    expect([timeline.has('ada/id-1'), timeline.has('grace/id-1'), timeline.has('#2')]).toEqual([true, false, true]);
  });

  it('knows the first message of all for the start', () => {
    open(ada(2), ada(3));
    expect(timeline.startReached).toBe(false);
    timeline.merge([ada(1)]);
    expect(timeline.startReached).toBe(true);
  });

  it('takes the text of the last edit, also of a message that comes late', () => {
    open(ada(3), edit(4, 2, 'b'), edit(5, 2, 'c'));
    timeline.merge([ada(2, 'a')]);
    expect(timeline.messages.map(({ seq, text, editedAt }) => [seq, text, editedAt]))
      .toEqual([[2, 'c', edit(5, 2, 'c').sentAt], [3, 'ada 3', undefined]]);
    timeline.merge([edit(6, 3, 'd')]);
    expect(timeline.get(3).text).toBe('d');
  });

  it('does not go back to a former text', () => {
    open({ ...ada(1, 'newest'), editedAt: '2026-03-01T13:00:00Z' });
    timeline.merge([edit(2, 1, 'older')]);
    expect(timeline.get(1).text).toBe('newest');
  });

  it('shows no text of a message that was edited and deleted', () => {
    open(ada(1), edit(2, 1, 'b'), deletion(3, 1));
    expect(timeline.get(1)).toEqual(jasmine.objectContaining({ text: '', deleted: true, editedAt: undefined }));
    timeline.merge([{ ...edit(4, 1, ''), deleted: true }]);
    expect(timeline.get(1).text).toBe('');
  });

  it('changes the line of a reply with its original, whether that is here or not', () => {
    open(reply(5, 1, 'tea?'), edit(6, 1, 'coffee?\nor milk?'));
    expect(timeline.get(5).reply).toEqual({ seq: 1, sender: 'ada', text: 'coffee?', replies: 1 });
    timeline.merge([deletion(7, 1)]);
    expect(timeline.get(5).reply).toEqual(jasmine.objectContaining({ text: undefined, deleted: true }));
  });

  it('leaves a line alone that is newer than the edit', () => {
    open(edit(6, 1, 'coffee?'));
    timeline.merge([reply(8, 1, 'milk?')]);
    expect(timeline.get(8).reply.text).toBe('milk?');
  });

  it('counts the replies of a message as the events tell', () => {
    open(ada(1), reply(2, 1, 'tea?', 1), reply(3, 1, 'tea?', 2));
    expect(timeline.get(1).replies).toBe(2);
    timeline.merge([{ ...deletion(4, 2), reply: { seq: 1, sender: 'ada', text: 'tea?', replies: 1 } }]);
    expect([timeline.get(1).replies, timeline.get(2).reply]).toEqual([1, undefined]);
  });

  it('makes changes without taking the event', () => {
    open(ada(1));
    timeline.change(edit(9, 1, 'b'));
    expect([timeline.get(1).text, timeline.newest]).toEqual(['b', 1]);
  });

  it('knows what came after a number', () => {
    open(ada(1), grace(2), deletion(3, 1), ada(4));
    expect([0, 1, 2, 3, 4].map(seq => timeline.after(seq).map(message => message.seq))).toEqual([[1, 2, 4], [2, 4], [4], [4], []]);
  });

  it('ends the same for any order of arrival', () => {
    const messages = Array.from({ length: 40 }, (_, i) => ada(i + 1));
    for (let round = 0; round < 50; round++) {
      const shuffled = messages.map(message => [Math.random(), message]).sort(([a], [b]) => a - b).map(([, message]) => message);
      const other = new Timeline();
      other.open();
      shuffled.forEach(message => other.merge([message, shuffled[0]]));
      expect([other.messages, other.newest]).toEqual([messages, 40]);
    }
  });
});
