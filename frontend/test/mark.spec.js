import { Mark } from '/model/mark.js';

describe('How far one has come', () => {
  it('moves on within an epoch', () => {
    const mark = new Mark();
    mark.set('a', 7);
    mark.advance('a', 9);
    expect([mark.epoch, mark.seq]).toEqual(['a', 9]);
  });

  it('stands still in another epoch until the two were compared', () => {
    const mark = new Mark();
    mark.set('a', 7);
    mark.advance('b', 9);
    expect([mark.epoch, mark.seq]).toEqual(['a', 7]);
    mark.set('b', 9);
    mark.advance('b', 10);
    expect([mark.epoch, mark.seq]).toEqual(['b', 10]);
  });
});
