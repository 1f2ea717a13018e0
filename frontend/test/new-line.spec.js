import { NewLine } from '/model/new-line.js';
import { Timeline } from '/model/timeline.js';
import { ada, deletion, grace } from './people.js';

describe('The line above new messages', () => {
  const timelineOf = (...messages) => {
    const timeline = new Timeline();
    timeline.merge(messages);
    return timeline;
  };
  let line;

  beforeEach(() => {
    line = new NewLine();
  });

  it('is above the first message of another person', () => {
    line.put(2);
    const timeline = timelineOf(grace(2), ada(3), grace(4), grace(5));
    expect([line.above(timeline, 'ada'), line.news(timeline, 'ada').length]).toEqual([4, 2]);
  });

  it('counts no deleted message', () => {
    line.put(0);
    expect(line.above(timelineOf(grace(1), grace(2), deletion(3, 1)), 'ada')).toBe(2);
  });

  it('is not drawn where older new messages are missing', () => {
    line.put(2);
    expect(line.above(timelineOf(grace(4), grace(5)), 'ada')).toBe(0);
    expect(line.above(timelineOf(grace(3), grace(4)), 'ada')).toBe(3);
  });

  it('stays where the user left off first', () => {
    line.leaveAt(2);
    line.leaveAt(4);
    expect(line.after).toBe(2);
    line.clear();
    expect([line.shown, line.above(timelineOf(grace(3)), 'ada')]).toEqual([false, 0]);
    line.leaveAt(4);
    expect(line.after).toBe(4);
  });
});
