import { Unseen } from '/model/unseen.js';

describe('Unseen messages', () => {
  it('are counted and named', () => {
    const unseen = new Unseen();
    const labels = [0, 1, 2].map(count => {
      unseen.add(count);
      return unseen.label;
    });
    expect([labels, unseen.count]).toEqual([['', '1 new message', '3 new messages'], 3]);
  });

  it('are none once seen', () => {
    const unseen = new Unseen();
    unseen.add(2);
    unseen.clear();
    expect([unseen.count, unseen.label]).toEqual([0, '']);
  });
});
