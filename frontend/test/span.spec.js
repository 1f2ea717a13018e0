import { Span } from '/model/span.js';

describe('The span of rows', () => {
  const messages = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => ({ seq: first + i }));
  let span;

  beforeEach(() => {
    span = new Span();
  });

  /** The numbers of the first and the last row. */
  function ends(here, underWay = 0, following = false) {
    const { start, end } = span.over(here, underWay, following);
    expect(end - start).toBeLessThanOrEqual(400);
    return here.slice(start, end).map(({ seq }) => seq).filter((_, i, { length }) => i === 0 || i === length - 1);
  }

  it('is everything while there is little', () => {
    expect([ends([]), span.atStart, span.atEnd]).toEqual([[], true, true]);
    expect([ends(messages(11, 60)), span.atStart, span.atEnd]).toEqual([[11, 60], true, true]);
  });

  it('follows the newest message, and lets the oldest go', () => {
    ends(messages(1, 50), 0, true);
    expect(ends(messages(1, 300), 0, true)).toEqual([1, 300]);
    expect([ends(messages(1, 301), 0, true), span.atStart, span.atEnd]).toEqual([[202, 301], false, true]);
    expect(ends(messages(1, 310), 0, true)).toEqual([202, 310]);
  });

  it('is at the end for messages under way', () => {
    ends(messages(1, 50), 0, true);
    expect(span.over(messages(1, 299), 3, true)).toEqual({ start: 202, end: 302 });
    expect(span.over([], 500, true)).toEqual({ start: 460, end: 500 });
  });

  it('stays where the reader is while older pages and new messages come', () => {
    ends(messages(101, 150));
    expect([ends(messages(51, 160)), span.atStart]).toEqual([[101, 160], false]);
    expect([ends(messages(51, 600)), span.atEnd]).toEqual([[101, 500], false]);
    expect(ends(messages(51, 700), 9, true)).toEqual([101, 500]);
  });

  it('goes up in steps, and lets the newest go', () => {
    const here = messages(1, 600);
    ends(messages(351, 600));
    ends(here);
    for (let oldest = 326; oldest > 200; oldest -= 25) {
      expect(span.older(here)).toBe(true);
      expect(ends(here)).toEqual([oldest, 600]);
    }
    span.older(here);
    expect([ends(here), span.atEnd]).toEqual([[176, 575], false]);
    [...'abcdefg'].forEach(() => span.older(here));
    expect([ends(here), span.atStart]).toEqual([[1, 400], true]);
    expect(span.older(here)).toBe(false);
  });

  it('goes down in steps to the end', () => {
    const here = messages(1, 450);
    expect([ends(here), span.atEnd]).toEqual([[1, 400], false]);
    expect([span.newer(here), ends(here)]).toEqual([true, [26, 425]]);
    expect([span.newer(here), ends(here), span.atEnd]).toEqual([true, [51, 450], true]);
    expect(span.newer(here)).toBe(false);
  });

  it('goes to a message that has no row, and stays for one that has', () => {
    const here = messages(1, 1000);
    ends(messages(901, 1000));
    span.around(here, 950);
    expect(ends(here)).toEqual([901, 1000]);
    span.around(here, 500);
    expect([ends(here), span.atStart, span.atEnd]).toEqual([[450, 550], false, false]);
    span.around(here, 3);
    expect([ends(here), span.atStart]).toEqual([[1, 53], true]);
  });

  it('goes back to the newest with few rows, and then up in steps', () => {
    const here = messages(1, 1000);
    ends(messages(901, 1000));
    span.around(here, 5);
    ends(here);
    span.follow();
    expect([ends(here, 0, true), span.atEnd]).toEqual([[961, 1000], true]);
    span.older(here);
    expect(ends(here, 0, true)).toEqual([936, 1000]);
  });

  it('goes back to the newest with few rows from anywhere', () => {
    const here = messages(1, 700);
    ends(messages(601, 700));
    span.around(here, 500);
    ends(here);
    span.follow();
    expect(ends(here, 2, true)).toEqual([663, 700]);
  });

  it('keeps its rows when it follows the end that it has', () => {
    ends(messages(501, 600));
    span.follow();
    expect(ends(messages(501, 601), 0, true)).toEqual([501, 601]);
  });

  it('begins anew when the messages are others', () => {
    ends(messages(501, 600));
    expect([ends(messages(1, 20)), span.atStart, span.atEnd]).toEqual([[1, 20], true, true]);
  });

  it('survives that its messages are forgotten', () => {
    ends(messages(1, 250));
    expect(ends(messages(201, 250))).toEqual([201, 250]);
    span.around(messages(1, 250), 10);
    ends(messages(1, 250));
    expect(ends(messages(201, 250))).toEqual([211, 250]);
  });
});
