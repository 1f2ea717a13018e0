import { Timeline } from '/model/timeline.js';
import { ada, deletion, grace } from './people.js';

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
    expect(timeline.messages[0]).toEqual({ ...ada(4), text: '', deleted: true });
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

  it('keeps the newest when trimmed, and knows that there are older ones', () => {
    open(ada(1), ada(2), ada(3), ada(4));
    timeline.reachStart();
    timeline.keepNewest(2);
    expect([seqs(), timeline.startReached, timeline.newest, timeline.has('ada/id-1'), timeline.has('ada/id-3')])
      .toEqual([[3, 4], false, 4, false, true]);
  });

  it('knows the first message of all for the start', () => {
    open(ada(2), ada(3));
    expect(timeline.startReached).toBe(false);
    timeline.merge([ada(1)]);
    expect(timeline.startReached).toBe(true);
  });

  it('is left alone by trimming while it is small', () => {
    open(ada(1), ada(2));
    timeline.reachStart();
    timeline.keepNewest(2);
    expect([seqs(), timeline.startReached]).toEqual([[1, 2], true]);
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
