import { ReadMark } from '/model/read-mark.js';

describe('A read mark', () => {
  let mark;

  beforeEach(() => {
    mark = new ReadMark();
  });

  it('does not move before the topic is at its place', () => {
    mark.see(9);
    expect(mark.take()).toBe(0);
    mark.enter(3);
    expect([mark.take(), mark.seen]).toEqual([0, 3]);
  });

  it('is told once, at the greatest number in sight', () => {
    mark.enter(3);
    [5, 7, 6].forEach(seq => mark.see(seq));
    expect([mark.take(), mark.take()]).toEqual([7, 0]);
  });

  it('stays back while the user keeps something unread', () => {
    mark.enter(9);
    mark.hold(4);
    mark.see(9);
    expect([mark.take(), mark.follows]).toEqual([0, false]);
    mark.catchUp(9);
    expect([mark.take(), mark.follows]).toEqual([9, true]);
  });

  it('is told again if the server has lost it', () => {
    mark.enter(3);
    mark.see(7);
    mark.take();
    mark.confirm(3);
    expect(mark.take()).toBe(7);
    mark.confirm(8);
    expect([mark.seen, mark.take()]).toEqual([8, 0]);
  });
});
