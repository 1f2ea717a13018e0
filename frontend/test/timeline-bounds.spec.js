import { Timeline } from '/model/timeline.js';
import { ada, deletion, edit, reply } from './people.js';

describe('A timeline that is open for long', () => {
  let timeline;
  const seqs = () => timeline.messages.map(({ seq }) => seq);

  beforeEach(() => {
    timeline = new Timeline();
  });

  function open(...messages) {
    timeline.merge(messages);
    timeline.open();
  }

  it('keeps the newest when trimmed, and knows that there are older ones', () => {
    open(ada(1), ada(2), ada(3), ada(4));
    timeline.reachStart();
    timeline.keepNewest(2);
    expect([seqs(), timeline.startReached, timeline.newest, timeline.has('ada/id-1'), timeline.has('ada/id-3')])
      .toEqual([[3, 4], false, 4, false, true]);
  });

  it('is left alone by trimming while it is small', () => {
    open(ada(1), ada(2));
    timeline.reachStart();
    timeline.keepNewest(2);
    expect([seqs(), timeline.startReached]).toEqual([[1, 2], true]);
  });

  it('keeps a part, and goes on from its end', () => {
    open(ada(1), ada(2), ada(3), ada(4));
    timeline.keep(2, 3);
    expect([seqs(), timeline.newest, timeline.startReached, timeline.has('ada/id-1')]).toEqual([[2, 3], 3, false, false]);
    timeline.merge([ada(4), ada(1)]);
    expect([seqs(), timeline.newest, timeline.startReached]).toEqual([[1, 2, 3, 4], 4, true]);
  });

  it('counts messages and not their changes when it is trimmed', () => {
    open(ada(1), ada(2), edit(3, 2, 'b'), edit(4, 2, 'c'), edit(5, 2, 'd'));
    timeline.keepNewest(2);
    expect(seqs()).toEqual([1, 2]);
    timeline.keepNewest(1);
    expect([seqs(), timeline.get(2).text, timeline.newest]).toEqual([[2], 'd', 5]);
  });

  it('holds no changes and no events once it has settled', () => {
    open(ada(1), reply(2, 9, 'tea?'), edit(3, 1, 'b'), edit(4, 8, 'c'), deletion(5, 7));
    timeline.settle();
    expect([timeline.size, seqs(), timeline.newest, timeline.get(1).text]).toEqual([2, [1, 2], 5, 'b']);
    timeline.merge([ada(8), edit(10, 9, 'coffee?')]);
    expect([timeline.get(8).text, timeline.get(2).reply.text]).toEqual(['ada 8', 'coffee?']);
  });

  it('does not settle without a message: older ones are before its oldest event', () => {
    open(edit(7, 1, 'b'), edit(8, 1, 'c'));
    timeline.settle();
    expect([timeline.oldest, timeline.startReached]).toEqual([7, false]);
  });

  it('takes over the changes that another part has heard of', () => {
    open(ada(8), deletion(9, 1), edit(10, 2, 'b'));
    const past = new Timeline();
    past.merge([ada(1), ada(2), ada(3)]);
    past.hearFrom(timeline);
    expect([past.messages.map(({ text }) => text), past.newest]).toEqual([['', 'b', 'ada 3'], 3]);
  });
});
