import { Signal } from '/model/signal.js';

describe('A signal', () => {
  it('tells all listeners in the order in which they came', () => {
    const signal = new Signal();
    const told = [];
    signal.hear((a, b) => told.push(`first ${a} ${b}`));
    signal.hear(a => told.push(`second ${a}`));
    signal.tell('x', 'y');
    expect(told).toEqual(['first x y', 'second x']);
  });

  it('says whether a listener takes care, and tells the others all the same', () => {
    const signal = new Signal();
    let told = 0;
    expect(signal.tell('x')).toBe(false);
    signal.hear(x => x === 'x');
    signal.hear(() => { told++; });
    expect([signal.tell('x'), signal.tell('y'), told]).toEqual([true, false, 2]);
  });
});
