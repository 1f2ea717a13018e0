import { Resume } from '/model/resume.js';
import { ada, deletion, grace } from './people.js';

const seqs = ({ timeline }) => timeline.messages.map(({ seq }) => seq);
const range = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** Ada's events of these numbers arrive; the answers in order. */
const take = (resume, numbers, epoch = 'a') => numbers.map(seq => resume.take(ada(seq), epoch));

/** One that has opened with these numbers. */
function opened(numbers, epoch = 'a') {
  const resume = new Resume();
  resume.begin(numbers.at(-1) ?? 0);
  take(resume, numbers, epoch);
  resume.stand();
  return resume;
}

describe('A first subscription', () => {
  it('asks for the newest page', () => {
    expect(new Resume().begin(120)).toEqual({ last: '50' });
  });

  it('shows the page once it is complete', () => {
    const resume = new Resume();
    resume.begin(120);
    take(resume, range(71, 119));
    expect([resume.timeline.opened, seqs(resume)]).toEqual([false, []]);
    resume.stand();
    expect(resume.timeline.opened).toBe(false);
    take(resume, [120]);
    expect([resume.timeline.opened, seqs(resume), resume.timeline.startReached]).toEqual([true, range(71, 120), false]);
  });

  it('counts a deletion as the end of the page', () => {
    const resume = new Resume();
    resume.begin(3);
    resume.take(ada(1), 'a');
    resume.take({ ...ada(2), text: '', deleted: true }, 'a');
    resume.take(deletion(3, 2), 'a');
    expect([resume.timeline.opened, seqs(resume)]).toEqual([true, [1, 2]]);
  });

  it('shows an empty topic once the server has confirmed it', () => {
    const resume = new Resume();
    resume.begin(0);
    expect(resume.timeline.opened).toBe(false);
    resume.stand();
    expect([resume.timeline.opened, resume.timeline.startReached]).toEqual([true, true]);
    expect(resume.begin(0)).toEqual({ last: '50' });
    take(resume, [1, 2]);
    expect([seqs(resume), resume.timeline.startReached]).toEqual([[1, 2], true]);
  });

  it('shows what comes where more has come than was known', () => {
    const resume = new Resume();
    resume.begin(0);
    resume.stand();
    expect(take(resume, [71, 72])).toEqual([true, true]);
    expect([seqs(resume), resume.timeline.startReached]).toEqual([[71, 72], false]);
  });

  it('takes the newest page as it comes, though the server keeps no older events', () => {
    const resume = new Resume();
    resume.begin(72);
    expect(resume.take(ada(71), 'a', 'too-old')).toBe(true);
    take(resume, [72]);
    expect(seqs(resume)).toEqual([71, 72]);
  });

  it('begins anew on the next connection if it was cut off', () => {
    const resume = new Resume();
    resume.begin(3);
    take(resume, [1, 2]);
    expect(resume.begin(3)).toEqual({ last: '50' });
    take(resume, [1, 2, 3]);
    expect(seqs(resume)).toEqual([1, 2, 3]);
  });

  it('waits for no number of a store that was set back meanwhile', () => {
    const resume = new Resume();
    resume.begin(120);
    take(resume, [1, 2]);
    expect(resume.confirm(2)).toBe(true);
    expect(seqs(resume)).toEqual([1, 2]);
  });
});

describe('A later subscription', () => {
  it('asks for what came since, in the epoch of the newest event here', () => {
    const resume = opened([1, 2]);
    expect(resume.begin(2)).toEqual({ since: '2', epoch: 'a' });
    take(resume, [3], 'b');
    expect(resume.begin(3)).toEqual({ since: '3', epoch: 'b' });
  });

  it('keeps the epoch until the server has gone on without a notice', () => {
    const resume = opened([1, 2]);
    resume.begin(2);
    resume.stand();
    expect(resume.begin(2)).toEqual({ since: '2', epoch: 'a' });
    resume.take(ada(2), 'b', 'reset');
    resume.begin(2);
    expect(seqs(resume)).toEqual([1, 2]);
  });

  it('goes on without doubles', () => {
    const resume = opened([1, 2]);
    resume.begin(2);
    expect(take(resume, [2, 3, 3, 4])).toEqual([true, true, true, true]);
    expect(seqs(resume)).toEqual([1, 2, 3, 4]);
  });

  it('takes out what was deleted meanwhile', () => {
    const resume = opened([1, 2]);
    resume.begin(2);
    resume.take(deletion(3, 1), 'a');
    expect(resume.timeline.messages.map(({ text }) => text)).toEqual(['', 'ada 2']);
    expect(resume.begin(3)).toEqual({ since: '3', epoch: 'a' });
  });

  it('closes a gap by another subscription', () => {
    const resume = opened([1, 2]);
    expect(take(resume, [5])).toEqual([false]);
    expect(resume.begin(5)).toEqual({ since: '2', epoch: 'a' });
    expect(take(resume, [3, 4, 5, 6])).toEqual([true, true, true, true]);
    expect(seqs(resume)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('accepts a gap that the server cannot close', () => {
    const resume = opened([1, 2]);
    take(resume, [5]);
    resume.begin(5);
    expect(take(resume, [5, 6])).toEqual([true, true]);
    expect(seqs(resume)).toEqual([1, 2, 5, 6]);
  });

  for (const notice of ['reset', 'ahead']) {
    it(`loads the newest page after ${notice}, and shows the old one until it is here`, () => {
      const resume = opened([1, 2, 3]);
      const before = resume.timeline;
      resume.begin(3);
      expect(resume.take(grace(2), 'b', notice)).toBe(false);
      expect(resume.begin(3)).toEqual({ last: '50' });
      resume.take(grace(1), 'b');
      expect(resume.timeline).toBe(before);
      expect(seqs(resume)).toEqual([1, 2, 3]);
      resume.take(grace(2), 'b');
      expect(resume.timeline.messages.map(({ sender }) => sender)).toEqual(['grace', 'grace']);
      expect(resume.begin(2)).toEqual({ since: '2', epoch: 'b' });
    });
  }

  it('loads the newest page if the events since are kept no longer', () => {
    const resume = opened([1, 2, 3]);
    resume.begin(3);
    expect(resume.take(ada(101), 'a', 'too-old')).toBe(false);
    expect(resume.begin(3)).toEqual({ last: '50' });
    take(resume, range(101, 140));
    expect(seqs(resume)).toEqual(range(101, 140));
  });

  it('loads the newest page if the topic has not come as far, though it has no event that says so', () => {
    const resume = opened([1, 2, 3]);
    resume.begin(3);
    resume.stand();
    expect(resume.confirm(0)).toBe(false);
    expect(resume.begin(0)).toEqual({ last: '50' });
    resume.stand();
    expect([seqs(resume), resume.timeline.startReached]).toEqual([[], true]);
  });

  it('loads the newest page if it is far behind', () => {
    const resume = opened([1, 2]);
    resume.begin(2);
    expect(resume.confirm(1_002)).toBe(true);
    expect(resume.confirm(1_003)).toBe(false);
    expect(resume.begin(1_003)).toEqual({ last: '50' });
  });

  it('is not behind an answer that was slower than the events', () => {
    const resume = opened([1, 2]);
    resume.begin(2);
    take(resume, [3, 4]);
    expect(resume.confirm(2)).toBe(true);
    expect(seqs(resume)).toEqual([1, 2, 3, 4]);
  });

  it('keeps an older page of the timeline before out of the one after', () => {
    const resume = opened([3]);
    const before = resume.timeline;
    resume.begin(3);
    resume.take(grace(1), 'b', 'ahead');
    resume.begin(1);
    resume.take(grace(1), 'b');
    before.merge([ada(2)]);
    expect(seqs(resume)).toEqual([1]);
  });
});
